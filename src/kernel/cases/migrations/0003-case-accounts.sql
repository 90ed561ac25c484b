-- Whose case it is: opened by a resident who had signed in (of whatever kind it is), or attached to the
-- account later by its number and tracking code.
create table kernel.case_accounts (
  account_id uuid not null references kernel.accounts (id) on delete cascade,
  case_id uuid not null references kernel.cases (id),
  way text not null check (way in ('filed', 'attached')),
  tied_at timestamptz not null,
  primary key (account_id, case_id)
);
create index case_accounts_by_case on kernel.case_accounts (case_id);
