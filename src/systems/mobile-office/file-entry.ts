import { sql } from 'kysely';
import { InvalidInput } from '../../kernel/actions/invalid-input.ts';
import type { Actor } from '../../kernel/actions/actor.ts';
import type { Deed } from '../../kernel/actions/define.ts';
import { Refusal } from '../../kernel/actions/refusal.ts';
import { kyivDate } from '../../kernel/calendar/kyiv-time.ts';
import { findActorsByLogin } from '../../kernel/identity/find-actor.ts';
import { fileApplication } from '../applications/index.ts';
import { getService } from '../service-catalogue/index.ts';
import type { Arrival, Problem } from './arrival-store.ts';
import { bookWords } from './book.ts';
import { findLogin, type Lease } from './book-store.ts';
import { type BroughtEntry, type VanEntry, vanEntry } from './van-entry.ts';

type Numbered = Pick<Arrival, 'bookNo' | 'year' | 'seq' | 'occurredAt'>;

/**
 * Files what was written down in the van, at its own moment, under its own number and by the
 * administrator who was there. What stands in the way is told, not thrown: the number is on a paper
 * that somebody holds, so it must be accounted for whatever happens.
 */
export async function fileEntry(
  deed: Deed,
  lease: Lease,
  numbered: Numbered,
  brought: BroughtEntry,
): Promise<{ readonly caseId: string } | Problem> {
  const parsed = vanEntry.safeParse(brought, { reportInput: true });
  if (!parsed.success) return problemOf(new InvalidInput(parsed.error));
  await sql`savepoint van_entry`.execute(deed.tx);
  try {
    const { caseId } = await file(await atThatMoment(deed, lease, numbered), numbered, parsed.data);
    await sql`release savepoint van_entry`.execute(deed.tx);
    return { caseId };
  } catch (error) {
    await sql`rollback to savepoint van_entry`.execute(deed.tx);
    return problemOf(error);
  }
}

async function file(deed: Deed, { bookNo, seq }: Numbered, entry: VanEntry) {
  const service = await getService(deed.tx, entry.serviceCode, kyivDate(deed.now));
  return fileApplication(deed, {
    id: entry.caseId,
    service,
    applicant: entry.applicant,
    documents: entry.documents,
    answers: entry.answers,
    channel: 'mobile',
    numbered: { ...bookWords(bookNo), seq, trackingCode: entry.trackingCode },
  });
}

/** The deed as the administrator did it, at the moment it happened; written now. */
async function atThatMoment(deed: Deed, lease: Lease, { occurredAt }: Numbered): Promise<Deed> {
  const now = occurredAt > deed.recordedAt ? deed.recordedAt : occurredAt;
  return {
    ...deed,
    now,
    actor: await clerkOf(deed, lease),
    // Nothing may travel with the journal at the end: what is rolled back must be rolled back whole.
    sendAlong: undefined,
  };
}

async function clerkOf({ tx, actor }: Deed, { staffId }: Lease): Promise<Actor> {
  if (actor.staffId === staffId) return actor;
  const login = await findLogin(tx, staffId);
  return (await findActorsByLogin(tx, [login])).get(login) ?? actor;
}

const MESSAGE_KEY = /^[a-z-]+:[\w.-]+$/;

function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) return { key: error.key, values: error.params };
  if (error instanceof InvalidInput) {
    const [first] = error.issues;
    const message = first?.issue.message ?? '';
    if (MESSAGE_KEY.test(message)) return { key: message, values: {} };
    return { key: 'mobile-office:conflicts.input', values: { field: first?.path ?? '' } };
  }
  throw error;
}
