-- Terms whose last day does not move off a day off: an emergency on Friday is due on Saturday.
alter table kernel.deadline_rules add column keeps_day_off boolean not null default false;
