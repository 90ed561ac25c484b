-- What people attached. The bytes lie in <DATA_DIR>/files by their hash, so one content is stored once.
create table kernel.files (
  id          uuid        primary key,
  -- Personal: people name files after themselves.
  name        text        not null check (name <> ''),
  type        text        not null,
  size        bigint      not null check (size > 0),
  sha256      bytea       not null check (octet_length(sha256) = 32),
  stored_at   timestamptz not null,
  -- No foreign key: a file may be attached in the statement before its case.
  case_id     uuid,
  -- Staff member; null = a resident.
  uploaded_by uuid
);
create index files_of_case on kernel.files (case_id) where case_id is not null;
create index files_by_content on kernel.files (sha256);
