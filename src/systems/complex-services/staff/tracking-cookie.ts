import type { PageRequest, Redirect } from '../../../kernel/page/define-page.ts';

/** The database keeps only a hash of the code, so it lives here until the receipt is printed. */
const NAME = 'complex-receipt';
const LIFE_MS = 30 * 60 * 1000;

export function keepTrackingCode(now: Date, caseId: string, code: string): NonNullable<Redirect['cookies']> {
  return { [NAME]: { value: `${caseId}.${code}`, expires: new Date(now.getTime() + LIFE_MS) } };
}

export function findTrackingCode(request: Pick<PageRequest, 'cookie'>, caseId: string): string | undefined {
  const [id, code] = request.cookie(NAME).split('.');
  return id === caseId ? code : undefined;
}
