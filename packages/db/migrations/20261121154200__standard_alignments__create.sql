create table standard_alignments (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  standard_id uuid not null,
  target_type text not null check (
    target_type in (
      'unit_plan', 'lesson_plan', 'template', 'curriculum_document', 'assignment', 'question', 'rubric_criterion',
      'resource'
    )
  ),
  -- Lies in the table that target_type names, hence no foreign key.
  target_id uuid not null,
  emphasis text check (emphasis in ('introduced', 'developed', 'mastered', 'reviewed')),
  note text check (length(note) <= 500),
  source text not null default 'manual' check (source in ('manual', 'template', 'inherited', 'ai', 'import')),
  created_by uuid,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint standard_alignments__pair unique (tenant_id, target_id, target_type, standard_id),
  foreign key (tenant_id, standard_id) references standards (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
create index standard_alignments__standard on standard_alignments (tenant_id, standard_id);
create index standard_alignments__recent on standard_alignments (tenant_id, created_by, created_at desc);
select app.protect_tenant_table('standard_alignments');

-- What a saved version was aligned to, as rows, for coverage; the words of the time are in plan_versions (PLN-91).
create table plan_version_alignments (
  tenant_id uuid not null references tenants (id),
  version_id uuid not null,
  standard_id uuid not null,
  plan_id uuid not null,
  emphasis text check (emphasis in ('introduced', 'developed', 'mastered', 'reviewed')),
  primary key (tenant_id, version_id, standard_id),
  foreign key (tenant_id, version_id) references plan_versions (tenant_id, id) on delete cascade,
  foreign key (tenant_id, standard_id) references standards (tenant_id, id),
  foreign key (tenant_id, plan_id) references plans (tenant_id, id) on delete cascade
);
create index plan_version_alignments__standard on plan_version_alignments (tenant_id, standard_id);
create index plan_version_alignments__plan on plan_version_alignments (tenant_id, plan_id);
select app.protect_tenant_table('plan_version_alignments');

-- One bulk move of alignments to replacing standards, and what it takes to undo it (PLN-81).
create table alignment_migrations (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  framework_id uuid not null,
  -- [{ alignment_id, from_standard_id, to_standard_id, removed: the row that was there twice, or null }]
  moves jsonb not null,
  moved_count integer not null,
  created_by uuid not null,
  created_at timestamptz not null,
  undo_until_at timestamptz not null,
  undone_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, framework_id) references standard_frameworks (tenant_id, id) on delete cascade,
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
create index alignment_migrations__framework on alignment_migrations (tenant_id, framework_id, created_at desc);
create index alignment_migrations__created_by on alignment_migrations (tenant_id, created_by);
select app.protect_tenant_table('alignment_migrations');
