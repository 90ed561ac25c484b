-- For what people are most often turned away or refused, counted anew by the applications now and then;
-- small counts are left out there already, so that no row names anybody.
create table service_catalogue.frequent_reasons (
  service_code text not null,
  -- at the window, or in a body's decision
  source text not null check (source in ('window', 'decision')),
  reason_code text not null,
  text text not null,
  text_en text not null,
  count int not null check (count > 0),
  counted_on date not null,
  primary key (service_code, source, reason_code)
);
