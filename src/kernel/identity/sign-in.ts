import { sql } from 'kysely';
import { Refusal } from '../actions/refusal.ts';
import type { City } from '../city.ts';
import type { Transaction } from '../database/database.ts';
import { isPasswordOf } from './password.ts';
import { matchTotp } from './second-factor.ts';
import { openSession } from './session-store.ts';

/** Wrong tries in a row before the door stays shut for a while. */
const TRIES = 5;
const LOCK_MINUTES = 15;

interface StaffRow {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  readonly password_hash: string | null;
  readonly totp_secret: string | null;
  readonly totp_last_step: number | null;
  readonly locked_until: Date | null;
}

export interface SignedIn {
  readonly token: string;
  readonly expiresAt: Date;
}

/**
 * The first factor. A failed try is counted in a transaction of its own, so that a refusal cannot
 * undo the count. Unknown login, wrong password and no password are one sentence and one length.
 */
export async function signInWithPassword(city: City, login: string, password: string): Promise<SignedIn> {
  const staff = await findStaff(city, login);
  const isRight = await isPasswordOf(staff?.password_hash ?? null, password);
  refuseLocked(city, staff);
  if (staff === undefined || !isRight) return refuseTry(city, staff, 'identity:refusals.wrongPassword');
  const now = city.clock.now();
  return openSession(
    city.connections.database,
    { staffId: staff.id, kind: 'browser', stage: 'password' },
    now,
  );
}

/** The second factor: the code of the authenticator opens the full session. */
export async function signInWithCode(city: City, login: string, code: string): Promise<SignedIn> {
  const staff = await findStaff(city, login);
  refuseLocked(city, staff);
  const now = city.clock.now();
  const step = staff?.totp_secret ? matchTotp(staff.totp_secret, code, now, staff.totp_last_step) : undefined;
  if (staff === undefined || step === undefined) return refuseTry(city, staff, 'identity:refusals.wrongCode');
  return city.connections.database.transaction().execute(async (tx) => {
    await spendStep(tx, staff.id, step);
    await journalSignIn(tx, city, staff, 'identity.sign-in');
    return openSession(tx, { staffId: staff.id, kind: 'browser', stage: 'full' }, now);
  });
}

/** One step signs in once, also when two windows send it at the same moment: the row lock decides. */
async function spendStep(tx: Transaction, staffId: string, step: number): Promise<void> {
  const result = await sql`
    update kernel.staff set totp_last_step = ${step}, failed_attempts = 0, locked_until = null
     where id = ${staffId} and (totp_last_step is null or totp_last_step < ${step}) returning 1`.execute(tx);
  if (result.rows.length === 0) throw new Refusal('identity:refusals.wrongCode', {}, 401);
}

/** The demo city's one-click sign-in; never outside demo mode. */
export async function signInForDemo(city: City, login: string): Promise<SignedIn> {
  if (!city.settings.demo) throw new Refusal('http:faults.noSuchPage', {}, 404);
  const staff = await findStaff(city, login);
  if (staff === undefined) throw new Refusal('identity:refusals.wrongPassword', {}, 401);
  const now = city.clock.now();
  return city.connections.database.transaction().execute(async (tx) => {
    await journalSignIn(tx, city, staff, 'identity.sign-in-for-demo');
    return openSession(tx, { staffId: staff.id, kind: 'browser', stage: 'full' }, now);
  });
}

async function findStaff(city: City, login: string): Promise<StaffRow | undefined> {
  const result = await sql<StaffRow>`
    select id, name, login, password_hash, totp_secret, totp_last_step, locked_until
      from kernel.staff where login = ${login.trim().toLowerCase()} and active`.execute(
    city.connections.database,
  );
  return result.rows[0];
}

function refuseLocked(city: City, staff: StaffRow | undefined): void {
  if (staff?.locked_until && staff.locked_until > city.clock.now()) {
    throw new Refusal('identity:refusals.locked', { minutes: LOCK_MINUTES }, 429);
  }
}

async function refuseTry(city: City, staff: StaffRow | undefined, sentence: string): Promise<never> {
  if (staff !== undefined) {
    const lockedUntil = new Date(city.clock.now().getTime() + LOCK_MINUTES * 60_000);
    await sql`
      update kernel.staff
         set failed_attempts = case when failed_attempts + 1 >= ${TRIES} then 0 else failed_attempts + 1 end,
             locked_until = case when failed_attempts + 1 >= ${TRIES} then ${lockedUntil} else locked_until end
       where id = ${staff.id}`.execute(city.connections.database);
  }
  throw new Refusal(sentence, {}, 401);
}

async function journalSignIn(tx: Transaction, city: City, staff: StaffRow, name: string): Promise<void> {
  const now = city.clock.now();
  await sql`
    insert into kernel.audit_journal (kind, occurred_at, recorded_at, name, actor_id, actor_name, subjects)
    values ('action', ${now}, ${now}, ${name}, ${staff.id}, ${staff.name},
            ${JSON.stringify([{ kind: 'staff', id: staff.id }])}::jsonb)`.execute(tx);
}

/** Sets the authenticator at the first sign-in, once the person showed that it works; never replaces one. */
export async function enrolSecondFactor(
  city: City,
  login: string,
  secret: string,
  code: string,
): Promise<void> {
  const isRight =
    /^[A-Z2-7]{32}$/.test(secret) && matchTotp(secret, code, city.clock.now(), null) !== undefined;
  if (!isRight) throw new Refusal('identity:refusals.wrongCode', {}, 401);
  const result = await sql`
    update kernel.staff set totp_secret = ${secret} where login = ${login} and totp_secret is null returning 1`.execute(
    city.connections.database,
  );
  if (result.rows.length === 0) throw new Refusal('identity:refusals.wrongCode', {}, 401);
}
