-- Residents attach files too, and nothing that was uploaded and never used may stay.
alter table kernel.files
  add column uploaded_by_account uuid,
  -- null = a case keeps it; else it goes at that moment unless something keeps it before
  add column kept_until timestamptz;
update kernel.files set kept_until = stored_at + interval '2 days' where case_id is null;
create index files_to_clean on kernel.files (kept_until) where kept_until is not null;
