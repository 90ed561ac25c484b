import { sql } from 'kysely';
import type { Database, Transaction } from '../../kernel/database/database.ts';
import type { BaseAmount } from './price.ts';
import { cardSchema, type InformationCard, type Service, serviceSchema } from './service.ts';

/** Every version of every service, cards left out (they are long and read one at a time). */
export async function readServices(tx: Transaction | Database): Promise<readonly Service[]> {
  const result = await sql<unknown>`
    select v.id as "versionId", v.code, v.valid_from as "validFrom", v.valid_to as "validTo",
           v.registry_id as "registryId", v.name, v.name_en as "nameEn", v.sector, v.category,
           v.report_group as "reportGroup", v.term, v.fee, v.average_minutes as "averageMinutes",
           v.everyday_words as "everydayWords", v.life_events as "lifeEvents", v.documents, v.result,
           v.online, v.card is not null as "hasCard", v.form, v.kiosk_group as "kioskGroup",
           v.plan_code as "planCode",
           (select jsonb_agg(jsonb_build_object('unitId', u.id, 'code', u.code, 'name', u.name, 'shortName', u.short_name, 'nameEn', u.name_en)
                             order by p.position)
              from service_catalogue.version_providers p join kernel.units u on u.id = p.unit_id
             where p.version_id = v.id) as providers
      from service_catalogue.service_versions v order by v.code, v.valid_from`.execute(tx);
  return result.rows.map((row) => serviceSchema.parse(row));
}

export async function readEdition(tx: Transaction | Database): Promise<number> {
  const result = await sql<{ number: number }>`select number from service_catalogue.edition`.execute(tx);
  return result.rows[0]?.number ?? 0;
}

/** The lock that changes of the catalogue wait at, one after another. */
export async function moveEdition(tx: Transaction | Database): Promise<void> {
  await sql`update service_catalogue.edition set number = number + 1`.execute(tx);
}

export async function findCard(
  tx: Transaction | Database,
  versionId: string,
): Promise<InformationCard | undefined> {
  const result = await sql<{ card: unknown }>`
    select card from service_catalogue.service_versions where id = ${versionId}`.execute(tx);
  const card = result.rows[0]?.card;
  return card === null || card === undefined ? undefined : cardSchema.parse(card);
}

/** The amounts that fees in per cent are counted from, the oldest first. */
export async function readBaseAmounts(tx: Transaction | Database): Promise<readonly BaseAmount[]> {
  const result = await sql<BaseAmount>`
    select base, valid_from as "validFrom", amount from service_catalogue.base_amounts
     order by base, valid_from`.execute(tx);
  return result.rows;
}

export interface LifeEvent {
  readonly code: string;
  readonly title: string;
  readonly titleEn: string;
  readonly hint: string;
  readonly hintEn: string;
}

export async function readLifeEvents(tx: Transaction | Database): Promise<readonly LifeEvent[]> {
  const result = await sql<LifeEvent>`
    select code, title, title_en as "titleEn", hint, hint_en as "hintEn"
      from service_catalogue.life_events order by position`.execute(tx);
  return result.rows;
}

export interface RefusalReason {
  readonly code: string;
  readonly text: string;
  readonly article: string;
}

/** Coded reasons by which a body may refuse. */
export async function listRefusalReasons(tx: Transaction | Database): Promise<readonly RefusalReason[]> {
  const result = await sql<RefusalReason>`
    select code, text, article from service_catalogue.refusal_reasons order by position`.execute(tx);
  return result.rows;
}
