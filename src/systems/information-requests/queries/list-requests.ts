import { sql } from 'kysely';
import { z } from 'zod';
import { hasRole } from '../../../kernel/actions/actor.ts';
import { defineQuery, personal } from '../../../kernel/actions/define.ts';
import { listCases } from '../../../kernel/cases/index.ts';
import type { Transaction } from '../../../kernel/database/database.ts';
import { type Channel, INFORMATION_REQUEST, type RequesterKind, STATES } from '../information-request.ts';
import { requestLine } from '../request-view.ts';

export const LIST_ORDERS = ['newest', 'due'] as const;

export const listRequests = defineQuery({
  name: 'information-requests.list-requests',
  title: { uk: 'Журнал запитів на інформацію', en: 'Journal of information requests' },
  may: ['registrar', 'leader', 'specialist', 'auditor'],
  input: z.object({
    words: personal(z.string().trim().max(200)).optional(),
    state: z.enum(STATES).optional(),
    open: z.stringbool().or(z.boolean()).optional(),
    order: z.enum(LIST_ORDERS).default('newest'),
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(50),
  }),
  output: z.object({ requests: z.array(requestLine), next: z.string().nullable() }),
  async run({ tx, actor, looked }, { words, state, open, order, after, limit }) {
    const sees = hasRole(actor, 'registrar', 'leader', 'auditor');
    const page = await listCases(
      tx,
      {
        kind: INFORMATION_REQUEST.name,
        states: state === undefined ? undefined : [state],
        // The kernel orders by the last day only what is open.
        open: order === 'due' ? true : open,
        order,
        words: words === '' ? undefined : words,
        unitId: sees ? undefined : (actor.unitId ?? undefined),
      },
      { after, limit },
    );
    const own = await readOwn(
      tx,
      page.cases.map(({ id }) => id),
    );
    for (const { id } of page.cases) looked({ kind: 'case', id });
    const requests = page.cases.flatMap((line) => {
      const row = own.get(line.id);
      if (row === undefined) return [];
      const { id, number, title, applicantName, unitName, isOpen, dueOn } = line;
      return [
        {
          id,
          number,
          subject: title,
          requester: applicantName,
          unit: unitName,
          state: line.state,
          isOpen,
          dueOn,
          ...row,
        },
      ];
    });
    return { requests, next: page.next };
  },
});

interface OwnColumns {
  readonly channel: Channel;
  readonly requesterKind: RequesterKind;
  readonly receivedOn: string;
}

async function readOwn(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, OwnColumns>> {
  const { rows } = await sql<OwnColumns & { id: string }>`
    select case_id as id, channel, requester_kind as "requesterKind", received_on as "receivedOn"
      from information_requests.requests where case_id = any(${ids}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}
