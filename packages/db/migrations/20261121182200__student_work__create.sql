-- One cell of the gradebook: what one student has to do, did and got for one assignment. Exists for everyone
-- the assignment is assigned to from publishing on. Its dates are resolved from assignment_dates (TCH-30), its
-- submission part follows the attempts, its grade part is written by the gradebook alone.
create table student_work (
  tenant_id uuid not null references tenants (id),
  assignment_id uuid not null,
  student_id uuid not null,
  course_id uuid not null,
  section_id uuid,

  is_assigned boolean not null default true,
  available_from_at timestamptz,
  due_at timestamptz,
  available_until_at timestamptz,
  dates_from text not null default 'everyone' check (dates_from in ('everyone', 'section', 'group', 'student')),
  is_before_enrollment boolean not null default false,

  submission_id uuid,
  submission_state text not null default 'not_started'
    check (submission_state in ('not_started', 'draft', 'submitted', 'revision_requested')),
  submitted_at timestamptz,
  attempts_count integer not null default 0,
  -- Official time past the due time, before grace; what staff see as true lateness (TCH-38).
  late_seconds integer not null default 0,
  has_new_work boolean not null default false,

  entry text,
  entered_score numeric(12, 4),
  grade_state text not null default 'none' check (grade_state in ('none', 'graded', 'excused', 'incomplete')),
  status_override text check (status_override in ('late', 'not_late', 'missing', 'not_missing', 'none')),
  late_minutes_override integer,
  deduction numeric(12, 4) not null default 0,
  effective_score numeric(12, 4),
  attempt_graded integer,
  grade_source text check (grade_source in ('typed', 'rubric', 'quiz', 'import', 'policy', 'sync', 'transfer')),
  graded_by uuid,
  graded_at timestamptz,
  posted_at timestamptz,
  -- Automatic posting lets 60 s pass, so that a slip can be undone (TCH-80).
  posts_at timestamptz,
  grade_version integer not null default 0,
  changed_at timestamptz not null,

  primary key (tenant_id, assignment_id, student_id),
  foreign key (tenant_id, assignment_id) references assignments (tenant_id, id),
  foreign key (tenant_id, student_id) references users (tenant_id, id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id),
  foreign key (tenant_id, section_id) references sections (tenant_id, id),
  foreign key (tenant_id, submission_id) references submissions (tenant_id, id),
  foreign key (tenant_id, graded_by) references users (tenant_id, id)
);
create index student_work__course on student_work (tenant_id, course_id, student_id, assignment_id);
create index student_work__changed on student_work (tenant_id, course_id, changed_at);
create index student_work__student_due on student_work (tenant_id, student_id, due_at);
create index student_work__section on student_work (tenant_id, section_id);
create index student_work__submission on student_work (tenant_id, submission_id);
create index student_work__graded_by on student_work (tenant_id, graded_by);
create index student_work__posts_at on student_work (tenant_id, posts_at) where posts_at is not null and posted_at is null;
create index student_work__to_grade on student_work (tenant_id, course_id, submitted_at)
  where has_new_work;
select app.protect_tenant_table('student_work');
