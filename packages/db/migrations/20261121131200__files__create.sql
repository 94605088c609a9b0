create table files (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  purpose text not null,
  name text not null check (length(name) between 1 and 200),
  content_type text not null,
  size_bytes bigint not null,
  sha256 bytea not null,
  storage_key text not null,
  uploaded_by uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, uploaded_by) references users (tenant_id, id)
);
create index files__uploaded_by on files (tenant_id, uploaded_by, created_at);
select app.protect_tenant_table('files');
