-- What somebody judged by a rubric: staff for one attempt, or the student of their own work (TCH-88). It names the very
-- version of the rubric, so that a later version changes nothing of it (TCH-85).
create table rubric_assessments (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  course_id uuid not null,
  assignment_id uuid not null,
  student_id uuid not null,
  rubric_id uuid not null,
  kind text not null default 'staff' check (kind in ('staff', 'self')),
  -- 0: nothing was handed in.
  attempt integer not null default 0 check (attempt >= 0),
  assessor_id uuid not null,
  -- { criterion_id: { rating_id, points, comment } }
  marks jsonb not null default '{}',
  -- A part of the criteria gives a score only when somebody says that it is enough (TCH-86).
  is_accepted boolean not null default false,
  is_complete boolean not null default false,
  score numeric(12, 4),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  constraint rubric_assessments__one unique (tenant_id, assignment_id, student_id, kind, attempt, rubric_id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id),
  foreign key (tenant_id, assignment_id) references assignments (tenant_id, id),
  foreign key (tenant_id, student_id) references users (tenant_id, id),
  foreign key (tenant_id, rubric_id) references rubrics (tenant_id, id),
  foreign key (tenant_id, assessor_id) references users (tenant_id, id)
);
create index rubric_assessments__course on rubric_assessments (tenant_id, course_id);
create index rubric_assessments__student on rubric_assessments (tenant_id, student_id);
create index rubric_assessments__rubric on rubric_assessments (tenant_id, rubric_id);
create index rubric_assessments__assessor on rubric_assessments (tenant_id, assessor_id);
select app.protect_tenant_table('rubric_assessments');
