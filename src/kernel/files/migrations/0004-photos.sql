-- Photographs as they are kept: upright, no larger than a screen, without what the camera wrote into them.
create table kernel.photos (
  file_id uuid primary key references kernel.files (id) on delete cascade,
  width int not null check (width > 0),
  height int not null check (height > 0),
  -- for lists, JPEG, a few kilobytes
  small bytea not null
);

-- Who sends a photograph need not sign in: an hour takes so many from all of them together.
create table kernel.photo_hours (
  hour timestamptz primary key,
  taken int not null
);
