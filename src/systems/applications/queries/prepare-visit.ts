import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import type { Transaction } from '../../../kernel/database/database.ts';
import { findService, SECTORS, type Service, serviceFormSchema } from '../../service-catalogue/index.ts';
import { getApplicantOf } from '../application-store.ts';
import { listTurnAwayReasons } from '../turned-away/turn-away-store.ts';
import { caseIdInput } from '../application-input.ts';

const done = z.object({ id: z.uuid(), number: z.string(), service: z.string() });

/** What the window's form needs: the chosen service with its papers, and what this visit has given so far. */
export const prepareVisit = defineQuery({
  name: 'applications.prepare-visit',
  title: { uk: 'Що потрібно для заяви', en: 'What an application needs' },
  input: z.object({
    serviceCode: z.string().max(20).optional(),
    ticketId: z.uuid().optional(),
    /** The application registered last: shown even where there is no ticket. */
    registered: caseIdInput.optional(),
    /** Whose next application this is. */
    sameApplicantAs: caseIdInput.optional(),
  }),
  output: z.object({
    service: z
      .object({
        code: z.string(),
        name: z.string(),
        sector: z.enum(SECTORS),
        documents: z.array(z.string()),
        form: serviceFormSchema,
        providers: z.array(z.object({ code: z.string(), name: z.string() })),
        term: z.object({ value: z.number(), unit: z.string(), article: z.string() }),
      })
      .nullable(),
    /** Coded reasons to send somebody away; empty where no service is chosen. */
    turnAwayReasons: z.array(z.object({ code: z.string(), text: z.string(), textEn: z.string() })),
    again: z.object({ caseId: z.uuid(), name: z.string() }).nullable(),
    done: z.array(done),
    consultations: z.int(),
  }),
  may: ['administrator', 'head'],
  async run({ tx, now, looked }, given) {
    const { serviceCode, sameApplicantAs } = given;
    const service = serviceCode === undefined ? undefined : await findService(tx, serviceCode, kyivDate(now));
    const again = sameApplicantAs === undefined ? null : await getApplicantOf(tx, sameApplicantAs);
    if (sameApplicantAs !== undefined) looked({ kind: 'case', id: sameApplicantAs });
    return {
      service: service === undefined ? null : viewService(service),
      turnAwayReasons: service === undefined ? [] : [...(await listTurnAwayReasons(tx))],
      again:
        again === null || sameApplicantAs === undefined
          ? null
          : { caseId: sameApplicantAs, name: again.name ?? '' },
      done: await readDone(tx, given.ticketId ?? null, given.registered ?? null),
      consultations: await countConsultations(tx, given.ticketId ?? null),
    };
  },
});

function viewService({ code, name, sector, documents, form, providers, term }: Service) {
  return {
    code,
    name,
    sector,
    documents,
    form,
    term,
    providers: providers.map((provider) => ({ code: provider.code, name: provider.shortName })),
  };
}

async function readDone(tx: Transaction, ticketId: string | null, registered: string | null) {
  const { rows } = await sql<z.output<typeof done>>`
    select c.id, c.number, c.title as service
      from applications.applications a join kernel.cases c on c.id = a.case_id
     where a.ticket_id = ${ticketId}::uuid or a.case_id = ${registered}::uuid
     order by c.registered_at, c.id`.execute(tx);
  return rows;
}

async function countConsultations(tx: Transaction, ticketId: string | null): Promise<number> {
  if (ticketId === null) return 0;
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from applications.consultations where ticket_id = ${ticketId}`.execute(tx);
  return rows[0]?.count ?? 0;
}
