-- OPS-91: how far each backfill of data is. A row per backfill that was ever started; global, because they visit all tenants.
create table backfills (
  name text primary key check (name ~ '^[a-z][a-z0-9_]*$'),
  state text not null check (state in ('running', 'paused', 'finished', 'failed')),
  -- The key of the last row that is done; the next batch begins behind it.
  position text,
  rows_done bigint not null default 0,
  error text,
  started_at timestamptz not null,
  updated_at timestamptz not null,
  finished_at timestamptz
);
