-- A booked visit of several sectors: where the same person goes after this ticket is served, in order, as
-- [{"serviceCode": "…", "bookedFor": "…"}]; null = nowhere.
alter table queue.tickets add column further jsonb check (jsonb_typeof(further) = 'array' and further <> '[]');
