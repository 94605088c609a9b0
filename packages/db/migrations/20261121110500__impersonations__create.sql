create table impersonations (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  actor_id uuid not null,
  target_id uuid not null,
  session_id uuid not null,
  mode text not null check (mode in ('read', 'act')),
  reason text not null,
  ticket text,
  -- The only schools whose data is shown; null reaches whatever the target reaches (IDN-96).
  school_ids uuid[],
  started_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  primary key (tenant_id, id),
  foreign key (tenant_id, actor_id) references users (tenant_id, id),
  foreign key (tenant_id, target_id) references users (tenant_id, id),
  foreign key (tenant_id, session_id) references sessions (tenant_id, id)
);
create index impersonations__actor on impersonations (tenant_id, actor_id, started_at);
create index impersonations__target on impersonations (tenant_id, target_id, started_at);
create unique index impersonations__one_per_session on impersonations (tenant_id, session_id) where ended_at is null;
create index impersonations__session on impersonations (tenant_id, session_id);
select app.protect_tenant_table('impersonations');

create table impersonation_visits (
  tenant_id uuid not null references tenants (id),
  impersonation_id uuid not null,
  path text not null,
  visits integer not null default 1,
  first_visited_at timestamptz not null,
  primary key (tenant_id, impersonation_id, path),
  foreign key (tenant_id, impersonation_id) references impersonations (tenant_id, id)
);
select app.protect_tenant_table('impersonation_visits');
