-- A sheet too large to wait for, as a file for whoever asked, for a week (TCH-129).
create table gradebook_exports (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  course_id uuid not null,
  requested_by uuid not null,
  -- Null: all. Those of the person when they asked (TCH-12).
  section_ids uuid[],
  has_statuses boolean not null default false,
  state text not null default 'waiting' check (state in ('waiting', 'ready', 'failed', 'expired')),
  storage_key text,
  file_name text,
  size_bytes bigint,
  created_at timestamptz not null,
  finished_at timestamptz,
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id),
  foreign key (tenant_id, requested_by) references users (tenant_id, id)
);
create index gradebook_exports__course on gradebook_exports (tenant_id, course_id);
create index gradebook_exports__requested on gradebook_exports (tenant_id, requested_by);
create index gradebook_exports__expiry on gradebook_exports (tenant_id, expires_at) where state <> 'expired';
select app.protect_tenant_table('gradebook_exports');
