-- What came of one act on many plans, for the list of failures and for whoever reloads the page (PLN-23).
create table plan_bulk_actions (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  actor_id uuid not null,
  action text not null
    check (action in ('archive', 'unarchive', 'delete', 'restore', 'tag', 'untag', 'move', 'share')),
  created_at timestamptz not null,
  -- [{ plan_id, title, status, code, detail }]
  results jsonb not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, actor_id) references users (tenant_id, id)
);
create index plan_bulk_actions__actor on plan_bulk_actions (tenant_id, actor_id, created_at);
select app.protect_tenant_table('plan_bulk_actions');
