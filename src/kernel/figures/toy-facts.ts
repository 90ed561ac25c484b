import type { CityDatabase } from '../database/open-database.ts';
import type { Figure } from './figure.ts';

/** A relation of facts for the engine's tests: visits to a tennis club. */
export const TOY: Figure = {
  id: 'tennis-club.games',
  title: { uk: 'Ігри', en: 'Games' },
  unit: { uk: 'ігор', en: 'games' },
  definition: { uk: 'Зіграні ігри.', en: 'Games played.' },
  facts: 'toy.games',
  measure: { kind: 'count' },
  period: 'within',
  dimensions: [
    {
      name: 'court',
      title: { uk: 'Корт', en: 'Court' },
      code: 'court',
      label: 'court_label',
      labelEn: 'court_label_en',
    },
    { name: 'kind', title: { uk: 'Вид', en: 'Kind' }, code: 'kind', label: 'kind', fine: true },
  ],
  columns: [
    { column: 'court_label', title: { uk: 'Корт', en: 'Court' } },
    { column: 'kind', title: { uk: 'Вид', en: 'Kind' } },
  ],
  suppressBelow: 0,
  synthetic: 'synthetic',
};

export interface Game {
  readonly day: string;
  readonly court: string;
  readonly kind: string | null;
  readonly minutes?: number | null;
  readonly won?: boolean | null;
  readonly synthetic?: string | null;
}

export async function makeToyFacts(city: CityDatabase): Promise<void> {
  await city.withOwner((owner) =>
    owner.query(`
      create schema toy;
      create table toy.games (
        id uuid primary key default gen_random_uuid(), day date not null, court text not null,
        court_label text generated always as ('Корт ' || court) stored,
        court_label_en text generated always as ('Court ' || court) stored,
        kind text, minutes int, won boolean, synthetic text);
      create table toy.members (id text primary key, valid_from date not null, valid_to date);
      grant usage on schema toy to prozoryi_app;
      grant select on all tables in schema toy to prozoryi_app;`),
  );
}

export async function fillToyFacts(city: CityDatabase, games: readonly Game[]): Promise<void> {
  await city.withOwner(async (owner) => {
    await owner.query('truncate toy.games');
    await owner.query(
      `insert into toy.games (day, court, kind, minutes, won, synthetic)
       select day, court, kind, minutes, won, synthetic
       from json_to_recordset($1) as g(day date, court text, kind text, minutes int, won boolean, synthetic text)`,
      [JSON.stringify(games)],
    );
  });
}
