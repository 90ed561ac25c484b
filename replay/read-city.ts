import { z } from 'zod';
import { type Api, ReplayProblem } from './api.ts';
import type { Edition, ReplayCity } from './replay-city.ts';
import { SECTORS, type YearFile } from './year-file.ts';

const services = z.object({
  services: z.array(
    z.object({
      code: z.string(),
      validFrom: z.iso.date(),
      reportGroup: z.string(),
      sector: z.enum(SECTORS),
      term: z.object({ value: z.number(), unit: z.string() }),
      documents: z.array(z.string()),
      providers: z.array(z.object({ code: z.string() })),
    }),
  ),
});
const bodies = z.object({ providers: z.array(z.object({ code: z.string() })) });
const panel = z.object({
  windows: z.array(z.object({ id: z.uuid(), number: z.int(), sectors: z.array(z.enum(SECTORS)) })),
});
const staff = z.object({
  members: z.array(
    z.object({ login: z.string(), unitCode: z.string(), roles: z.array(z.string()), active: z.boolean() }),
  ),
});

/** Asks the server what the plan stands on. Only papers' names are kept short: three tell enough. */
export async function readCity(api: Api, file: YearFile): Promise<ReplayCity> {
  const { windows } = await api.get(`/api/queries/queue.hall-panel?hall=${file.hall}`, panel);
  const { members } = await api.get('/api/queries/staff.list-members?limit=1000', staff);
  const active = members.filter((member) => member.active).toSorted((a, b) => (a.login < b.login ? -1 : 1));
  const clerks = active.filter(({ roles }) => roles.includes('administrator')).map(({ login }) => login);
  const specialists = Map.groupBy(
    active.filter(({ roles }) => roles.includes('specialist')),
    ({ unitCode }) => unitCode,
  );
  if (clerks.length === 0 || windows.length === 0 || specialists.size === 0)
    throw new ReplayProblem('noClerks');
  return {
    windows,
    clerks,
    specialists: new Map([...specialists].map(([unit, own]) => [unit, own.map(({ login }) => login)])),
    editions: await readEditions(api, file.year),
  };
}

/** The catalogue on the year's first day and on every day on which a service of its last day came in. */
async function readEditions(api: Api, year: number): Promise<readonly Edition[]> {
  const atEnd = await readEdition(api, `${year}-12-31`);
  const inYear = atEnd.dates.filter((date) => date > `${year}-01-01`);
  const dates = [`${year}-01-01`, ...new Set(inYear)].toSorted();
  const editions: Edition[] = [];
  for (const date of dates) editions.push((await readEdition(api, date)).edition);
  return editions;
}

async function readEdition(api: Api, on: string): Promise<{ edition: Edition; dates: readonly string[] }> {
  const found = await api.get(`/api/queries/service-catalogue.search-services?on=${on}&limit=1000`, services);
  const known = await api.get(`/api/queries/service-catalogue.list-providers?on=${on}`, bodies);
  return {
    edition: {
      from: on,
      services: found.services.map(({ code, reportGroup, sector, term, documents, providers }) => ({
        code,
        reportGroup,
        sector,
        term,
        documents: documents.slice(0, 3),
        providers: providers.map(({ code }) => code),
      })),
      bodies: new Set(known.providers.map(({ code }) => code)),
    },
    dates: found.services.map(({ validFrom }) => validFrom),
  };
}
