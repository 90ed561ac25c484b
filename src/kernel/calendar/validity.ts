/** Half-open: valid on `validFrom`, no longer on `validTo`. ISO dates; `null` = without an end. */
export interface Validity {
  readonly validFrom: string;
  readonly validTo: string | null;
}

export function isInForce(validity: Validity, onDate: string): boolean {
  return validity.validFrom <= onDate && (validity.validTo === null || onDate < validity.validTo);
}

/**
 * How sure we are of a rule: V read in the source, V2 in a secondary source, M from memory, M?
 * from memory and doubtful. A lawyer confirms everything but V before a city goes live.
 */
export type Certainty = 'V' | 'V2' | 'M' | 'M?';
