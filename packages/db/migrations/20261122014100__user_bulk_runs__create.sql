-- One change for many people in the background: who asked for what, and what came of each of them (INT-142).
create table user_bulk_runs (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  requested_by uuid not null,
  -- The school chosen when it was asked for; narrows the run as it narrowed the request (IDN-03).
  school_id uuid,
  -- The act with what it needs: { action, school_id, grade_level, … }.
  act jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done')),
  created_at timestamptz not null,
  finished_at timestamptz,
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, requested_by) references users (tenant_id, id),
  foreign key (tenant_id, school_id) references schools (tenant_id, id)
);
create index user_bulk_runs__requested_by on user_bulk_runs (tenant_id, requested_by, created_at);
create index user_bulk_runs__school on user_bulk_runs (tenant_id, school_id);
create index user_bulk_runs__expiry on user_bulk_runs (tenant_id, expires_at);
select app.protect_tenant_table('user_bulk_runs');

-- `user_id` is as it was sent: it may name nobody.
create table user_bulk_items (
  tenant_id uuid not null references tenants (id),
  run_id uuid not null,
  position integer not null,
  user_id uuid not null,
  status text not null default 'waiting' check (status in ('waiting', 'done', 'failed')),
  code text,
  detail text,
  primary key (tenant_id, run_id, position),
  foreign key (tenant_id, run_id) references user_bulk_runs (tenant_id, id) on delete cascade
);
create index user_bulk_items__status on user_bulk_items (tenant_id, run_id, status, position);
select app.protect_tenant_table('user_bulk_items');
