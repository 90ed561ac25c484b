-- Where fees are paid to. An account holds for a service (01-01), a group of services (01) or all (*); the
-- narrowest wins.
create table fees.accounts (
  id uuid primary key,
  scope text not null check (scope ~ '^(\*|[0-9]{2}|[0-9]{2}-[0-9]{2,3})$'),
  recipient text not null check (length(recipient) between 3 and 140),
  edrpou text not null check (edrpou ~ '^[0-9]{8}$'),
  iban text not null check (iban ~ '^UA[0-9]{27}$'),
  -- code of the budget's income (КБКД), told to the bank by the purpose
  budget_code text check (budget_code ~ '^[0-9]{8}$'),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  constraint accounts_no_overlap exclude using gist (scope with =, daterange(valid_from, valid_to) with &&)
);

-- A service that costs differently in time and late, or by kind; without variants the card's own fee holds.
create table fees.variants (
  id uuid primary key,
  scope text not null check (scope ~ '^[0-9]{2}(-[0-9]{2,3})?$'),
  code text not null check (code ~ '^[a-z]+(-[a-z]+)*$'),
  title text not null,
  title_en text not null,
  -- hundredths of a per cent of the subsistence minimum: 150 = 1,5 %
  basis_points int not null check (basis_points between 1 and 1000000),
  article text not null,
  certainty text not null check (certainty in ('V', 'V2', 'M', 'M?')),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  constraint variants_no_overlap exclude using gist (scope with =, code with =, daterange(valid_from, valid_to) with &&)
);

create table fees.waivers (
  id uuid primary key,
  scope text not null check (scope ~ '^(\*|[0-9]{2}|[0-9]{2}-[0-9]{2,3})$'),
  code text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text not null,
  title_en text not null,
  -- how much is forgiven; 100 = free
  percent int not null check (percent between 1 and 100),
  article text not null,
  certainty text not null check (certainty in ('V', 'V2', 'M', 'M?')),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  constraint waivers_no_overlap exclude using gist (scope with =, code with =, daterange(valid_from, valid_to) with &&)
);

-- A due keeps the account and the arithmetic of its day: a new account or minimum never changes an old bill.
create table fees.dues (
  id uuid primary key,
  case_id uuid not null references kernel.cases (id),
  case_number text not null,
  code text not null constraint dues_code_key unique check (code ~ '^[0-9]{12}$'),
  service_code text not null,
  service_name text not null,
  variant text,
  variant_title text,
  basis_points int,
  base_amount numeric(12, 2),
  base_from date,
  full_amount numeric(12, 2) not null check (full_amount > 0),
  waiver text,
  waiver_title text,
  waiver_percent int check (waiver_percent between 1 and 100),
  amount numeric(12, 2) not null check (amount >= 0 and amount <= full_amount),
  article text not null,
  recipient text not null,
  edrpou text not null,
  iban text not null,
  budget_code text,
  purpose text not null,
  charged_at timestamptz not null,
  charged_on date not null,
  charged_by uuid references kernel.staff (id),
  cancelled_at timestamptz,
  cancelled_by uuid references kernel.staff (id),
  cancel_reason text,
  check ((waiver is null) = (waiver_percent is null)),
  check ((cancelled_at is null) = (cancel_reason is null))
);
create index dues_by_day on fees.dues (charged_on desc, id);
create index dues_by_case on fees.dues (case_id);

-- Law 5203-VI art. 11: paid once for the whole service, filing again after a cure included. So one due may
-- cover several cases, and a case is covered by one due only.
create table fees.covered_cases (
  case_id uuid constraint covered_cases_pkey primary key references kernel.cases (id),
  due_id uuid not null references fees.dues (id),
  covered_at timestamptz not null,
  covered_by uuid references kernel.staff (id)
);
create index covered_by_due on fees.covered_cases (due_id);

create table fees.statements (
  id uuid primary key,
  file_name text not null,
  imported_at timestamptz not null,
  imported_by uuid references kernel.staff (id),
  lines int not null,
  fresh int not null,
  known int not null,
  not_receipts int not null,
  matched int not null
);
create index statements_by_moment on fees.statements (imported_at desc);

-- The columns of a bank's file, remembered by the titles that stood in it.
create table fees.statement_layouts (
  titles text[] primary key,
  columns jsonb not null,
  used_at timestamptz not null
);

