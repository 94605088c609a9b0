-- A template, unit or pack handed down to schools (PLN-144).
create table curriculum_pushes (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  kind text not null check (kind in ('template', 'unit', 'pack')),
  title text not null,
  plan_id uuid,
  plan_version_id uuid,
  pack_key text,
  pack_version integer,
  school_ids uuid[] not null,
  grade_levels text[] not null default '{}',
  -- [{ path, rule: locked | recommended, reason }]; what is not named is free (PLN-145).
  rules jsonb not null default '[]',
  state text not null check (state in ('scheduled', 'running', 'finished', 'recalled')),
  run_at timestamptz not null,
  created_by uuid not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  recalled_at timestamptz,
  recalled_by uuid,
  primary key (tenant_id, id),
  constraint curriculum_pushes__one_kind check (num_nonnulls(plan_version_id, pack_key) = 1),
  foreign key (tenant_id, plan_id) references plans (tenant_id, id) on delete cascade,
  foreign key (tenant_id, plan_version_id) references plan_versions (tenant_id, id) on delete cascade,
  foreign key (tenant_id, created_by) references users (tenant_id, id),
  foreign key (tenant_id, recalled_by) references users (tenant_id, id)
);
create index curriculum_pushes__plan on curriculum_pushes (tenant_id, plan_id);
create index curriculum_pushes__version on curriculum_pushes (tenant_id, plan_version_id);
create index curriculum_pushes__created_by on curriculum_pushes (tenant_id, created_by);
create index curriculum_pushes__recalled_by on curriculum_pushes (tenant_id, recalled_by);
select app.protect_tenant_table('curriculum_pushes');

-- One school's copy, or one plan that was made from it before.
create table curriculum_push_targets (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  push_id uuid not null,
  school_id uuid not null,
  -- Empty until the copy is made, and for packs.
  plan_id uuid,
  effect text not null check (effect in ('deliver', 'lock', 'offer', 'none', 'assign')),
  state text not null default 'waiting' check (state in ('waiting', 'done', 'failed', 'recalled', 'kept')),
  error_code text,
  -- The draft right after the push: still the same means untouched (PLN-147).
  delivered_revision integer,
  done_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, push_id) references curriculum_pushes (tenant_id, id) on delete cascade,
  foreign key (tenant_id, school_id) references schools (tenant_id, id),
  foreign key (tenant_id, plan_id) references plans (tenant_id, id) on delete cascade
);
create index curriculum_push_targets__push on curriculum_push_targets (tenant_id, push_id, id);
create index curriculum_push_targets__school on curriculum_push_targets (tenant_id, school_id);
create index curriculum_push_targets__plan on curriculum_push_targets (tenant_id, plan_id);
select app.protect_tenant_table('curriculum_push_targets');
