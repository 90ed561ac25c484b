import { z } from 'zod';
import { hasRole } from '../../../kernel/actions/actor.ts';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { addDays } from '../../../kernel/calendar/epoch-day.ts';
import { kyivDate, kyivInstant } from '../../../kernel/calendar/kyiv-time.ts';
import { type CaseFilter, listCases } from '../../../kernel/cases/index.ts';
import type { Transaction } from '../../../kernel/database/database.ts';
import { findUnitByCode } from '../../../kernel/identity/unit-store.ts';
import { listServices, SECTORS } from '../../service-catalogue/index.ts';
import { APPLICATION, STATES } from '../application.ts';
import { lineView, viewLine } from '../line-view.ts';

const input = z.object({
  /** Number, applicant's name or code, service; each word by its beginning. */
  words: z.string().trim().max(200).optional(),
  state: z.enum(STATES).optional(),
  open: z.stringbool().or(z.boolean()).optional(),
  /** The body's code. */
  unit: z.string().max(60).optional(),
  sector: z.enum(SECTORS).optional(),
  serviceCode: z.string().max(20).optional(),
  /** Days of registering, both counted. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** Key of the page before. */
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

/** The newest first, by key. Specialists see their own body's. */
export const listApplications = defineQuery({
  name: 'applications.list-applications',
  title: { uk: 'Пошук заяв', en: 'Find applications' },
  input,
  output: z.object({ applications: z.array(lineView), next: z.string().nullable() }),
  may: ['administrator', 'specialist', 'head', 'auditor'],
  async run({ tx, actor, now, looked }, given) {
    const filter = await filterOf(tx, given, kyivDate(now));
    const own = hasRole(actor, 'administrator', 'head', 'auditor')
      ? {}
      : { unitId: actor.unitId ?? undefined };
    const page = await listCases(tx, { ...filter, ...own }, { after: given.after, limit: given.limit });
    for (const { id } of page.cases) looked({ kind: 'case', id });
    return { applications: page.cases.map(viewLine), next: page.next };
  },
});

async function filterOf(tx: Transaction, given: z.output<typeof input>, today: string): Promise<CaseFilter> {
  const unit = given.unit === undefined ? undefined : await findUnitByCode(tx, given.unit);
  return {
    kind: APPLICATION.name,
    open: given.open,
    states: given.state === undefined ? undefined : [given.state],
    // A body that is not there has no cases.
    unitId: given.unit === undefined ? undefined : (unit?.id ?? '00000000-0000-0000-0000-000000000000'),
    definitionCodes: await definitionsOf(tx, given, today),
    registeredFrom: given.from === undefined ? undefined : kyivInstant(given.from, '00:00'),
    registeredBefore: given.to === undefined ? undefined : kyivInstant(addDays(given.to, 1), '00:00'),
    words: given.words === '' ? undefined : given.words,
  };
}

async function definitionsOf(
  tx: Transaction,
  { sector, serviceCode }: z.output<typeof input>,
  today: string,
): Promise<readonly string[] | undefined> {
  if (serviceCode !== undefined) return [serviceCode];
  if (sector === undefined) return undefined;
  return (await listServices(tx, today))
    .filter((service) => service.sector === sector)
    .map(({ code }) => code);
}
