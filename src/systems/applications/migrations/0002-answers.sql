-- Answers to the service's own form, by the names of its questions; personal, erased with the applicant.
alter table applications.applications
  add column answers jsonb,
  -- where it was filed; imports of the past came through a window
  add column channel text not null default 'window'
    check (channel in ('window', 'online', 'mobile', 'complex'));
