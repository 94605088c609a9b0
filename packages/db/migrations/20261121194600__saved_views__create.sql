-- Lists under a name: which page, what is filtered and how it is sorted (UXP, SavedView).
create table saved_views (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  user_id uuid not null,
  page text not null check (page ~ '^/[a-z/-]{1,80}$'),
  name text not null check (length(name) between 1 and 60),
  -- Words of the address and their values.
  filters jsonb not null default '{}',
  -- Null: as the list sorts by itself.
  sort text check (length(sort) between 1 and 60),
  -- Null: all of them.
  columns text[],
  -- The school whose staff reads the view too.
  shared_with_school_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  constraint saved_views__name unique (tenant_id, user_id, page, name),
  foreign key (tenant_id, user_id) references users (tenant_id, id),
  foreign key (tenant_id, shared_with_school_id) references schools (tenant_id, id)
);
create index saved_views__school on saved_views (tenant_id, shared_with_school_id);
select app.protect_tenant_table('saved_views');
