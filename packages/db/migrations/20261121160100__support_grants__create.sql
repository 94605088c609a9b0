-- IDN-99: a tenant's permission to the operator, for at most 72 hours. Operators belong to no tenant of a school, so
-- the columns that name one have no foreign key.
create table support_grants (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  state text not null check (state in ('requested', 'active', 'declined', 'revoked')),
  origin text not null check (origin in ('tenant', 'operator', 'break_glass')),
  scope text not null check (scope in ('tenant', 'school', 'user')),
  school_id uuid,
  user_id uuid,
  -- Work, grades, messages and the like stay hidden unless this was asked for and granted (OPS-165).
  student_records boolean not null default false,
  reason text not null check (length(reason) between 10 and 500),
  hours integer not null check (hours between 1 and 72),
  -- The operator who asked, and the second one whom breaking the glass needs.
  requested_by uuid,
  confirmed_by uuid,
  -- The person of the tenant who granted it.
  granted_by uuid,
  created_at timestamptz not null,
  starts_at timestamptz,
  ends_at timestamptz,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, school_id) references schools (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id),
  constraint support_grants__scope check (
    (scope = 'school') = (school_id is not null) and (scope = 'user') = (user_id is not null)
  ),
  constraint support_grants__active check (state <> 'active' or (starts_at is not null and ends_at is not null))
);
create index support_grants__time on support_grants (tenant_id, created_at, id);
create index support_grants__school on support_grants (tenant_id, school_id);
create index support_grants__user on support_grants (tenant_id, user_id);
select app.protect_tenant_table('support_grants');

-- An operator who acts for somebody is no user of that tenant, and their session belongs to none of it.
alter table impersonations drop constraint impersonations_tenant_id_actor_id_fkey;
alter table impersonations drop constraint impersonations_tenant_id_session_id_fkey;
alter table impersonations add column support_grant_id uuid;

-- The tenant in which an operator's session acts for somebody.
alter table sessions add column support_tenant_id uuid;
