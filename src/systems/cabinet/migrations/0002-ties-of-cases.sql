-- Cases of every system are tied to an account where they are opened: the kernel keeps the ties.
insert into kernel.case_accounts (account_id, case_id, way, tied_at)
  select account_id, case_id, way, tied_at from cabinet.account_cases
  on conflict do nothing;
drop table cabinet.account_cases;
