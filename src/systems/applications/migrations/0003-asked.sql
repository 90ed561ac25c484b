-- What a complex service asked for this part: its answers stand under these questions, not the service's own.
alter table applications.applications add column asked jsonb;
