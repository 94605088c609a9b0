-- Many plans in one file: as an open package that comes back in, or set on paper.
create table plan_set_exports (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  requested_by uuid not null,
  format text not null check (format in ('package', 'pdf', 'pdf_files')),
  title text not null check (length(title) between 1 and 200),
  -- Decided when it was asked for, by the rights of whoever asked: the worker acts for no person.
  plan_ids uuid[] not null check (cardinality(plan_ids) between 1 and 2000),
  resource_ids uuid[] not null default '{}',
  framework_ids uuid[] not null default '{}',
  options jsonb not null default '{}',
  state text not null default 'waiting' check (state in ('waiting', 'running', 'ready', 'failed', 'expired')),
  done_count integer not null default 0 check (done_count >= 0),
  total_count integer not null default 0 check (total_count >= 0),
  left_out jsonb not null default '[]',
  storage_key text,
  file_name text,
  content_type text,
  size_bytes bigint,
  reason text,
  created_at timestamptz not null,
  finished_at timestamptz,
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, requested_by) references users (tenant_id, id)
);
create index plan_set_exports__requested on plan_set_exports (tenant_id, requested_by, created_at);
create index plan_set_exports__expiry on plan_set_exports (tenant_id, expires_at) where state <> 'expired';
select app.protect_tenant_table('plan_set_exports');

create table plan_package_imports (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  file_id uuid not null,
  file_name text not null,
  title text,
  home text not null check (home in ('personal', 'team', 'school', 'district')),
  school_id uuid,
  planning_context_id uuid,
  created_by uuid not null,
  -- What whoever imports may add besides plans, decided when they asked.
  may_add_frameworks boolean not null default false,
  may_add_packs boolean not null default false,
  state text not null default 'waiting'
    check (state in ('waiting', 'reading', 'previewed', 'applying', 'applied', 'failed')),
  counts jsonb,
  problems jsonb not null default '[]',
  errors_count integer not null default 0 check (errors_count >= 0),
  plan_ids uuid[] not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  finished_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, file_id) references files (tenant_id, id),
  foreign key (tenant_id, school_id) references schools (tenant_id, id),
  foreign key (tenant_id, planning_context_id) references planning_contexts (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
create index plan_package_imports__created on plan_package_imports (tenant_id, created_by, created_at);
create index plan_package_imports__file on plan_package_imports (tenant_id, file_id);
create index plan_package_imports__school on plan_package_imports (tenant_id, school_id);
create index plan_package_imports__team on plan_package_imports (tenant_id, planning_context_id);
select app.protect_tenant_table('plan_package_imports');
