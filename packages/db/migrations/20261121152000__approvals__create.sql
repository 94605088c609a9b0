-- Where plans need approval, and whose (PLN-45). Empty columns mean every school, subject or pack.
create table approval_routes (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  school_id uuid,
  subject text check (length(subject) between 1 and 80),
  pack_key text,
  enabled boolean not null default true,
  -- [{ mode: any|all, role: role key or null, user_ids: [] }]
  steps jsonb not null,
  due_days integer check (due_days between 1 and 90),
  publish_on_approval boolean not null default false,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  constraint approval_routes__scope unique nulls not distinct (tenant_id, school_id, subject, pack_key),
  foreign key (tenant_id, school_id) references schools (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
create index approval_routes__created_by on approval_routes (tenant_id, created_by);
select app.protect_tenant_table('approval_routes');

-- One version handed in; the route is a copy, so that changing the settings leaves it alone.
create table approval_requests (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  plan_id uuid not null,
  version_id uuid not null,
  -- The last approved or published version at that time: what an approver compares with (PLN-49).
  compared_version_id uuid,
  changed_fields_count integer not null default 0,
  submitted_by uuid not null,
  submitted_at timestamptz not null,
  state text not null default 'pending'
    check (state in ('pending', 'approved', 'returned', 'withdrawn', 'superseded')),
  steps jsonb not null,
  step_index integer not null default 0 check (step_index between 0 and 2),
  due_days integer,
  due_on date,
  publish_on_approval boolean not null,
  decided_at timestamptz,
  reminded_on date,
  lead_told_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, plan_id) references plans (tenant_id, id) on delete cascade,
  foreign key (tenant_id, version_id) references plan_versions (tenant_id, id) on delete cascade,
  foreign key (tenant_id, compared_version_id) references plan_versions (tenant_id, id) on delete cascade,
  foreign key (tenant_id, submitted_by) references users (tenant_id, id)
);
-- At most one open request for a plan.
create unique index approval_requests__pending on approval_requests (tenant_id, plan_id) where state = 'pending';
create index approval_requests__plan on approval_requests (tenant_id, plan_id, submitted_at);
create index approval_requests__version on approval_requests (tenant_id, version_id);
create index approval_requests__compared on approval_requests (tenant_id, compared_version_id);
create index approval_requests__submitted_by on approval_requests (tenant_id, submitted_by, submitted_at);
create index approval_requests__due on approval_requests (tenant_id, due_on) where state = 'pending';
select app.protect_tenant_table('approval_requests');

-- Who may decide on a step: written when the step begins, extended by delegation.
create table approval_approvers (
  tenant_id uuid not null references tenants (id),
  request_id uuid not null,
  step_index integer not null,
  user_id uuid not null,
  source text not null check (source in ('role', 'named', 'delegate', 'stand_in')),
  -- Has handed the decision to somebody else.
  delegated boolean not null default false,
  primary key (tenant_id, request_id, step_index, user_id),
  foreign key (tenant_id, request_id) references approval_requests (tenant_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create index approval_approvers__user on approval_approvers (tenant_id, user_id, request_id);
select app.protect_tenant_table('approval_approvers');

create table approval_decisions (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  request_id uuid not null,
  step_index integer not null,
  decision text not null check (decision in ('approve', 'return', 'delegate', 'withdraw')),
  user_id uuid not null,
  delegated_to uuid,
  comment text check (length(comment) <= 2000),
  decided_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, request_id) references approval_requests (tenant_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references users (tenant_id, id),
  foreign key (tenant_id, delegated_to) references users (tenant_id, id)
);
-- Nobody approves a step twice.
create unique index approval_decisions__once on approval_decisions (tenant_id, request_id, step_index, user_id)
  where decision = 'approve';
create index approval_decisions__request on approval_decisions (tenant_id, request_id, decided_at);
create index approval_decisions__user on approval_decisions (tenant_id, user_id);
create index approval_decisions__delegated_to on approval_decisions (tenant_id, delegated_to);
select app.protect_tenant_table('approval_decisions');

-- Whoever has looked at the difference may approve it together with others (PLN-53).
create table approval_viewings (
  tenant_id uuid not null references tenants (id),
  request_id uuid not null,
  user_id uuid not null,
  opened_at timestamptz not null,
  primary key (tenant_id, request_id, user_id),
  foreign key (tenant_id, request_id) references approval_requests (tenant_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create index approval_viewings__user on approval_viewings (tenant_id, user_id);
select app.protect_tenant_table('approval_viewings');
