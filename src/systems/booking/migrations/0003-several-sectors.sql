-- A visit of several sectors: one after another without a pause. steps is the first leg's, further the others' as
-- [{"sector": "…", "services": ["…"], "steps": 2}], all_steps the length of the whole.
alter table booking.bookings
  add column further jsonb not null default '[]' check (jsonb_typeof(further) = 'array'),
  add column all_steps int;
update booking.bookings set all_steps = steps;
alter table booking.bookings alter column all_steps set not null, add check (all_steps >= steps);

-- By whom and how a visit was booked: on the page, at the desk for somebody on the telephone.
alter table booking.bookings add column channel text not null default 'site' check (channel in ('site', 'telephone'));
