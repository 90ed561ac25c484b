/** РНОКПП: a person's taxpayer number. ЄДРПОУ: a body's number in the state register. */
export type ApplicantCode =
  | { readonly kind: 'rnokpp'; readonly code: string }
  | { readonly kind: 'edrpou'; readonly code: string };

/** Ten digits with the right check digit; both algorithms: RULEBOOK §10, recomputed by the tests. */
export function isRnokpp(code: string): boolean {
  if (!/^\d{10}$/.test(code)) return false;
  const sum = weighted(code, [-1, 5, 7, 9, 4, 6, 10, 5, 7]);
  return (((sum % 11) + 11) % 11) % 10 === Number(code[9]);
}

/** Eight digits with the right check digit. */
export function isEdrpou(code: string): boolean {
  if (!/^\d{8}$/.test(code)) return false;
  const weights = /^[345]/.test(code) ? [7, 1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5, 6, 7];
  const first = weighted(code, weights) % 11;
  if (first < 10) return first === Number(code[7]);
  const second = weighted(
    code,
    weights.map((weight) => weight + 2),
  );
  return (second % 11) % 10 === Number(code[7]);
}

/** Tells the two by their length; `null` for what is neither or has a wrong check digit. */
export function parseApplicantCode(text: string): ApplicantCode | null {
  const code = text.replace(/\s/g, '');
  if (isRnokpp(code)) return { kind: 'rnokpp', code };
  return isEdrpou(code) ? { kind: 'edrpou', code } : null;
}

/** `17******76`: enough to compare with a paper, too little to copy. A body's number is public. */
export function maskCode(code: string): string {
  return code.length === 10 ? `${code.slice(0, 2)}******${code.slice(-2)}` : code;
}

/** The date of birth that a РНОКПП carries (its first five digits count days from 31.12.1899), ISO. */
export function birthDateOf(rnokpp: string): string {
  const day = Date.UTC(1899, 11, 31) + Number(rnokpp.slice(0, 5)) * 86_400_000;
  return new Date(day).toISOString().slice(0, 10);
}

function weighted(code: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(code[index]), 0);
}
