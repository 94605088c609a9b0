create table standard_imports (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  file_id uuid not null,
  file_name text not null,
  format text not null check (format in ('case', 'csv')),
  -- Empty until the file has been read, and for a framework that is not there yet.
  framework_id uuid,
  framework_identifier text,
  school_id uuid,
  title text,
  document_identifier text,
  -- Column of the file by field; empty means: as the header says (PLN-75).
  mapping jsonb,
  columns jsonb,
  documents jsonb not null default '[]',
  state text not null default 'waiting'
    check (state in ('waiting', 'reading', 'previewed', 'applying', 'applied', 'cancelled', 'failed')),
  counts jsonb not null default '{}',
  fault text,
  done_count integer not null default 0,
  total_count integer not null default 0,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  finished_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, file_id) references files (tenant_id, id),
  foreign key (tenant_id, framework_id) references standard_frameworks (tenant_id, id) on delete cascade,
  foreign key (tenant_id, school_id) references schools (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
-- PLN-80: one import of a framework at a time; a preview that waits for its reader blocks nobody.
create unique index standard_imports__running on standard_imports (tenant_id, framework_identifier)
  where state in ('waiting', 'reading', 'applying');
create index standard_imports__newest on standard_imports (tenant_id, created_at desc, id desc);
create index standard_imports__file on standard_imports (tenant_id, file_id);
create index standard_imports__framework on standard_imports (tenant_id, framework_id);
create index standard_imports__school on standard_imports (tenant_id, school_id);
create index standard_imports__created_by on standard_imports (tenant_id, created_by);
select app.protect_tenant_table('standard_imports');

create table standard_import_problems (
  tenant_id uuid not null references tenants (id),
  import_id uuid not null,
  number integer not null,
  -- A row with an error is left out; a note says how something unusual was read.
  severity text not null check (severity in ('error', 'note')),
  code text not null,
  -- Line of a table, or pointer into a package.
  place text not null,
  line integer,
  column_name text,
  identifier text,
  value text,
  detail text not null,
  primary key (tenant_id, import_id, number),
  foreign key (tenant_id, import_id) references standard_imports (tenant_id, id) on delete cascade
);
select app.protect_tenant_table('standard_import_problems');
