-- A request key belongs to one actor and one action, lives 48 hours and answers a repeat with the first answer.
create table kernel.request_keys (
  actor text not null,
  action text not null,
  key text not null,
  body_hash bytea not null,
  answer jsonb not null,
  expires_at timestamptz not null,
  primary key (actor, action, key)
);
create index request_keys_expired on kernel.request_keys (expires_at);
