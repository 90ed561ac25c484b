-- Outgoing letters, written in the transaction of the deed that sends them: a letter goes exactly when the deed stands.
create table kernel.letters (
  id              uuid        primary key,
  -- Personal: address, subject and text are erased by retention, the row stays as the proof of sending.
  to_address      text        not null,
  subject         text        not null,
  body_text       text        not null,
  body_html       text,
  -- What the letter is about, as in the journal: {"kind": "case", "id": "…"}.
  about           jsonb,
  created_at      timestamptz not null,
  sent_at         timestamptz,
  attempts        int         not null default 0,
  -- Null = nothing more is tried: sent, or given up with the last failure.
  next_attempt_at timestamptz,
  failure         text,
  check (sent_at is null or next_attempt_at is null)
);
create index letters_waiting on kernel.letters (next_attempt_at) where next_attempt_at is not null;
create index letters_given_up on kernel.letters (created_at) where sent_at is null and next_attempt_at is null;
