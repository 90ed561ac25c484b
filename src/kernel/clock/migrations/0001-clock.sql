-- Legal terms as data with validity: a lawyer corrects them without a developer.
create table kernel.deadline_rules (
  code text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  value int not null check (value >= 0),
  unit text not null check (unit in ('hours', 'working-days', 'calendar-days', 'months', 'auto-days')),
  start_event text not null,
  -- {"max": 45 | null, "unit": "calendar-days"}; null: the law gives no extension
  extension jsonb,
  article text not null,
  silence text check (silence in ('consent', 'refusal')),
  certainty text not null check (certainty in ('V', 'V2', 'M', 'M?')),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  primary key (code, valid_from),
  constraint deadline_rules_no_overlap exclude using gist (code with =, daterange(valid_from, valid_to) with &&)
);

-- One row. The sources disagree about a term of exactly ten days (Law 2073-IX art. 33).
create table kernel.clock_settings (
  only_row boolean primary key default true check (only_row),
  ten_days_are text not null check (ten_days_are in ('working', 'calendar'))
);
