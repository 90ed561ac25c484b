import { type YearCounts, scaleYear } from './scale-year.ts';
import type { Line, YearFile } from './year-file.ts';

/** One printed number: what the document says, what figure tells it, and a count by hand. */
export interface YearCheck {
  readonly name: string;
  readonly document: number;
  /** Path and query of the figure's value. */
  readonly figure: string;
  /** Counts over the tables themselves, never over the figure's view; answers one row with `value`. */
  readonly sql: string;
  readonly params: readonly unknown[];
}

// Bounds of a year as moments in Kyiv.
const BETWEEN = `between $1::date and $2::date`;
const IN_KYIV = `at time zone 'Europe/Kyiv')::date`;

/** Every number that the document prints for the year. */
export function yearChecks(file: YearFile, scale: number): readonly YearCheck[] {
  const counts = scaleYear(file, scale);
  const year: readonly [string, string] = [`${file.year}-01-01`, `${file.year}-12-31`];
  return [
    {
      name: 'visitors',
      document: counts.visitors,
      figure: path('queue.visitors', year),
      sql: `select count(distinct visit_id)::int as value from queue.tickets where state = 'served' and day ${BETWEEN}`,
      params: year,
    },
    {
      name: 'applications',
      document: counts.applications,
      figure: path('applications.registered', year),
      sql: `select count(*)::int as value from kernel.cases
             where kind = 'applications.application' and (registered_at ${IN_KYIV} ${BETWEEN}`,
      params: year,
    },
    ...file.lines.map((line) => checkLine(line, counts, year)),
    {
      name: 'residents',
      document: counts.residents,
      figure: path('community-register.entered', year),
      sql: `select count(*)::int as value from community_register.residents where (entered_at ${IN_KYIV} ${BETWEEN}`,
      params: year,
    },
    ...file.atDate.map(checkAtDate),
    {
      name: 'positive-percent',
      document: Math.round((counts.positive * 1000) / Math.max(1, counts.ratings)) / 10,
      figure: path('ratings.positive', year),
      sql: `select round(100.0 * count(*) filter (where mark > 3) / nullif(count(*), 0), 1)::float8 as value
              from ratings.ratings where day ${BETWEEN}`,
      params: year,
    },
  ];
}

/** By the catalogue's own group and the body's code, not by what was written beside the application. */
function checkLine(line: Line, counts: YearCounts, year: readonly [string, string]): YearCheck {
  return {
    name: line.line,
    document: counts.lines.get(line.line) ?? 0,
    figure: path('applications.registered', year, { 'report-group': line.line }),
    sql: `select count(*)::int as value
            from kernel.cases c
            join applications.applications a on a.case_id = c.id
            left join kernel.units u on u.id = a.provider_unit_id
            left join lateral (
              select v.report_group from service_catalogue.service_versions v
               where v.code = c.definition_code and v.id::text = c.definition_version) s on true
           where c.kind = 'applications.application' and (c.registered_at ${IN_KYIV} ${BETWEEN}
             and ($3::text is not distinct from s.report_group)
             and case when $4::text is null then coalesce(u.code, '') not like 'uszn-%' else u.code = $4 end`,
    params: [...year, line.reportGroup, line.provider ?? null],
  };
}

function checkAtDate({ name, figure, where, on, count }: YearFile['atDate'][number]): YearCheck {
  const inForce = `valid_from <= $1::date and (valid_to is null or $1::date < valid_to)`;
  const wanted = where?.['category'] ?? where?.['kind'] ?? null;
  return {
    name,
    document: count,
    figure: path(figure, [on, on], where),
    sql:
      figure === 'service-catalogue.services'
        ? `select count(distinct code)::int as value from service_catalogue.service_versions
            where ${inForce} and ($2::text is null or category = $2)`
        : `select count(*)::int as value from kernel.units
            where kind in ('council-executive', 'state-territorial') and ${inForce} and ($2::text is null or kind = $2)`,
    params: [on, wanted],
  };
}

function path(
  figure: string,
  [from, to]: readonly [string, string],
  where: Record<string, string> = {},
): string {
  return `/api/figures/${figure}?${new URLSearchParams({ from, to, ...where }).toString()}`;
}
