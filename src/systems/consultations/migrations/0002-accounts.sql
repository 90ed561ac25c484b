-- Who asked after signing in finds the question in the cabinet; whoever did not is known by the address only.
alter table consultations.questions
  add column account_id uuid references kernel.accounts (id) on delete set null;
create index questions_by_account on consultations.questions (account_id) where account_id is not null;
