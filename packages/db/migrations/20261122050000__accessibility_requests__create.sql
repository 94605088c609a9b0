-- What people could not use, as they wrote it on the public page (UXP-90). Without an account it belongs to the operators.
create table accessibility_requests (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  created_by uuid,
  state text not null default 'open' check (state in ('open', 'closed')),
  message text not null check (length(message) between 1 and 4000),
  place text check (length(place) <= 300),
  reply_to text check (length(reply_to) <= 254),
  locale text not null,
  created_at timestamptz not null,
  closed_at timestamptz,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
create index accessibility_requests__created_at on accessibility_requests (tenant_id, created_at, id);
create index accessibility_requests__created_by on accessibility_requests (tenant_id, created_by);
select app.protect_tenant_table('accessibility_requests');
