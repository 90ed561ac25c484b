import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivInstant } from '../../../kernel/calendar/kyiv-time.ts';
import { listCases } from '../../../kernel/cases/index.ts';
import type { Transaction } from '../../../kernel/database/database.ts';
import { COMPLEX_SERVICE } from '../complex-case.ts';
import { planCodeInput } from '../plan.ts';
import { STATES } from '../progress.ts';

export const complexLine = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  applicant: z.string().nullable(),
  applicantCode: z.string().nullable(),
  state: z.enum(STATES),
  isOpen: z.boolean(),
  registeredAt: z.date(),
  promisedOn: z.iso.date().nullable(),
  endedOn: z.iso.date().nullable(),
  parts: z.int(),
  decided: z.int(),
  refused: z.int(),
});
export type ComplexLine = z.output<typeof complexLine>;

export const listComplex = defineQuery({
  name: 'complex-services.list-complex',
  title: { uk: 'Комплексні заяви', en: 'Complex applications' },
  input: z.object({
    words: z.string().trim().max(200).optional(),
    state: z.enum(STATES).optional(),
    plan: planCodeInput.optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    after: z.string().max(200).optional(),
    limit: z.int().min(1).max(500).default(50),
  }),
  output: z.object({ applications: z.array(complexLine), next: z.string().nullable() }),
  may: ['administrator', 'head', 'auditor'],
  async run({ tx, looked }, { words, state, plan, from, to, after, limit }) {
    const { cases, next } = await listCases(
      tx,
      {
        kind: COMPLEX_SERVICE.name,
        ...(words === undefined || words === '' ? {} : { words }),
        ...(state === undefined ? {} : { states: [state] }),
        ...(plan === undefined ? {} : { definitionCodes: [plan] }),
        ...(from === undefined ? {} : { registeredFrom: kyivInstant(from, '00:00') }),
        ...(to === undefined ? {} : { registeredBefore: kyivInstant(to, '24:00') }),
      },
      { limit, ...(after === undefined ? {} : { after }) },
    );
    const sums = await readSums(
      tx,
      cases.map(({ id }) => id),
    );
    for (const { id } of cases) looked({ kind: 'case', id });
    return {
      applications: cases.map((line) => ({
        id: line.id,
        number: line.number,
        title: line.title,
        applicant: line.applicantName,
        applicantCode: line.applicantCode,
        state: STATES.find((one) => one === line.state) ?? 'in-progress',
        isOpen: line.isOpen,
        registeredAt: line.registeredAt,
        ...(sums.get(line.id) ?? { promisedOn: null, endedOn: null, parts: 0, decided: 0, refused: 0 }),
      })),
      next,
    };
  },
});

interface Sums {
  readonly promisedOn: string | null;
  readonly endedOn: string | null;
  readonly parts: number;
  readonly decided: number;
  readonly refused: number;
}

async function readSums(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, Sums>> {
  const { rows } = await sql<Sums & { id: string }>`
    select a.case_id as id, a.promised_on as "promisedOn", a.ended_on as "endedOn", count(*)::int as parts,
           count(*) filter (where p.ended_on is not null)::int as decided,
           count(*) filter (where p.state in ('refused', 'blocked'))::int as refused
      from complex_services.applications a join complex_services.parts p on p.case_id = a.case_id
     where a.case_id = any(${ids}::uuid[]) group by a.case_id`.execute(tx);
  return new Map(rows.map(({ id, ...sums }) => [id, sums]));
}
