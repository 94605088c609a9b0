-- A unit whose copy colleagues may take (PLN-142).
create table plan_offers (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  plan_id uuid not null,
  user_id uuid,
  planning_context_id uuid,
  school_id uuid,
  note text check (length(note) <= 500),
  offered_by uuid not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  constraint plan_offers__one_kind check (num_nonnulls(user_id, planning_context_id, school_id) = 1),
  foreign key (tenant_id, plan_id) references plans (tenant_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references users (tenant_id, id),
  foreign key (tenant_id, planning_context_id) references planning_contexts (tenant_id, id) on delete cascade,
  foreign key (tenant_id, school_id) references schools (tenant_id, id),
  foreign key (tenant_id, offered_by) references users (tenant_id, id)
);
create index plan_offers__plan on plan_offers (tenant_id, plan_id);
create index plan_offers__user on plan_offers (tenant_id, user_id);
create index plan_offers__team on plan_offers (tenant_id, planning_context_id);
create index plan_offers__school on plan_offers (tenant_id, school_id);
create index plan_offers__offered_by on plan_offers (tenant_id, offered_by);
select app.protect_tenant_table('plan_offers');

-- Words that had to leave their place in a plan, kept beside it: a path became locked (PLN-146), or another pack
-- has no section for them (PLN-61).
create table plan_kept_texts (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  plan_id uuid not null,
  path text not null,
  label jsonb not null,
  value jsonb not null,
  reason text not null check (reason in ('push', 'pack_move')),
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, plan_id) references plans (tenant_id, id) on delete cascade
);
create index plan_kept_texts__plan on plan_kept_texts (tenant_id, plan_id, id);
select app.protect_tenant_table('plan_kept_texts');
