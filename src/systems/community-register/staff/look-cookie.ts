import type { PageRequest, Redirect } from '../../../kernel/page/define-page.ts';

const NAME = 'residentLook';
const MINUTES = 15;

/** Remembers for a quarter of an hour why this person's card was opened, so that deeds on it need no second asking. */
export function lookCookie(residentId: string, reason: string, now: Date): NonNullable<Redirect['cookies']> {
  const value = `${residentId}.${Buffer.from(reason).toString('base64url')}`;
  return { [NAME]: { value, expires: new Date(now.getTime() + MINUTES * 60_000) } };
}

/** The reason given for this very person; undefined where it must be asked. */
export function lookReason(request: PageRequest, residentId: string): string | undefined {
  const [id, reason] = request.cookie(NAME).split('.');
  if (id !== residentId || reason === undefined || reason === '') return undefined;
  return Buffer.from(reason, 'base64url').toString().slice(0, 200);
}
