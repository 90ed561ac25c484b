-- When each repeating job is due; who runs it holds an advisory lock that dies with its connection.
create table kernel.job_runs (
  name        text        primary key,
  due_at      timestamptz not null,
  finished_at timestamptz,
  duration_ms int,
  -- Consecutive failures and the last one's words; for the IT page and the metrics.
  failures    int         not null default 0,
  failure     text
);

-- One-off work enqueued in a deed's transaction, done at least once, with retries.
create table kernel.tasks (
  id         uuid        primary key,
  queue      text        not null,
  data       jsonb       not null,
  created_at timestamptz not null,
  attempts   int         not null default 0,
  -- Moved ahead when a process takes the task: if that process dies, the task is due again.
  -- Null = given up after the last attempt.
  due_at     timestamptz,
  failure    text
);
create index tasks_due on kernel.tasks (queue, due_at) where due_at is not null;
