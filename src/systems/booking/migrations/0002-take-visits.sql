-- Breaks a statement that may not stand, with a name that the system tells in a sentence (hold-store.ts): so the
-- statement may travel with the rest of its transaction, and its locks last as long as the commit and no longer.
create function booking.refuse(reason text) returns boolean language plpgsql as $$
begin
  raise exception using errcode = 'integrity_constraint_violation', constraint = reason, message = reason;
end
$$;
