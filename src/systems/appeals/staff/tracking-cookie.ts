import type { PageRequest, Redirect } from '../../../kernel/page/define-page.ts';

/** The database keeps only a hash of the code, so it lives here until the slip is written. */
const NAME = 'appeal';
const LIFE_MS = 30 * 60 * 1000;

export function keepTrackingCode(now: Date, caseId: string, code: string): NonNullable<Redirect['cookies']> {
  return { [NAME]: { value: `${caseId}.${code}`, expires: new Date(now.getTime() + LIFE_MS) } };
}

/** The code of the appeal registered last in this browser; undefined for any other. */
export function findTrackingCode(request: Pick<PageRequest, 'cookie'>, caseId: string): string | undefined {
  const [id, code] = request.cookie(NAME).split('.');
  return id === caseId ? code : undefined;
}
