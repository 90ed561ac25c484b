-- People come without booking, places move, and a letter reminds the day before.
alter table reception.visits drop constraint visits_channel_check;
alter table reception.visits add constraint visits_channel_check
  check (channel in ('site', 'telephone', 'desk', 'walk-in'));
-- Whoever did not come has left their time to others.
drop index reception.visits_place;
create unique index visits_place on reception.visits (staff_id, starts_at)
  where state not in ('cancelled', 'no-show');
alter table reception.visits add column reminded_at timestamptz;
create index visits_to_remind on reception.visits (starts_at) where state = 'booked' and reminded_at is null;
