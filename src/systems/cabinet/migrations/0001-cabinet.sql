-- Whose application it is: filed from the cabinet, or attached later by its number and tracking code.
create table cabinet.account_cases (
  account_id uuid not null references kernel.accounts (id) on delete cascade,
  case_id uuid not null references kernel.cases (id),
  way text not null check (way in ('filed', 'attached')),
  tied_at timestamptz not null,
  primary key (account_id, case_id)
);
create index account_cases_by_case on cabinet.account_cases (case_id);

-- Booked visits by their codes: whoever has the code may manage the visit anyway.
create table cabinet.account_visits (
  account_id uuid not null references kernel.accounts (id) on delete cascade,
  code text not null,
  tied_at timestamptz not null,
  primary key (account_id, code)
);

-- An application that is being written: one a person and service, saved at every step.
create table cabinet.drafts (
  account_id uuid not null references kernel.accounts (id) on delete cascade,
  service_code text not null,
  provider_code text,
  contacts jsonb not null default '{}',
  answers jsonb not null default '{}',
  -- [{"document": "…", "fileId": "…"}]
  papers jsonb not null default '[]',
  started_at timestamptz not null,
  saved_at timestamptz not null,
  primary key (account_id, service_code)
);
create index drafts_by_age on cabinet.drafts (saved_at);

-- For how many days a draft that nobody touches is kept: the city's own rule, by days of validity.
create table cabinet.draft_terms (
  days int not null check (days between 1 and 365),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  constraint draft_terms_no_overlap exclude using gist (daterange(valid_from, valid_to) with &&)
);
