-- Of a name that hundreds have, and of a house of hundreds of flats, the newest appeals are looked at first.
drop index appeals.appeals_by_author;
create index appeals_by_author on appeals.appeals (author_key, day desc) where author_key <> '';
drop index appeals.appeals_by_address;
create index appeals_by_address on appeals.appeals (address_key, day desc) where address_key <> '';

-- Which numbers of sketches are common is asked of these statistics (src/systems/appeals/similar-store.ts).
alter table appeals.appeals alter column sketch set statistics 300;
