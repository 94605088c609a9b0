-- A tenant's own packs; those that come with the product are code.
create table planner_packs (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  key text not null check (key ~ '^[a-z][a-z0-9_]{1,39}$'),
  version integer not null check (version > 0),
  -- Empty for a pack of the whole tenant.
  school_id uuid,
  state text not null default 'draft' check (state in ('draft', 'active', 'deprecated')),
  -- { label, description, terminology, schemas }; fixed once the version is active (PLN-61).
  definition jsonb not null,
  checksum bytea not null,
  based_on_key text not null,
  based_on_version integer not null,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  activated_at timestamptz,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  constraint planner_packs__version unique (tenant_id, key, version),
  foreign key (tenant_id, school_id) references schools (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
create index planner_packs__school on planner_packs (tenant_id, school_id);
create index planner_packs__created_by on planner_packs (tenant_id, created_by);
create unique index planner_packs__one_draft on planner_packs (tenant_id, key) where state = 'draft';
select app.protect_tenant_table('planner_packs');

-- Which pack new plans get, by scope; the open row is the one in force (PLN-62).
create table pack_assignments (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  scope text not null check (scope in ('tenant', 'school', 'course')),
  school_id uuid,
  course_id uuid,
  pack_key text not null,
  pack_version integer not null,
  starts_at timestamptz not null,
  ended_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint pack_assignments__target check (
    (scope = 'tenant' and num_nonnulls(school_id, course_id) = 0)
    or (scope = 'school' and school_id is not null and course_id is null)
    or (scope = 'course' and course_id is not null and school_id is null)
  ),
  foreign key (tenant_id, school_id) references schools (tenant_id, id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
create unique index pack_assignments__in_force on pack_assignments (tenant_id, scope, school_id, course_id)
  nulls not distinct where ended_at is null;
create index pack_assignments__school on pack_assignments (tenant_id, school_id);
create index pack_assignments__course on pack_assignments (tenant_id, course_id);
create index pack_assignments__created_by on pack_assignments (tenant_id, created_by);
select app.protect_tenant_table('pack_assignments');

-- A year whose plans all stay with one pack version.
create table pack_freezes (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  academic_year_id uuid not null,
  pack_key text not null,
  pack_version integer not null,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint pack_freezes__year unique (tenant_id, academic_year_id),
  foreign key (tenant_id, academic_year_id) references academic_years (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
create index pack_freezes__created_by on pack_freezes (tenant_id, created_by);
select app.protect_tenant_table('pack_freezes');
