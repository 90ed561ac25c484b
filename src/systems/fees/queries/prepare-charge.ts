import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { normalizeCaseNumber } from '../../../kernel/cases/case-number.ts';
import type { Transaction } from '../../../kernel/database/database.ts';
import { APPLICATION } from '../../applications/index.ts';
import { dueAmount } from '../assess.ts';
import { assessCase } from '../charge.ts';
import { dueView, readDuesOf } from '../due-store.ts';

const titled = { code: z.string(), title: z.string(), titleEn: z.string() };

/** What the window shows before a bill is made: tariffs with their sums, waivers, bills of the same person. */
export const prepareCharge = defineQuery({
  name: 'fees.prepare-charge',
  title: { uk: 'Що можна нарахувати за справою', en: 'What a case may be charged' },
  may: ['administrator', 'head'],
  input: z.object({ number: z.string().trim().min(1, 'fees:input.numberMissing').max(40) }),
  output: z.object({
    caseId: z.uuid(),
    number: z.string(),
    applicant: z.string().nullable(),
    serviceCode: z.string(),
    serviceName: z.string(),
    /** The live due that covers the case already. */
    due: dueView.nullable(),
    tariffs: z.array(
      z.object({
        variant: z.object(titled).nullable(),
        basisPoints: z.number().nullable(),
        base: z.object({ amount: z.string(), validFrom: z.iso.date() }).nullable(),
        amount: z.string(),
        article: z.string(),
        /** The sum with each waiver, by the waiver's code. */
        withWaiver: z.record(z.string(), z.string()),
      }),
    ),
    waivers: z.array(z.object({ ...titled, percent: z.number(), article: z.string() })),
    /** Bills of the same person for the same service, which a repeated application needs not pay again. */
    earlier: z.array(dueView),
  }),
  async run({ tx, looked }, { number }) {
    const caseId = await findCaseId(tx, number);
    const { found, service, tariffs, waivers } = await assessCase(tx, caseId);
    looked({ kind: 'case', id: caseId });
    const [due] = await readDuesOf(tx, [caseId]);
    return {
      caseId,
      number: found.number,
      applicant: found.applicant?.name ?? null,
      serviceCode: service.code,
      serviceName: service.name,
      due: due ?? null,
      tariffs: tariffs.map((tariff) => ({
        ...tariff,
        withWaiver: Object.fromEntries(waivers.map((waiver) => [waiver.code, dueAmount(tariff, waiver)])),
      })),
      waivers: [...waivers],
      earlier: due === undefined ? [...(await readEarlier(tx, caseId, service.code))] : [],
    };
  },
});

async function findCaseId(tx: Transaction, number: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select id from kernel.cases where number = ${normalizeCaseNumber(number)} and kind = ${APPLICATION.name}`.execute(
    tx,
  );
  const [row] = rows;
  if (row === undefined) throw notFound('fees:refusals.noSuchCase');
  return row.id;
}

async function readEarlier(tx: Transaction, caseId: string, serviceCode: string) {
  const { rows } = await sql<{ id: string }>`
    select other.id from kernel.cases c
      join kernel.applicants a on a.id = c.applicant_id
      join kernel.applicants same on same.id = a.id or (a.code is not null and same.code = a.code)
      join kernel.cases other on other.applicant_id = same.id and other.id <> c.id
                             and other.definition_code = ${serviceCode}
     where c.id = ${caseId} order by other.registered_at desc limit 20`.execute(tx);
  const dues = await readDuesOf(
    tx,
    rows.map(({ id }) => id),
  );
  return dues.filter(({ id }, index) => dues.findIndex((due) => due.id === id) === index);
}
