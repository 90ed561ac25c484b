-- Whose term was extended: few rows, and none is written when a case is registered.
create index case_clocks_extended on kernel.case_clocks (case_id)
  where name = 'main' and extensions <> '[]'::jsonb;
