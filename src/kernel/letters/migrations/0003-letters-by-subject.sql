-- A person's own letters are looked up by the case that they are about.
create index letters_about on kernel.letters ((about ->> 'id')) where about is not null;
