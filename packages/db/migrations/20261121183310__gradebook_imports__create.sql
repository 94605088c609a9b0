-- What a file of grades would change; kept so that exactly what was shown is what is written (TCH-130).
create table gradebook_imports (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  course_id uuid not null,
  file_name text not null check (length(file_name) between 1 and 255),
  state text not null default 'previewed' check (state in ('previewed', 'applied')),
  -- { counts, unknown_columns, cells }
  preview jsonb not null,
  change_set_id uuid,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id),
  foreign key (tenant_id, change_set_id) references change_sets (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
create index gradebook_imports__course on gradebook_imports (tenant_id, course_id, created_at);
create index gradebook_imports__set on gradebook_imports (tenant_id, change_set_id);
create index gradebook_imports__created_by on gradebook_imports (tenant_id, created_by);
select app.protect_tenant_table('gradebook_imports');
