-- All that was handed in for an assignment, as one file for whoever asked, for a week (TCH-66).
create table work_archives (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  assignment_id uuid not null,
  requested_by uuid not null,
  -- Null: no limit of that kind. The sections are those of the person when they asked (TCH-12).
  section_ids uuid[],
  student_ids uuid[],
  name_pattern text not null,
  is_anonymous boolean not null default false,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'ready', 'failed', 'expired')),
  storage_key text,
  file_name text,
  size_bytes bigint,
  files_count integer,
  reason text,
  created_at timestamptz not null,
  finished_at timestamptz,
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, assignment_id) references assignments (tenant_id, id) on delete cascade,
  foreign key (tenant_id, requested_by) references users (tenant_id, id)
);
create index work_archives__assignment on work_archives (tenant_id, assignment_id);
create index work_archives__requested on work_archives (tenant_id, requested_by);
create index work_archives__expiry on work_archives (tenant_id, expires_at) where state <> 'expired';
select app.protect_tenant_table('work_archives');
