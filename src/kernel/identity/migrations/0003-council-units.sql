-- The leadership and the departments of the council get and execute papers; services at the Centre
-- are given by bodies of the two other kinds.
alter table kernel.units drop constraint units_kind_check;
alter table kernel.units add constraint units_kind_check
  check (kind in ('centre', 'council-executive', 'state-territorial', 'leadership', 'council-department'));
