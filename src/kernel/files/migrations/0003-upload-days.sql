-- How much a resident uploaded in a day: the disk is everybody's.
create table kernel.upload_days (
  account_id uuid not null references kernel.accounts (id) on delete cascade,
  day date not null,
  bytes bigint not null,
  primary key (account_id, day)
);
