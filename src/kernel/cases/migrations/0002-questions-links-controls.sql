-- A question of a case: what it asks, who answers it (a body, then a person there), how it ended.
alter table kernel.case_questions
  add column text text not null default '',
  add column unit_id uuid references kernel.units (id),
  add column outcome_at timestamptz,
  add constraint case_questions_outcome_has_moment check ((outcome is null) = (outcome_at is null));
create index case_questions_executor on kernel.case_questions (executor_id, case_id)
  where executor_id is not null and outcome is null;

alter table kernel.case_links
  add column linked_at timestamptz not null,
  add column linked_by uuid references kernel.staff (id);
-- However many people link at once, a twin has one master.
create unique index case_links_one_master on kernel.case_links (case_id) where kind = 'twin';

create unique index case_executors_co_executor
  on kernel.case_executors (staff_id, case_id) where role = 'co-executor' and to_at is null;

-- Who watches over a case, and why he does no longer.
create table kernel.case_controls (
  case_id uuid not null references kernel.cases (id),
  no int not null check (no > 0),
  controller_id uuid not null references kernel.staff (id),
  from_at timestamptz not null,
  to_at timestamptz check (to_at >= from_at),
  removed_by uuid references kernel.staff (id),
  reason text,
  primary key (case_id, no),
  constraint case_controls_ended_with_reason check ((to_at is null) = (reason is null))
);
create unique index case_controls_present on kernel.case_controls (case_id) where to_at is null;
create index case_controls_controller on kernel.case_controls (controller_id, case_id) where to_at is null;

-- Whom a case complains of: a person or a whole body. Neither may get it into their hands, whichever
-- way it comes (Law 393/96-VR art. 7): the database sees to it, so no action can forget.
create table kernel.case_excluded (
  case_id uuid not null references kernel.cases (id),
  staff_id uuid references kernel.staff (id),
  unit_id uuid references kernel.units (id),
  constraint case_excluded_one check (num_nonnulls(staff_id, unit_id) = 1)
);
create unique index case_excluded_staff on kernel.case_excluded (case_id, staff_id) where staff_id is not null;
create unique index case_excluded_unit on kernel.case_excluded (case_id, unit_id) where unit_id is not null;

create function kernel.is_excluded(of_case uuid, of_staff uuid, of_unit uuid) returns boolean
language sql stable as $$
  select exists (
    select from kernel.case_excluded x
    where x.case_id = of_case and (
      x.staff_id = of_staff or x.unit_id = of_unit
      or x.unit_id = (select s.unit_id from kernel.staff s where s.id = of_staff)))
$$;

create function kernel.refuse_excluded(of_case uuid, of_staff uuid, of_unit uuid) returns void
language plpgsql as $$
begin
  if kernel.is_excluded(of_case, of_staff, of_unit) then
    raise exception 'the case complains of them' using errcode = '23514', constraint = 'case_excluded_hold_nothing';
  end if;
end $$;

create function kernel.check_executor() returns trigger language plpgsql as $$
begin
  perform kernel.refuse_excluded(new.case_id, new.staff_id, null);
  return new;
end $$;
create trigger case_executors_not_excluded before insert on kernel.case_executors
  for each row execute function kernel.check_executor();

create function kernel.check_question() returns trigger language plpgsql as $$
begin
  perform kernel.refuse_excluded(new.case_id, new.executor_id, new.unit_id);
  return new;
end $$;
create trigger case_questions_not_excluded before update of executor_id, unit_id on kernel.case_questions
  for each row when (new.executor_id is not null or new.unit_id is not null)
  execute function kernel.check_question();

create function kernel.check_case_holder() returns trigger language plpgsql as $$
begin
  perform kernel.refuse_excluded(new.id, new.executor_id, new.unit_id);
  return new;
end $$;
create trigger cases_not_excluded before update of unit_id, executor_id on kernel.cases
  for each row when (
    new.unit_id is distinct from old.unit_id or new.executor_id is distinct from old.executor_id)
  execute function kernel.check_case_holder();

-- Nor may one be named who holds it already: it is taken from them first.
create function kernel.check_new_exclusion() returns trigger language plpgsql as $$
begin
  if exists (
    select from kernel.cases c where c.id = new.case_id and (
      c.executor_id = new.staff_id or c.unit_id = new.unit_id
      or new.unit_id = (select s.unit_id from kernel.staff s where s.id = c.executor_id)))
  or exists (
    select from kernel.case_executors e join kernel.staff s on s.id = e.staff_id
    where e.case_id = new.case_id and e.to_at is null
      and (e.staff_id = new.staff_id or s.unit_id = new.unit_id))
  or exists (
    select from kernel.case_questions q left join kernel.staff s on s.id = q.executor_id
    where q.case_id = new.case_id
      and (q.executor_id = new.staff_id or q.unit_id = new.unit_id or s.unit_id = new.unit_id)) then
    raise exception 'they hold the case' using errcode = '23514', constraint = 'case_excluded_holds_already';
  end if;
  return new;
end $$;
create trigger case_excluded_holds_nothing before insert on kernel.case_excluded
  for each row execute function kernel.check_new_exclusion();
