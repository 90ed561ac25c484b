import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Deed } from '../../kernel/actions/define.ts';
import { notFound, Refusal } from '../../kernel/actions/refusal.ts';
import { kyivDate } from '../../kernel/calendar/kyiv-time.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { whenBroken } from '../../kernel/database/when-broken.ts';

export const ROUTE_KEEPERS = ['operator', 'leader', 'it'] as const;

/** One version of a rule «this topic here goes to this body». */
export interface Route {
  readonly id: string;
  readonly topic: string;
  /** '' = the whole city. */
  readonly district: string;
  readonly unitCode: string;
  readonly validFrom: string;
  /** The first day on which it holds no more. */
  readonly validTo: string | null;
}

export interface NewRoute {
  readonly topic: string;
  readonly district: string;
  readonly unitCode: string;
  readonly from: string;
}

/** Versions of a topic and place that are not over on a day, the earliest first. */
export async function readRoutes(tx: Transaction, today: string): Promise<readonly Route[]> {
  const { rows } = await sql<Route>`
    select id, topic, district, unit_code as "unitCode", valid_from as "validFrom", valid_to as "validTo"
      from hotline.routes where valid_to is null or valid_to > ${today}
     order by topic, district, valid_from`.execute(tx);
  return rows;
}

/**
 * The new version holds from its day; the one before it ends on that day and stays on file. Of one day there is
 * one version: a slip of the same morning is corrected in place, the journal keeps both.
 */
export async function writeRoute(deed: Deed, route: NewRoute): Promise<string> {
  const { topic, district, unitCode, from } = route;
  const { rows } = await sql<Route>`
    select id, topic, district, unit_code as "unitCode", valid_from as "validFrom", valid_to as "validTo"
      from hotline.routes where topic = ${topic} and district = ${district} and (valid_to is null or valid_to > ${from})
     order by valid_from for update`.execute(deed.tx);
  const [current] = rows;
  if (rows.length > 1 || (current !== undefined && current.validFrom > from))
    throw new Refusal('hotline:refusals.laterRoute', { date: rows.at(-1)?.validFrom ?? from });
  if (current?.unitCode === unitCode && current.validTo === null)
    throw new Refusal('hotline:refusals.sameRoute');
  deed.changed('unitCode', current?.unitCode ?? null, unitCode);
  if (current?.validFrom === from) return correct(deed, current.id, unitCode);
  if (current !== undefined)
    await sql`update hotline.routes set valid_to = ${from} where id = ${current.id}`.execute(deed.tx);
  const id = uuid();
  const inserted = sql`
    insert into hotline.routes (id, topic, district, unit_code, valid_from, entered_at, entered_by)
    values (${id}, ${topic}, ${district}, ${unitCode}, ${from}, ${deed.now}, ${deed.actor.staffId})`.execute(
    deed.tx,
  );
  await whenBroken(inserted, { routes_no_overlap: 'hotline:refusals.routeTaken' });
  return id;
}

async function correct(deed: Deed, id: string, unitCode: string): Promise<string> {
  await sql`
    update hotline.routes set unit_code = ${unitCode}, valid_to = null, entered_at = ${deed.now},
           entered_by = ${deed.actor.staffId} where id = ${id}`.execute(deed.tx);
  return id;
}

/** @throws Refusal where there is no such route, or it is over by that day. */
export async function closeRoute(deed: Deed, routeId: string, on: string): Promise<void> {
  const { rows } = await sql<Route>`
    select id, topic, district, unit_code as "unitCode", valid_from as "validFrom", valid_to as "validTo"
      from hotline.routes where id = ${routeId} for update`.execute(deed.tx);
  const [route] = rows;
  if (route === undefined) throw notFound('hotline:refusals.noSuchRoute');
  if (on < kyivDate(deed.now)) throw new Refusal('hotline:refusals.routePast', {}, 422);
  if (on <= route.validFrom || (route.validTo !== null && route.validTo <= on))
    throw new Refusal('hotline:refusals.routeEnds', { from: route.validFrom }, 422);
  await sql`update hotline.routes set valid_to = ${on} where id = ${routeId}`.execute(deed.tx);
  deed.changed('validTo', route.validTo, on);
}
