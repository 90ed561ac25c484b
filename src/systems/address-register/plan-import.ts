import { z } from 'zod';
import { KIND_WORDS, numberKey, STREET_KINDS, type StreetKind } from './address.ts';
import { actInput, dayInput, nameInput, numberInput } from './address-input.ts';
import { plainWords } from './address-words.ts';

const KIND_BY_WORD = new Map<string, StreetKind>(
  STREET_KINDS.flatMap((kind) =>
    [kind, KIND_WORDS[kind].full, KIND_WORDS[kind].short, KIND_WORDS[kind].short.replace('.', '')].map(
      (word) => [word, kind] as const,
    ),
  ),
);

const decimal = (least: number, most: number) =>
  z
    .union([z.string(), z.number()])
    .transform((value) => Number(String(value).replace(',', '.')))
    .pipe(
      z
        .number('address-register:input.placeWrong')
        .min(least, 'address-register:input.placeWrong')
        .max(most, 'address-register:input.placeWrong'),
    );
const flat = z.coerce
  .number('address-register:input.flatsWrong')
  .int('address-register:input.flatsWrong')
  .min(1, 'address-register:input.flatsWrong')
  .max(9999, 'address-register:input.flatsWrong');

/** A row of a sheet: a street, one of its houses, or a renaming where `formerName` is known as today's name. */
export const addressRow = z
  .object({
    kind: z
      .string('address-register:input.kindWrong')
      .transform((word) => KIND_BY_WORD.get(word.trim().toLocaleLowerCase('uk')))
      .pipe(z.enum(STREET_KINDS, 'address-register:input.kindWrong')),
    name: nameInput,
    formerName: nameInput.optional(),
    from: dayInput.optional(),
    act: actInput.optional(),
    number: numberInput.optional(),
    district: z.string().max(100).optional(),
    postcode: z
      .string()
      .regex(/^\d{5}$/, 'address-register:input.postcodeWrong')
      .optional(),
    flatsFrom: flat.optional(),
    flatsTo: flat.optional(),
    lat: decimal(-90, 90).optional(),
    lon: decimal(-180, 180).optional(),
  })
  .refine(({ flatsFrom: from, flatsTo: to }) => (from === undefined ? to === undefined : (to ?? 0) >= from), {
    path: ['flatsTo'],
    message: 'address-register:input.flatsWrong',
  })
  .refine(({ lat, lon }) => (lat === undefined) === (lon === undefined), {
    path: ['lat'],
    message: 'address-register:input.placeWrong',
  })
  .refine(({ formerName, from }) => formerName === undefined || from !== undefined, {
    path: ['from'],
    message: 'address-register:input.fromMissing',
  });
export type AddressRow = z.output<typeof addressRow>;

export const ROW_KINDS = ['new-street', 'renamed', 'new-house', 'same', 'bad'] as const;
export const plannedAddress = z.object({
  kind: z.enum(ROW_KINDS),
  /** What must be mended: a key under `address-register:problems`. */
  problem: z.enum(['noDistrict', 'nameTaken']).nullable(),
});
export type PlannedAddress = z.output<typeof plannedAddress>;

export interface KnownAddresses {
  /** `kind name` of today's names → street. */
  readonly streets: ReadonlyMap<string, string>;
  /** `street number` */
  readonly houses: ReadonlySet<string>;
  /** Name in small letters → code. */
  readonly districts: ReadonlyMap<string, string>;
}

export function streetKey({ kind, name }: Pick<AddressRow, 'kind' | 'name'>): string {
  return `${kind} ${plainWords(name)}`;
}

/** Judges the rows without writing; a row that repeats what is known does nothing. */
export function planAddresses(rows: readonly AddressRow[], known: KnownAddresses): readonly PlannedAddress[] {
  const seen = new Set<string>();
  const isNew = (key: string) => !seen.has(key) && seen.add(key).has(key);
  return rows.map((row): PlannedAddress => {
    const key = streetKey(row);
    const { formerName, district, number } = row;
    const former = formerName === undefined ? undefined : streetKey({ kind: row.kind, name: formerName });
    const isKnown = known.streets.has(key);
    if (district !== undefined && !known.districts.has(district.toLocaleLowerCase('uk'))) {
      return { kind: 'bad', problem: 'noDistrict' };
    }
    if (former !== undefined && former !== key && known.streets.has(former)) {
      if (isKnown) return { kind: 'bad', problem: 'nameTaken' };
      if (isNew(key)) return { kind: 'renamed', problem: null };
    }
    if (!isKnown && isNew(key)) return { kind: 'new-street', problem: null };
    if (number === undefined) return { kind: 'same', problem: null };
    const street = known.streets.get(key) ?? known.streets.get(former ?? '') ?? key;
    const house = `${street} ${numberKey(number)}`;
    return { kind: known.houses.has(house) || !isNew(house) ? 'same' : 'new-house', problem: null };
  });
}
