import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { notFound } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { givesServices, listUnits } from '../../kernel/identity/unit-store.ts';
import { listServices } from '../service-catalogue/index.ts';
import type { KnownServices } from './judge-plan.ts';
import { type Plan, planSchema, type PlanVersion } from './plan.ts';

interface Row {
  readonly versionId: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly plan: unknown;
}

const COLUMNS = sql.raw(`id as "versionId", valid_from as "validFrom", valid_to as "validTo", plan`);

function versionOf({ versionId, validFrom, validTo, plan }: Row): PlanVersion {
  return { ...planSchema.parse(plan), versionId, validFrom, validTo };
}

/** Plans in force on a day, by their Ukrainian titles. */
export async function listPlans(tx: Transaction, on: string): Promise<readonly PlanVersion[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from complex_services.plan_versions
     where daterange(valid_from, valid_to) @> ${on}::date order by plan -> 'title' ->> 'uk'`.execute(tx);
  return rows.map(versionOf);
}

/** Every version of every plan, the newest of each first. */
export async function listVersions(tx: Transaction): Promise<readonly PlanVersion[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from complex_services.plan_versions order by code, valid_from desc`.execute(tx);
  return rows.map(versionOf);
}

/** @throws Refusal 404. */
export async function getPlan(tx: Transaction, code: string, on: string): Promise<PlanVersion> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from complex_services.plan_versions
     where code = ${code} and daterange(valid_from, valid_to) @> ${on}::date`.execute(tx);
  const [found] = rows;
  if (found === undefined) throw notFound('complex-services:refusals.noSuchPlan');
  return versionOf(found);
}

/** The plan under which a complex application began. */
export async function getPlanVersion(tx: Transaction, versionId: string): Promise<PlanVersion> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from complex_services.plan_versions where id = ${versionId}`.execute(tx);
  const [found] = rows;
  if (found === undefined) throw notFound('complex-services:refusals.noSuchPlan');
  return versionOf(found);
}

/**
 * Writes a version that begins on a day: the one before it ends there, one that was to begin on the
 * same day is replaced unless something began under it. The lock keeps two writers of one plan apart.
 */
export async function writeVersion(tx: Transaction, plan: Plan, validFrom: string): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`plan ${plan.code}`}, 0))`.execute(tx);
  await sql`
    delete from complex_services.plan_versions v
     where code = ${plan.code} and valid_from >= ${validFrom}::date
       and not exists (select from complex_services.applications a where a.plan_version_id = v.id)`.execute(
    tx,
  );
  await sql`
    update complex_services.plan_versions set valid_to = ${validFrom}::date
     where code = ${plan.code} and valid_from < ${validFrom}::date
       and (valid_to is null or valid_to > ${validFrom}::date)`.execute(tx);
  const id = uuid();
  await sql`
    insert into complex_services.plan_versions (id, code, valid_from, plan)
    values (${id}, ${plan.code}, ${validFrom}, ${JSON.stringify(plan)}::jsonb)`.execute(tx);
  return id;
}

/** What of the catalogue a plan of this day is judged against. */
export async function readKnownServices(tx: Transaction, on: string): Promise<KnownServices> {
  const services = new Map((await listServices(tx, on)).map((service) => [service.code, service]));
  const providers = (await listUnits(tx, on)).filter(givesServices);
  return {
    find: (code) => {
      const service = services.get(code);
      if (service === undefined) return undefined;
      return { term: service.term, providers: service.providers.map((provider) => provider.code) };
    },
    providers: new Set(providers.map(({ code }) => code)),
  };
}
