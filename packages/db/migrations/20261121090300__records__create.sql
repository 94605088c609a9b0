create table audit_events (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  occurred_at timestamptz not null default now(),
  action text not null,
  outcome text not null default 'success' check (outcome in ('success', 'refused', 'failed')),
  actor_id uuid,
  actor_kind text not null check (actor_kind in ('user', 'system', 'operator', 'anonymous')),
  on_behalf_of uuid,
  target_type text,
  target_id uuid,
  school_id uuid,
  changes jsonb not null default '{}',
  reason text,
  ip text,
  request_id text,
  primary key (tenant_id, id)
);
create index audit_events__time on audit_events (tenant_id, occurred_at desc, id desc);
create index audit_events__actor on audit_events (tenant_id, actor_id, occurred_at desc, id desc);
create index audit_events__target on audit_events (tenant_id, target_id, occurred_at desc, id desc);
create index audit_events__action on audit_events (tenant_id, action, occurred_at desc, id desc);
create index audit_events__school on audit_events (tenant_id, school_id, occurred_at desc, id desc);
create index audit_events__request on audit_events (tenant_id, request_id);
select app.protect_tenant_table('audit_events');
-- PRV-121: append only, for the application and for jobs alike.
revoke update, delete, truncate on audit_events from homeroom_app, homeroom_job;

create table domain_events (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  name text not null,
  payload jsonb not null,
  occurred_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create index domain_events__time on domain_events (tenant_id, occurred_at, id);
select app.protect_tenant_table('domain_events');
