import { z } from 'zod';
import type { Route } from './route-store.ts';

/** A row of a sheet: codes or names, as the city's own list has them. */
export const routeRow = z.object({
  topic: z.string('hotline:input.topicMissing').trim().min(1, 'hotline:input.topicMissing').max(200),
  /** Left out: the whole city. */
  district: z.string().trim().max(200).default(''),
  unit: z.string('hotline:input.unitMissing').trim().min(1, 'hotline:input.unitMissing').max(300),
  /** Left out: from today. */
  from: z.iso.date('hotline:input.dateWrong').optional(),
});
export type RouteRow = z.output<typeof routeRow>;

export const ROUTE_ROW_KINDS = ['new', 'changed', 'same', 'bad'] as const;

export const plannedRoute = z.object({
  kind: z.enum(ROUTE_ROW_KINDS),
  topic: z.string(),
  district: z.string(),
  unitCode: z.string(),
  from: z.iso.date(),
  /** Name of a sentence `hotline:routes.problems.<problem>`. */
  problem: z.enum(['noTopic', 'noDistrict', 'noUnit', 'past', 'twice', 'later']).nullable(),
});
export type PlannedRoute = z.output<typeof plannedRoute>;

interface Named {
  readonly code: string;
  readonly name: string;
}

export interface KnownRoutes {
  readonly topics: readonly Named[];
  readonly districts: readonly Named[];
  readonly units: readonly Named[];
  /** Versions not over today. */
  readonly routes: readonly Route[];
  readonly today: string;
}

/** What each row would do, in their order; nothing is written. */
export function planRoutes(rows: readonly RouteRow[], known: KnownRoutes): readonly PlannedRoute[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const planned = planRow(row, known);
    const key = `${planned.topic} ${planned.district}`;
    if (planned.kind === 'bad') return planned;
    if (seen.has(key)) return { ...planned, kind: 'bad', problem: 'twice' };
    seen.add(key);
    return planned;
  });
}

function planRow(row: RouteRow, { topics, districts, units, routes, today }: KnownRoutes): PlannedRoute {
  const topic = codeOf(row.topic, topics);
  const district = row.district === '' ? '' : codeOf(row.district, districts);
  const unitCode = codeOf(row.unit, units);
  const from = row.from ?? today;
  const shared = {
    topic: topic ?? row.topic,
    district: district ?? row.district,
    unitCode: unitCode ?? row.unit,
    from,
  };
  const bad = (problem: NonNullable<PlannedRoute['problem']>): PlannedRoute => ({
    ...shared,
    kind: 'bad',
    problem,
  });
  if (topic === null) return bad('noTopic');
  if (district === null) return bad('noDistrict');
  if (unitCode === null) return bad('noUnit');
  if (from < today) return bad('past');
  const versions = routes.filter(
    (route) =>
      route.topic === topic &&
      route.district === district &&
      (route.validTo === null || route.validTo > from),
  );
  const [current] = versions;
  if (current === undefined) return { ...shared, kind: 'new', problem: null };
  if (versions.length > 1 || current.validFrom > from) return bad('later');
  const same = current.unitCode === unitCode && current.validTo === null;
  return { ...shared, kind: same ? 'same' : 'changed', problem: null };
}

/** By code or by name, whatever the letters' size. */
function codeOf(text: string, known: readonly Named[]): string | null {
  const plain = (word: string) => word.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('uk');
  const asked = plain(text);
  return known.find(({ code, name }) => plain(code) === asked || plain(name) === asked)?.code ?? null;
}
