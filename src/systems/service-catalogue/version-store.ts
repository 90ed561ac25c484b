import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Transaction } from '../../kernel/database/database.ts';
import type { DraftPlan, KnownCatalogue } from './plan-drafts.ts';
import { readinessSchema } from './readiness.ts';
import { cardSchema } from './service.ts';
import type { FullVersion } from './service-draft.ts';
import { readLifeEvents, readServices } from './service-store.ts';
import { readHeldDocuments } from './held-documents.ts';
import { stagesSchema } from './technological-card.ts';

/** The catalogue as it is now, cards among it: drafts are judged against it. */
export async function readKnownCatalogue(tx: Transaction, today: string): Promise<KnownCatalogue> {
  const versions = await readFullVersions(tx);
  const units = await readLivingUnits(tx, today);
  const lifeEvents = await readLifeEvents(tx);
  return {
    versions: Map.groupBy(versions, ({ service }) => service.code),
    units,
    held: await readHeldDocuments(tx),
    lifeEvents: new Set(lifeEvents.map(({ code }) => code)),
    today,
  };
}

/** Codes of the bodies that are there on the day; the Centre is none of them. */
export async function readLivingUnits(tx: Transaction, on: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ code: string }>`
    select code from kernel.units
     where kind <> 'centre' and (valid_to is null or valid_to > ${on}::date)`.execute(tx);
  return new Set(rows.map(({ code }) => code));
}

/** Every version with its cards, by code and day. */
export async function readFullVersions(tx: Transaction): Promise<readonly FullVersion[]> {
  const services = await readServices(tx);
  const { rows } = await sql<{ id: string; card: unknown; stages: unknown; readiness: unknown }>`
    select id, card, stages, readiness from service_catalogue.service_versions
     where card is not null or stages <> '[]' or readiness <> '[]'`.execute(tx);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return services.map((service) => {
    const row = byId.get(service.versionId);
    return {
      service,
      card: cardSchema.nullable().parse(row?.card ?? null),
      stages: stagesSchema.parse(row?.stages ?? []),
      readiness: readinessSchema.parse(row?.readiness ?? []),
    };
  });
}

export interface WrittenVersion {
  readonly code: string;
  readonly versionId: string;
  readonly closedVersionId: string | null;
}

/** Writes sound plans: the former version ends on the day the next begins. */
export async function writePlans(
  tx: Transaction,
  plans: readonly DraftPlan[],
): Promise<readonly WrittenVersion[]> {
  await closeVersions(
    tx,
    plans.flatMap(({ kind, draft, latest }) =>
      latest === undefined || (kind !== 'version' && kind !== 'closed')
        ? []
        : [{ id: latest.service.versionId, to: kind === 'closed' ? (draft.validTo ?? '') : draft.validFrom }],
    ),
  );
  const opened = plans
    .filter(({ kind }) => kind === 'new' || kind === 'version')
    .map(({ draft, latest }) => ({ ...draft, id: uuid(), closed: latest?.service.versionId ?? null }));
  await insertVersions(tx, JSON.stringify(opened));
  return [
    ...opened.map(({ code, id, closed }) => ({ code, versionId: id, closedVersionId: closed })),
    ...plans
      .filter(({ kind }) => kind === 'closed')
      .map(({ draft, latest }) => ({
        code: draft.code,
        versionId: latest?.service.versionId ?? '',
        closedVersionId: latest?.service.versionId ?? null,
      })),
  ];
}

/** A version that was bounded already keeps its earlier end. */
async function closeVersions(tx: Transaction, closing: readonly { id: string; to: string }[]): Promise<void> {
  await sql`
    update service_catalogue.service_versions v set valid_to = c."to"
      from jsonb_to_recordset(${JSON.stringify(closing)}::jsonb) as c (id uuid, "to" date)
     where v.id = c.id and (v.valid_to is null or v.valid_to > c."to")`.execute(tx);
}

async function insertVersions(tx: Transaction, versions: string): Promise<void> {
  await sql`
    insert into service_catalogue.service_versions
      (id, code, valid_from, valid_to, registry_id, name, name_en, sector, category, report_group, term, fee,
       average_minutes, everyday_words, life_events, documents, result, online, card,
       form, stages, readiness, kiosk_group, plan_code)
    select id, code, "validFrom", "validTo", "registryId", name, "nameEn", sector, category, "reportGroup", term,
           nullif(fee, 'null'), "averageMinutes", "everydayWords", "lifeEvents", documents, result, online,
           nullif(card, 'null'), form, stages, readiness, "kioskGroup", "planCode"
      from jsonb_to_recordset(${versions}::jsonb) as s (
        id uuid, code text, "validFrom" date, "validTo" date, "registryId" text, name text, "nameEn" text,
        sector text, category text, "reportGroup" text, term jsonb, fee jsonb, "averageMinutes" int,
        "everydayWords" text[], "lifeEvents" text[], documents text[], result text, online text, card jsonb,
        form jsonb, stages jsonb, readiness jsonb, "kioskGroup" text, "planCode" text)`.execute(tx);
  await sql`
    insert into service_catalogue.version_providers (version_id, unit_id, position)
    select s.id, u.id, p.position
      from jsonb_to_recordset(${versions}::jsonb) as s (id uuid, providers text[])
      cross join unnest(s.providers) with ordinality as p (code, position)
      join kernel.units u on u.code = p.code`.execute(tx);
}
