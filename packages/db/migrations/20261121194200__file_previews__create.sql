-- How a file that no browser shows by itself is shown in place: made once, when it is handed in (TCH-73).
create table file_previews (
  tenant_id uuid not null references tenants (id),
  file_id uuid not null,
  state text not null default 'waiting' check (state in ('waiting', 'converted', 'failed')),
  -- A document of the printing kind, or its words alone.
  shown_as text check (shown_as in ('pdf', 'document')),
  storage_key text,
  size_bytes bigint,
  reason text,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (tenant_id, file_id),
  constraint file_previews__converted check ((state = 'converted') = (storage_key is not null and shown_as is not null)),
  foreign key (tenant_id, file_id) references files (tenant_id, id) on delete cascade
);
select app.protect_tenant_table('file_previews');
