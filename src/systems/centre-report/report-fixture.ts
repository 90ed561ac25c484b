import type { CityDatabase } from '../../kernel/database/open-database.ts';

const VIEWS = [
  'applications.decisions_facts',
  'applications.applications_facts',
  'applications.consultations_facts',
  'queue.visitors_facts',
  'queue.waits_facts',
  'ratings.ratings_facts',
  'community_register.entered_facts',
  'service_catalogue.services_facts',
  'service_catalogue.providers_facts',
];

/**
 * Puts tables of the same shape in the place of the systems' fact views, so that the report is tested
 * on facts alone, whatever the systems do to make them.
 */
export async function openFacts(city: CityDatabase): Promise<void> {
  await city.withOwner(async (owner) => {
    for (const view of VIEWS)
      await owner.query(`create table ${view}_shape as select * from ${view} limit 0`);
    for (const view of VIEWS) await owner.query(`drop view if exists ${view} cascade`);
    for (const view of VIEWS)
      await owner.query(`alter table ${view}_shape rename to ${view.split('.')[1] ?? ''}`);
  });
}

/** The year that the city's own report tells of, spread over its days. */
export async function fillYear2020(city: CityDatabase): Promise<void> {
  await city.withOwner((owner) =>
    owner.query(`
      create function pg_temp.day_of(n int, from_day date, days int) returns date immutable language sql
        as 'select $2 + ($1 * 7919) % $3';
      insert into queue.visitors_facts (day, sector, sector_name)
        select pg_temp.day_of(n, '2020-01-02', 364), s.code, s.name
        from generate_series(1, 95909) n join lateral (select (array['registration','social','administrative'])[n % 3 + 1] code,
          (array['Реєстраційний','Соціальний','Адміністративний'])[n % 3 + 1] name) s on true;
      insert into queue.visitors_facts (day, sector, sector_name)
        select pg_temp.day_of(n, '2019-01-02', 363), 'registration', 'Реєстраційний' from generate_series(1, 39632) n;
      insert into applications.applications_facts (id, day, sector, sector_label, service_code, service_label,
          provider_code, provider_label, report_group_code, report_group_label, synthetic)
        select gen_random_uuid(), pg_temp.day_of(n, g.from_day, g.days), g.sector, g.sector,
          case when g.code = 'not-itemised' then 'not-itemised' else g.code || '-' || n % 7 end, 'Послуга ' || n % 7,
          g.code, g.code, g.code, g.code, 'година'
        from (values ('residence-registration', 'registration', 24496, date '2020-01-02', 364),
          ('administrative', 'administrative', 22144, '2020-01-02', 364),
          ('business-registration', 'registration', 7847, '2020-01-02', 364),
          ('property-registration', 'registration', 5417, '2020-01-02', 364),
          ('pension', 'social', 7225, '2020-09-19', 103),
          ('social-fortechnyi', 'social', 3850, '2020-09-19', 103),
          ('social-podilskyi', 'social', 1840, '2020-09-19', 103),
          ('not-itemised', 'not-itemised', 58692, '2020-01-02', 364)) g (code, sector, count, from_day, days),
          generate_series(1, g.count) n;
      insert into community_register.entered_facts (day) select pg_temp.day_of(n, '2020-01-02', 364) from generate_series(1, 54614) n;
      insert into ratings.ratings_facts (day, sector, sector_label, mark, positive)
        select pg_temp.day_of(n, '2020-01-02', 364), 'social', 'Соціальний', case when n <= 2946 then 5 else 2 end, n <= 2946
        from generate_series(1, 3000) n;
      insert into service_catalogue.services_facts (valid_from, code, name, category, category_label, sector, sector_label)
        select case when n <= 156 then date '2016-04-04' else '2020-09-19' end, 's' || n, 'Послуга ' || n,
          c.code, c.code, 'social', 'Соціальний'
        from generate_series(1, 365) n join lateral (select case when n <= 240 then 'administrative' when n <= 335 then 'social' else 'pension' end code) c on true;
      insert into service_catalogue.providers_facts (valid_from, code, name, kind, kind_label)
        select case when n <= 29 then date '2016-04-04' else '2020-09-19' end, 'p' || n, 'Орган ' || n, k.code, k.code
        from generate_series(1, 35) n join lateral (select case when n % 5 < 2 then 'council-executive' else 'state-territorial' end code) k on true;
      analyze;`),
  );
}
