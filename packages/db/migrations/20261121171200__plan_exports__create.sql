create table plan_exports (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  plan_id uuid not null,
  requested_by uuid not null,
  format text not null check (format in ('pdf', 'docx', 'markdown', 'json')),
  options jsonb not null,
  -- What was asked for, of which state of the plan: the same again is the same file (PLN-169).
  request_hash bytea not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'ready', 'failed', 'expired')),
  storage_key text,
  file_name text,
  content_type text,
  size_bytes bigint,
  reason text,
  created_at timestamptz not null,
  finished_at timestamptz,
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, plan_id) references plans (tenant_id, id) on delete cascade,
  foreign key (tenant_id, requested_by) references users (tenant_id, id)
);
create index plan_exports__plan on plan_exports (tenant_id, plan_id);
create index plan_exports__requested on plan_exports (tenant_id, requested_by, request_hash, created_at);
create index plan_exports__expiry on plan_exports (tenant_id, expires_at) where state <> 'expired';
select app.protect_tenant_table('plan_exports');