-- What came to the accounts. Who paid is personal and is erased by retention.
create table fees.payments (
  id uuid primary key,
  statement_id uuid not null references fees.statements (id),
  row int not null,
  bank_document text not null,
  paid_on date not null,
  amount numeric(14, 2) not null check (amount > 0),
  payer_name text,
  payer_code text,
  -- a hash of the account it came from: enough to tell two payers apart
  payer_key text not null,
  purpose text,
  refunded numeric(14, 2) not null default 0,
  -- The same line of a statement twice is one payment. Banks number documents payer by payer, so
  -- number, day and amount alone would make one of two payers' «1» of the same day.
  constraint payments_once unique (bank_document, paid_on, amount, payer_key),
  constraint refunds_within_payment check (refunded >= 0 and refunded <= amount)
);
create index payments_by_day on fees.payments (paid_on desc, id);

-- Which payment settles which due: a payment settles one.
create table fees.matches (
  payment_id uuid constraint matches_pkey primary key references fees.payments (id),
  due_id uuid not null references fees.dues (id),
  how text not null check (how in ('reference', 'payer-and-amount', 'by-hand')),
  matched_at timestamptz not null,
  matched_by uuid references kernel.staff (id)
);
create index matches_by_due on fees.matches (due_id);

create table fees.refunds (
  id uuid primary key,
  payment_id uuid not null references fees.payments (id),
  amount numeric(14, 2) not null check (amount > 0),
  reason text not null check (reason in ('overpaid', 'paid-by-mistake', 'not-provided', 'waiver-later')),
  document_number text not null,
  document_date date not null,
  file_id uuid,
  refunded_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid references kernel.staff (id)
);
create index refunds_by_payment on fees.refunds (payment_id);
revoke update, delete on fees.refunds from prozoryi_app;

-- Each due with what came for it. `settled_on`: the day the last payment of it came.
create view fees.due_states as
select d.*, coalesce(m.paid, 0) as paid, coalesce(m.refunded, 0) as refunded, m.last_paid_on,
       case when d.cancelled_at is not null then 'cancelled'
            when d.amount = 0 then 'waived'
            when coalesce(m.paid, 0) = 0 then 'due'
            when coalesce(m.paid, 0) < d.amount then 'part-paid'
            when coalesce(m.paid, 0) > d.amount then 'overpaid'
            else 'paid' end as state
  from fees.dues d
  left join lateral (
    select sum(p.amount - p.refunded) as paid, sum(p.refunded) as refunded, max(p.paid_on) as last_paid_on
      from fees.matches x join fees.payments p on p.id = x.payment_id where x.due_id = d.id) m on true;

-- One row a payment that came; nobody is named.
create view fees.receipts_facts as
select p.id, p.paid_on as day, p.amount, p.refunded,
       coalesce(d.service_code, 'unmatched') as service_code,
       coalesce(d.service_name, 'Ще не зіставлено') as service_label,
       coalesce(d.service_name, 'Not matched yet') as service_label_en,
       m.how
  from fees.payments p
  left join fees.matches m on m.payment_id = p.id
  left join fees.dues d on d.id = m.due_id;

create view fees.unmatched_facts as
select id, day, amount - refunded as amount, bank_document from (
  select f.*, p.bank_document from fees.receipts_facts f join fees.payments p on p.id = f.id
   where f.how is null) open_payments
 where amount > refunded;

create view fees.refunds_facts as
select r.id, r.refunded_on as day, r.amount, r.reason,
       case r.reason when 'overpaid' then 'Сплачено більше, ніж треба' when 'paid-by-mistake' then 'Сплачено помилково'
                     when 'not-provided' then 'Послугу не надано з нашої вини' else 'Пільгу підтверджено згодом' end as reason_label,
       case r.reason when 'overpaid' then 'More was paid than due' when 'paid-by-mistake' then 'Paid by mistake'
                     when 'not-provided' then 'Not provided through our fault' else 'A waiver was proved later' end as reason_label_en,
       coalesce(d.service_code, 'unmatched') as service_code,
       coalesce(d.service_name, 'Ще не зіставлено') as service_label
  from fees.refunds r
  left join fees.matches m on m.payment_id = r.payment_id
  left join fees.dues d on d.id = m.due_id;

create view fees.dues_facts as
select s.id, s.charged_on as day, s.amount, s.service_code, s.service_name as service_label, s.state,
       case s.state when 'waived' then 'Пільга, платити не треба' when 'due' then 'Ще не сплачено' when 'part-paid' then 'Сплачено частину'
                    when 'overpaid' then 'Сплачено більше' else 'Сплачено' end as state_label,
       case s.state when 'waived' then 'Waived' when 'due' then 'Not paid yet' when 'part-paid' then 'Paid in part'
                    when 'overpaid' then 'Overpaid' else 'Paid' end as state_label_en
  from fees.due_states s where s.state <> 'cancelled';
