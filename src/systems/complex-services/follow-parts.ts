import { sql } from 'kysely';
import { houseDeed } from '../../kernel/actions/house-deed.ts';
import type { Deed } from '../../kernel/actions/define.ts';
import { kyivDate } from '../../kernel/calendar/kyiv-time.ts';
import { advanceCase } from '../../kernel/cases/index.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { COMPLEX_SERVICE, holderOfWhole, partStateOf } from './complex-case.ts';
import {
  type FiledPart,
  getComplex,
  type PartChange,
  planLetter,
  readParts,
  writePartStates,
} from './complex-store.ts';
import { filePart, servicesOf, type Whole } from './file-parts.ts';
import { getPlanVersion } from './plan-store.ts';
import { blocked, isTerminal, OPEN_STATES, startable, stateOf } from './progress.ts';

/** What changes together is told together: the letter waits this long for more. */
const GATHER_MS = 10 * 60_000;

/**
 * Brings the whole up to its parts: their states, what may start now, what never will, the state of the
 * whole, its holder and the next letter. Under the whole's row lock, so of many who come at once each
 * sees what the one before wrote, and the last closes it; where nothing changed it does nothing.
 */
export async function followParts(tx: Transaction, caseId: string, now: Date): Promise<void> {
  const { rows } = await sql<Found>`
    select state, is_open as "isOpen", last_event_at as "lastEventAt", holder_kind as "holderKind",
           holder_unit_id as "holderUnitId"
      from kernel.cases where id = ${caseId} and kind = ${COMPLEX_SERVICE.name} for no key update`.execute(
    tx,
  );
  const [found] = rows;
  if (found === undefined || !found.isOpen) return;
  // Another process's clock may be a little ahead: the timeline stays in order.
  const deed = houseDeed(tx, now < found.lastEventAt ? found.lastEventAt : now);
  const before = await readParts(tx, caseId);
  const seen = before.map((part) =>
    part.filed === null ? part : { ...part, state: partStateOf(part.filed) },
  );
  const after = await startNext(deed, caseId, block(seen));
  await writeWhole(deed, caseId, found, { before, after });
}

interface Found {
  readonly state: string;
  readonly isOpen: boolean;
  readonly lastEventAt: Date;
  readonly holderKind: string;
  readonly holderUnitId: string | null;
}

type Followed = FiledPart & { readonly startedAs?: string };

function block(parts: readonly Followed[]): readonly Followed[] {
  const never = new Set(blocked(parts).map(({ no }) => no));
  return parts.map((part) => (never.has(part.no) ? { ...part, state: 'blocked' as const } : part));
}

async function startNext(
  deed: Deed,
  caseId: string,
  parts: readonly Followed[],
): Promise<readonly Followed[]> {
  const next = startable(parts);
  if (next.length === 0) return parts;
  const whole = await readWhole(deed.tx, caseId);
  const started = new Map<number, string>();
  for (const part of next) started.set(part.no, (await filePart(deed, whole, part)).caseId);
  return parts.map((part) => {
    const startedAs = started.get(part.no);
    return startedAs === undefined ? part : { ...part, state: 'open' as const, startedAs };
  });
}

/** What the parts of an application have in common, out of the tables again. */
export async function readWhole(tx: Transaction, caseId: string): Promise<Whole> {
  const row = await getComplex(tx, caseId);
  const plan = await getPlanVersion(tx, row.planVersionId);
  const { rows } = await sql<{
    id: string;
    name: string | null;
    code: string | null;
    ticketId: string | null;
  }>`
    select a.id, a.name, a.code, x.ticket_id as "ticketId"
      from kernel.cases c join complex_services.applications x on x.case_id = c.id
      join kernel.applicants a on a.id = c.applicant_id where c.id = ${caseId}`.execute(tx);
  return {
    caseId,
    plan,
    services: await servicesOf(tx, plan.parts, row.filedOn),
    applicant: rows[0] ?? null,
    answers: row.answers ?? {},
    documents: row.documents,
    ticketId: rows[0]?.ticketId ?? null,
  };
}

interface Change {
  readonly before: readonly FiledPart[];
  readonly after: readonly Followed[];
}

async function writeWhole(
  deed: Deed,
  caseId: string,
  found: Found,
  { before, after }: Change,
): Promise<void> {
  const changes = changesOf(kyivDate(deed.now), before, after);
  const state = stateOf(after);
  const isOpen = OPEN_STATES.some((one) => one === state);
  const held = holderOfWhole(
    (await readParts(deed.tx, caseId)).flatMap(({ filed }) =>
      filed === null ? [] : [{ ...filed, state: partStateOf(filed) }],
    ),
  );
  const holder = isOpen ? held : ({ kind: 'closed', unitId: null } as const);
  const stays = found.holderKind === holder.kind && found.holderUnitId === holder.unitId;
  if (changes.length === 0 && state === found.state && stays) return;
  await advanceCase(deed, COMPLEX_SERVICE, caseId, {
    event: eventOf(isOpen, changes),
    ...(found.state === state ? {} : { to: state }),
    ...(isOpen ? {} : { outcome: state }),
    holder,
    data: { changes: changes.map(({ no, state: now }) => ({ no, state: now })) },
    ...(changes.length === 0 ? {} : { beside: writePartStates(caseId, changes) }),
  });
  await planNextLetter(deed, caseId, changes, isOpen);
}

function eventOf(isOpen: boolean, changes: readonly PartChange[]): string {
  if (!isOpen) return 'all-decided';
  return changes.length === 0 ? 'holder-changed' : 'parts-changed';
}

function changesOf(
  on: string,
  before: readonly FiledPart[],
  after: readonly Followed[],
): readonly PartChange[] {
  return after.flatMap(({ no, state, startedAs = null, filed }, index) => {
    if (state === before[index]?.state) return [];
    const closedOn = filed?.closedAt === null || filed === null ? on : kyivDate(filed.closedAt);
    return [{ no, state, applicationId: startedAs, endedOn: isTerminal(state) ? closedOn : null }];
  });
}

/** What cannot wait (the applicant has to act, or all is done) is told at once. */
async function planNextLetter(
  deed: Deed,
  caseId: string,
  changes: readonly PartChange[],
  isOpen: boolean,
): Promise<void> {
  const urgent = !isOpen || changes.some(({ state }) => state === 'standing');
  const tellAt = changes.length === 0 ? null : new Date(deed.now.getTime() + (urgent ? 0 : GATHER_MS));
  const ended = changes
    .flatMap(({ endedOn }) => endedOn ?? [])
    .toSorted()
    .at(-1);
  await planLetter(deed.tx, caseId, tellAt, isOpen ? null : (ended ?? kyivDate(deed.now)));
}
