import { z } from 'zod';
import { defineQuery, personal } from '../../../kernel/actions/define.ts';
import { ARRIVAL_STATES, listArrivals as readArrivals } from '../arrival-store.ts';

const line = z.object({
  key: z.uuid(),
  number: z.string(),
  state: z.enum(ARRIVAL_STATES),
  occurredAt: z.date(),
  arrivedAt: z.date(),
  clerk: z.string(),
  caseId: z.uuid().nullable(),
  problem: z.string().nullable(),
  problemValues: z.record(z.string(), z.union([z.string(), z.number()])).nullable(),
  /** Only while it is in conflict. */
  applicant: personal(z.string().nullable()),
  serviceCode: z.string().nullable(),
  settleNote: z.string().nullable(),
});
export type ArrivalView = z.output<typeof line>;

export const listArrivals = defineQuery({
  name: 'mobile-office.list-arrivals',
  title: { uk: 'Що передав мобільний офіс', en: 'What the mobile office brought' },
  input: z.object({
    state: z.enum(ARRIVAL_STATES).optional(),
    limit: z.coerce.number().int().min(1).max(5000).default(200),
  }),
  output: z.object({ arrivals: z.array(line) }),
  may: ['administrator', 'head'],
  async run({ tx, looked }, { state, limit }) {
    const arrivals = await readArrivals(tx, { state, limit });
    for (const { key, applicant } of arrivals) if (applicant !== null) looked({ kind: 'arrival', id: key });
    return { arrivals: [...arrivals] };
  },
});
