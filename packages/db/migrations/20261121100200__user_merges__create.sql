-- What a merge of two accounts of one person moved, so that it can be taken back for 30 days (IDN-37).
create table user_merges (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  kept_id uuid not null,
  merged_id uuid not null,
  -- Rows by table that now belong to the kept person, and the fields of both as they were.
  moved jsonb not null default '{}',
  merged_by uuid,
  merged_at timestamptz not null,
  undo_until_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, kept_id) references users (tenant_id, id),
  foreign key (tenant_id, merged_id) references users (tenant_id, id)
);
create index user_merges__kept on user_merges (tenant_id, kept_id);
create index user_merges__merged on user_merges (tenant_id, merged_id);
select app.protect_tenant_table('user_merges');
