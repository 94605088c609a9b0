-- How mastery is judged; the nearest counts: of the course, of its school, of the organisation (TCH-125).
create table proficiency_scales (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  scope text not null check (scope in ('tenant', 'school', 'course')),
  school_id uuid,
  course_id uuid,
  name text not null check (length(name) between 1 and 120),
  -- [{ value, label, color }], lowest first
  levels jsonb not null,
  method jsonb not null,
  mastery_at numeric(12, 4) not null,
  -- Percent of its children that must be assessed before a parent standard has a result (TCH-128).
  least_assessed_percent numeric(6, 3) not null default 50 check (least_assessed_percent between 0 and 100),
  -- [{ from_percent, value }]; null: no score ever becomes a level (TCH-127).
  conversion jsonb,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  constraint proficiency_scales__place check (
    (scope = 'tenant' and school_id is null and course_id is null)
    or (scope = 'school' and school_id is not null and course_id is null)
    or (scope = 'course' and school_id is null and course_id is not null)
  ),
  foreign key (tenant_id, school_id) references schools (tenant_id, id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id)
);
create unique index proficiency_scales__one on proficiency_scales (tenant_id, scope, school_id, course_id) nulls not distinct;
create index proficiency_scales__school on proficiency_scales (tenant_id, school_id);
create index proficiency_scales__course on proficiency_scales (tenant_id, course_id);
select app.protect_tenant_table('proficiency_scales');

-- What shows where a student stands with a standard. Pieces from work are there only while the work is posted (TCH-87).
create table mastery_evidence (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  course_id uuid not null,
  student_id uuid not null,
  standard_id uuid not null,
  source text not null check (source in ('rubric', 'assignment', 'observation')),
  assignment_id uuid,
  criterion_id uuid,
  value numeric(12, 4) not null check (value >= 0),
  note text not null default '' check (length(note) <= 1000),
  -- An observation may stay with the staff (TCH-124).
  is_posted boolean not null default true,
  observed_at timestamptz not null,
  observed_by uuid,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint mastery_evidence__work check (source = 'observation' or assignment_id is not null),
  foreign key (tenant_id, course_id) references courses (tenant_id, id),
  foreign key (tenant_id, student_id) references users (tenant_id, id),
  foreign key (tenant_id, standard_id) references standards (tenant_id, id),
  foreign key (tenant_id, assignment_id) references assignments (tenant_id, id),
  foreign key (tenant_id, observed_by) references users (tenant_id, id)
);
create unique index mastery_evidence__piece
  on mastery_evidence (tenant_id, assignment_id, student_id, standard_id, criterion_id) nulls not distinct
  where source <> 'observation';
create index mastery_evidence__course on mastery_evidence (tenant_id, course_id, student_id, standard_id);
create index mastery_evidence__student on mastery_evidence (tenant_id, student_id);
create index mastery_evidence__standard on mastery_evidence (tenant_id, standard_id, course_id);
create index mastery_evidence__assignment on mastery_evidence (tenant_id, assignment_id);
create index mastery_evidence__observed_by on mastery_evidence (tenant_id, observed_by);
select app.protect_tenant_table('mastery_evidence');

-- Kept by recalculation; a judgement of the teacher beside what the evidence says (TCH-126).
create table mastery_results (
  tenant_id uuid not null references tenants (id),
  course_id uuid not null,
  student_id uuid not null,
  standard_id uuid not null,
  value numeric(12, 4),
  level integer,
  is_mastered boolean,
  source text check (source in ('evidence', 'judgement')),
  calculated numeric(12, 4),
  evidence_count integer not null default 0,
  last_evidence_at timestamptz,
  trend text check (trend in ('up', 'down', 'steady')),
  judged_value numeric(12, 4),
  judged_note text,
  judged_by uuid,
  judged_at timestamptz,
  ends_with_newer boolean not null default false,
  calculated_at timestamptz not null,
  -- Counts judgements, not recalculations.
  lock_version integer not null default 0,
  primary key (tenant_id, course_id, student_id, standard_id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id),
  foreign key (tenant_id, student_id) references users (tenant_id, id),
  foreign key (tenant_id, standard_id) references standards (tenant_id, id),
  foreign key (tenant_id, judged_by) references users (tenant_id, id)
);
create index mastery_results__student on mastery_results (tenant_id, student_id);
create index mastery_results__standard on mastery_results (tenant_id, standard_id);
create index mastery_results__judged_by on mastery_results (tenant_id, judged_by);
select app.protect_tenant_table('mastery_results');

-- The history of judgements and observations; only ever added to (TCH-123).
create table mastery_changes (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  course_id uuid not null,
  student_id uuid not null,
  standard_id uuid not null,
  kind text not null check (kind in ('judged', 'judgement_taken_back', 'observed', 'observation_removed')),
  before jsonb,
  after jsonb,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id),
  foreign key (tenant_id, student_id) references users (tenant_id, id),
  foreign key (tenant_id, standard_id) references standards (tenant_id, id),
  foreign key (tenant_id, changed_by) references users (tenant_id, id)
);
create index mastery_changes__course on mastery_changes (tenant_id, course_id, student_id, standard_id, changed_at desc);
create index mastery_changes__student on mastery_changes (tenant_id, student_id);
create index mastery_changes__standard on mastery_changes (tenant_id, standard_id);
create index mastery_changes__changed_by on mastery_changes (tenant_id, changed_by);
select app.protect_tenant_table('mastery_changes');
revoke update, delete, truncate on mastery_changes from homeroom_app, homeroom_job;

-- By its score as a whole, or only by a criterion of its rubric (TCH-47).
alter table assignment_standards add column assessed text not null default 'overall';
alter table assignment_standards add constraint assignment_standards__assessed
  check (assessed in ('overall', 'criterion')) not valid;
