-- One row a book and year; its lock is the queue in which numbers are given, so they have no gaps.
create table kernel.number_books (
  book text not null check (book ~ '^[a-z0-9]+([/-][a-z0-9]+)*$'),
  year int not null check (year between 1900 and 2200),
  last int not null check (last > 0),
  primary key (book, year)
) with (fillfactor = 50);
