-- Placements of one course brought to another year; what came of each is kept, so that the job can go on (PLN-149).
create table plan_rollovers (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  from_course_id uuid not null,
  to_course_id uuid not null,
  copy_units boolean not null,
  placement_ids uuid[] not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done')),
  -- { placement id: { status, unit_plan_id, new_placement_id, reason } }
  results jsonb not null default '{}',
  created_by uuid not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, from_course_id) references courses (tenant_id, id) on delete cascade,
  foreign key (tenant_id, to_course_id) references courses (tenant_id, id) on delete cascade,
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
create index plan_rollovers__from_course on plan_rollovers (tenant_id, from_course_id);
create index plan_rollovers__to_course on plan_rollovers (tenant_id, to_course_id);
create index plan_rollovers__created_by on plan_rollovers (tenant_id, created_by, created_at);
select app.protect_tenant_table('plan_rollovers');

-- What was noted when a lesson was taught, to be better next year; each names its session (PLN-192).
create table plan_improvements (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  plan_id uuid not null,
  session_id uuid not null,
  lesson_title text not null,
  taught_on date not null,
  note text not null,
  done_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, plan_id, session_id),
  foreign key (tenant_id, plan_id) references plans (tenant_id, id) on delete cascade,
  foreign key (tenant_id, session_id) references lesson_sessions (tenant_id, id) on delete cascade
);
create index plan_improvements__session on plan_improvements (tenant_id, session_id);
select app.protect_tenant_table('plan_improvements');
