-- A table of people that somebody wants to add: what it would do row by row, and what came of it (UXP-38, PRV-32).
create table user_imports (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  requested_by uuid not null,
  -- The school chosen when it was asked for; narrows the import as it narrowed the request (IDN-03).
  chosen_school_id uuid,
  file_name text not null,
  -- The header of the file, a text for each column.
  header jsonb not null,
  -- Column by field, as the header says or as somebody chose.
  mapping jsonb not null,
  -- For rows that name none themselves.
  role_id uuid,
  school_id uuid,
  state text not null default 'previewed' check (state in ('previewed', 'applying', 'applied')),
  created_at timestamptz not null,
  finished_at timestamptz,
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, requested_by) references users (tenant_id, id),
  foreign key (tenant_id, chosen_school_id) references schools (tenant_id, id),
  foreign key (tenant_id, school_id) references schools (tenant_id, id)
);
create index user_imports__requested_by on user_imports (tenant_id, requested_by, created_at);
create index user_imports__chosen_school on user_imports (tenant_id, chosen_school_id);
create index user_imports__school on user_imports (tenant_id, school_id);
create index user_imports__expiry on user_imports (tenant_id, expires_at);
select app.protect_tenant_table('user_imports');

create table user_import_rows (
  tenant_id uuid not null references tenants (id),
  import_id uuid not null,
  line integer not null,
  -- The row as it came, a text for each cell.
  cells jsonb not null,
  status text not null check (status in ('new', 'known', 'bad', 'created', 'failed')),
  -- Whom it adds: the body of the operation that adds one person.
  person jsonb,
  field text,
  code text,
  detail text,
  other_line integer,
  -- Who was there already or was added.
  user_id uuid,
  primary key (tenant_id, import_id, line),
  foreign key (tenant_id, import_id) references user_imports (tenant_id, id) on delete cascade
);
create index user_import_rows__status on user_import_rows (tenant_id, import_id, status, line);
select app.protect_tenant_table('user_import_rows');
