import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { Refusal } from '../actions/refusal.ts';
import type { City } from '../city.ts';
import type { Transaction } from '../database/database.ts';
import { keepAccount } from './account-store.ts';
import { hashToken } from './find-actor.ts';
import type { IdentityProvider, Kept, SignInAttempt } from './provider.ts';
import { openSession } from './session-store.ts';
import type { SignedIn } from './sign-in.ts';

/** Time enough to find the token of an electronic signature. */
const ATTEMPT_MINUTES = 20;
/** A resident's browser may be shared: the evening after, one signs in anew. */
const SESSION_LIFE_MS = 4 * 60 * 60 * 1000;

export interface Begun {
  readonly address: URL;
  /** For the cookie: only the browser that began may end the sign-in. */
  readonly browser: string;
  readonly expiresAt: Date;
}

/** Begins a sign-in. Its secrets stay here; the person carries the state only. */
export async function beginSignIn(
  city: City,
  provider: IdentityProvider,
  { callback, back }: { readonly callback: URL; readonly back: string },
): Promise<Begun> {
  const state = secret();
  const browser = secret();
  const { address, kept } = await provider.begin({ state, callback });
  const expiresAt = new Date(city.clock.now().getTime() + ATTEMPT_MINUTES * 60_000);
  await sql`
    insert into kernel.sign_in_attempts (state_hash, provider, browser_hash, kept, back, expires_at)
    values (${hashToken(state)}, ${provider.id}, ${hashToken(browser)}, ${JSON.stringify(kept)}::jsonb, ${back}, ${expiresAt})`.execute(
    city.connections.database,
  );
  return { address, browser, expiresAt };
}

/**
 * Ends a sign-in with the provider's answer: the attempt is spent first, so one answer is judged once. The
 * session is always a fresh one. Throws `Refusal` for an unknown, spent, foreign or failed attempt.
 */
export async function finishSignIn(
  city: City,
  provider: IdentityProvider,
  { answer, callback, browser }: { readonly answer: URL; readonly callback: URL; readonly browser: string },
): Promise<SignedIn & { readonly back: string }> {
  const state = answer.searchParams.get('state') ?? '';
  const attempt = await spendAttempt(city, provider, { state, browser });
  const person = await provider.finish(answer, { state, callback } satisfies SignInAttempt, attempt.kept);
  const now = city.clock.now();
  const session = await city.connections.database.transaction().execute(async (tx) => {
    const accountId = await keepAccount(tx, provider.id, person, now);
    await journalSignIn(tx, accountId, now);
    return openSession(tx, { accountId, kind: 'browser', stage: 'full', lifeMs: SESSION_LIFE_MS }, now);
  });
  return { ...session, back: attempt.back };
}

async function spendAttempt(
  city: City,
  provider: IdentityProvider,
  { state, browser }: { readonly state: string; readonly browser: string },
): Promise<{ readonly kept: Kept; readonly back: string }> {
  const { rows } = await sql<{ kept: Kept; back: string }>`
    delete from kernel.sign_in_attempts
     where state_hash = ${hashToken(state)} and browser_hash = ${hashToken(browser)}
       and provider = ${provider.id} and expires_at > ${city.clock.now()}
    returning kept, back`.execute(city.connections.database);
  const [attempt] = rows;
  if (attempt === undefined) throw new Refusal('identity:refusals.signInStale', {}, 401);
  return attempt;
}

/** The person is named by the account's id only: the journal keeps no names of residents. */
async function journalSignIn(tx: Transaction, accountId: string, now: Date): Promise<void> {
  await sql`
    insert into kernel.audit_journal (kind, occurred_at, recorded_at, name, actor_id, actor_roles, subjects)
    values ('action', ${now}, ${now}, 'identity.resident-sign-in', ${accountId}, '{resident}',
            ${JSON.stringify([{ kind: 'account', id: accountId }])}::jsonb)`.execute(tx);
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}
