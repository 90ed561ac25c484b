-- Letters that came to the city's mailboxes and wait for a person to register them. The mailbox keeps
-- its own copy: nothing is ever deleted there, so that what is lost here can be fetched again.
create table kernel.incoming_letters (
  id uuid primary key,
  -- `user@host/folder`; uid_validity changes when a mailbox is made anew
  mailbox text not null,
  uid_validity bigint not null,
  uid bigint not null,
  message_id text,
  from_name text,
  from_address text,
  subject text,
  -- plain words; a letter of HTML is read into words and never shown as HTML
  body text,
  received_at timestamptz not null,
  fetched_at timestamptz not null,
  size bigint not null,
  -- the letter as it came; null where it was too large to fetch
  source_file_id uuid references kernel.files (id),
  trouble text check (trouble in ('too-large', 'unreadable')),
  state text not null default 'new' check (state in ('new', 'registered', 'dismissed')),
  case_id uuid references kernel.cases (id),
  dismissed_reason text,
  settled_at timestamptz,
  settled_by uuid references kernel.staff (id),
  -- Killed between two letters, the next look fetches one again: it is here once.
  constraint incoming_letters_once unique (mailbox, uid_validity, uid),
  check ((state = 'new') = (settled_at is null)),
  check ((state = 'registered') = (case_id is not null)),
  check ((state = 'dismissed') = (dismissed_reason is not null))
);
create index incoming_letters_new on kernel.incoming_letters (received_at) where state = 'new';
create index incoming_letters_newest on kernel.incoming_letters (received_at desc, id desc);

create table kernel.incoming_attachments (
  letter_id uuid not null references kernel.incoming_letters (id),
  no int not null check (no > 0),
  name text not null,
  size bigint not null,
  file_id uuid references kernel.files (id),
  -- why the bytes were not taken; they stay in the letter's source
  refused text check (refused in ('too-large', 'unknown-type', 'empty', 'too-many')),
  primary key (letter_id, no),
  check ((file_id is null) = (refused is not null))
);
