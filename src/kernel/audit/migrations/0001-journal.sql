-- The journal (DESIGN §6). A deed's row is written in the deed's own transaction; linking, sealing and
-- publishing are the sealer's, so that no deed waits for another's commit.

-- A sequence of its own: PostgreSQL before 17 knows no identity columns on partitioned tables.
create sequence kernel.audit_journal_ids as bigint cache 1;

create table kernel.audit_journal (
  id          bigint      not null default nextval('kernel.audit_journal_ids'),
  recorded_at timestamptz not null default now(),
  occurred_at timestamptz not null default now(),
  -- Ids are taken before the commit, so their order is not the order of commits: the sealer takes a row
  -- only when no transaction as old as this one can still commit.
  xid         xid8        not null default pg_current_xact_id(),
  kind        text        not null check (kind in ('action', 'look')),
  name        text        not null,
  actor_id    uuid,
  actor_name  text,
  actor_roles text[]      not null default '{}',
  imported_by uuid,
  unit_id     uuid,
  subjects    jsonb       not null default '[]',
  input       jsonb       not null default '{}',
  output      jsonb,
  changes     jsonb       not null default '[]',
  reason      text,
  request_key text,
  primary key (id, recorded_at)
) partition by range (recorded_at);

create table kernel.audit_journal_default partition of kernel.audit_journal default;

create index audit_journal_subjects on kernel.audit_journal using gin (subjects jsonb_path_ops);
create index audit_journal_order on kernel.audit_journal (xid, id);

-- The personal values behind the journal's keyed hashes, one row a deed: [{"hash": "hmac:…", "value": …}].
-- Erasing a row here breaks nothing in the chain. No unique hash: two deeds that name one person would
-- wait for each other's commit, and could lock each other for good.
create table kernel.audit_personal_values (
  journal_id  bigint      primary key,
  recorded_at timestamptz not null,
  -- Name of the action, so that each system's own term of keeping applies to its deeds.
  name        text        not null,
  personal    jsonb       not null
);
create index audit_personal_values_age on kernel.audit_personal_values using brin (recorded_at);

-- hash = HMAC-SHA256(audit key, hash of the position before ‖ text of the row), see seal-journal.ts.
create table kernel.audit_links (
  position    bigint      primary key,
  -- Where the row stands: order of linking, and its partition.
  journal_id  bigint      not null unique,
  xid         xid8        not null,
  recorded_at timestamptz not null,
  hash        bytea       not null
);

create table kernel.audit_seals (
  batch          bigint      primary key,
  first_position bigint      not null unique,
  last_position  bigint      not null unique,
  head           bytea       not null,
  signature      bytea       not null,
  sealed_at      timestamptz not null,
  check (first_position <= last_position)
);

grant usage on sequence kernel.audit_journal_ids to prozoryi_app;
revoke update, delete, truncate on
  kernel.audit_journal, kernel.audit_journal_default, kernel.audit_links, kernel.audit_seals
  from prozoryi_app;
revoke update on kernel.audit_personal_values from prozoryi_app;
