-- A service's whole definition stands in its version: what began under one form ends under it.
alter table service_catalogue.service_versions
  -- the questions of its own form, in their order (service-form.ts)
  add column form jsonb not null default '[]',
  -- the technological card: stages with body, mark and days (Law 5203-VI art. 8(5))
  add column stages jsonb not null default '[]',
  -- what besides the papers decides whether one is received today (readiness.ts)
  add column readiness jsonb not null default '[]',
  -- the line of the kiosk's tree under the sector; null = by life event alone
  add column kiosk_group text,
  -- code of the complex plan it is a part of
  add column plan_code text;

-- Papers that the authorities hold themselves: an administrator may not ask for them (Law 5203-VI art. 9(7)-(8)).
create table service_catalogue.held_documents (
  code text primary key,
  name text not null,
  -- words by which a card's line is known to mean this paper; matched without case
  signs text[] not null check (cardinality(signs) > 0),
  held_by text not null,
  article text not null,
  position int not null
);
