-- What everyone may see of a ticket beside its topic and house: a moderator decides, and it is written who and when.
create table hotline.photos (
  file_id uuid primary key references kernel.files (id) on delete cascade,
  case_id uuid not null references kernel.cases (id),
  -- before: as the resident saw it; after: as the brigade left it
  moment text not null check (moment in ('before', 'after')),
  added_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'published', 'hidden')),
  decided_by uuid references kernel.staff (id),
  decided_at timestamptz,
  -- why it is hidden
  reason text not null default '',
  check ((state = 'waiting') = (decided_at is null)),
  check (state <> 'hidden' or reason <> '')
);
create index photos_of_ticket on hotline.photos (case_id, added_at);
create index photos_waiting on hotline.photos (added_at) where state = 'waiting';

alter table hotline.tickets
  -- a moderator's own short words for the map, without people; null = nobody has decided yet, '' = none
  add column public_words text,
  add column published_by uuid references kernel.staff (id),
  add column published_at timestamptz,
  -- where another application keeps its picture: told to those who work, never fetched by us
  add column media_url text not null default '';
create index tickets_by_point on hotline.tickets (lat, lon) where lat is not null;

-- «Така вже є – долучитися»: neighbours who want to know of the same trouble.
create table hotline.joiners (
  id uuid primary key,
  case_id uuid not null references kernel.cases (id),
  joined_at timestamptz not null,
  email text not null default ''
);
create index joiners_of_ticket on hotline.joiners (case_id);
create unique index joiners_once on hotline.joiners (case_id, lower(email)) where email <> '';

create table hotline.join_hours (
  hour timestamptz primary key,
  taken int not null
);

-- Requests of Open311 that were answered with a token: entered right after, under the token as their id.
create table hotline.open311_tokens (
  token uuid primary key,
  given_at timestamptz not null,
  -- as it came; null once it is entered or refused
  input jsonb,
  -- what was wrong with it, in a sentence
  refusal text
);
create index open311_tokens_waiting on hotline.open311_tokens (given_at) where input is not null;

create table hotline.token_hours (
  hour timestamptz primary key,
  taken int not null
);
