-- A scheme in use is never edited: its next version is a new row of the same scheme_key (TCH-116).
create table grading_schemes (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  scope text not null check (scope in ('tenant', 'school', 'course')),
  school_id uuid,
  course_id uuid,
  scheme_key uuid not null,
  version integer not null default 1,
  name text not null check (length(name) between 1 and 120),
  -- [{ label, lower_percent, gpa_points, is_passing }], highest first
  bands jsonb not null,
  rounding text not null default 'none' check (rounding in ('none', 'whole', 'tenth')),
  is_default boolean not null default false,
  archived_at timestamptz,
  created_by uuid,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint grading_schemes__version unique (tenant_id, scheme_key, version),
  foreign key (tenant_id, school_id) references schools (tenant_id, id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
create index grading_schemes__school on grading_schemes (tenant_id, school_id);
create index grading_schemes__course on grading_schemes (tenant_id, course_id);
create index grading_schemes__created_by on grading_schemes (tenant_id, created_by);
select app.protect_tenant_table('grading_schemes');

create table change_sets (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  course_id uuid not null,
  -- fill, curve, paste, import, post, hide, dates, revert …
  action text not null,
  summary jsonb not null default '{}',
  cells_count integer not null default 0,
  state text not null default 'applied' check (state in ('applied', 'reverted')),
  reverts_id uuid,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id),
  foreign key (tenant_id, reverts_id) references change_sets (tenant_id, id),
  foreign key (tenant_id, made_by) references users (tenant_id, id)
);
create index change_sets__course on change_sets (tenant_id, course_id, made_at desc, id);
create index change_sets__reverts on change_sets (tenant_id, reverts_id);
create index change_sets__made_by on change_sets (tenant_id, made_by);
select app.protect_tenant_table('change_sets');

-- The history of every cell, override, weight and policy; only ever added to (TCH-103).
create table grade_changes (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  course_id uuid not null,
  subject text not null check (subject in ('cell', 'total', 'setting', 'period')),
  assignment_id uuid,
  student_id uuid,
  before jsonb,
  after jsonb,
  source text not null,
  reason text,
  change_set_id uuid,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id),
  foreign key (tenant_id, assignment_id) references assignments (tenant_id, id),
  foreign key (tenant_id, student_id) references users (tenant_id, id),
  foreign key (tenant_id, change_set_id) references change_sets (tenant_id, id),
  foreign key (tenant_id, changed_by) references users (tenant_id, id)
);
create index grade_changes__course on grade_changes (tenant_id, course_id, changed_at desc, id);
create index grade_changes__cell on grade_changes (tenant_id, assignment_id, student_id, changed_at desc);
create index grade_changes__student on grade_changes (tenant_id, student_id, course_id, changed_at desc);
create index grade_changes__set on grade_changes (tenant_id, change_set_id);
create index grade_changes__changed_by on grade_changes (tenant_id, changed_by);
select app.protect_tenant_table('grade_changes');
revoke update, delete, truncate on grade_changes from homeroom_app, homeroom_job;

-- The total of a student in a course, of one grading period or (null) of the year, kept by recalculation (TCH-117).
create table course_grades (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  course_id uuid not null,
  student_id uuid not null,
  grading_period_id uuid,
  so_far_percent numeric(12, 4),
  if_nothing_more_percent numeric(12, 4),
  posted_so_far_percent numeric(12, 4),
  posted_if_nothing_more_percent numeric(12, 4),
  counted_cells integer not null default 0,
  label text,
  posted_label text,
  scheme_id uuid,
  override_percent numeric(12, 4),
  override_label text,
  override_reason text,
  overridden_by uuid,
  overridden_at timestamptz,
  comment text,
  finalized_at timestamptz,
  calculated_at timestamptz not null,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id),
  foreign key (tenant_id, student_id) references users (tenant_id, id),
  foreign key (tenant_id, grading_period_id) references grading_periods (tenant_id, id),
  foreign key (tenant_id, scheme_id) references grading_schemes (tenant_id, id),
  foreign key (tenant_id, overridden_by) references users (tenant_id, id)
);
create unique index course_grades__span on course_grades (tenant_id, course_id, student_id, grading_period_id) nulls not distinct;
create index course_grades__student on course_grades (tenant_id, student_id);
create index course_grades__period on course_grades (tenant_id, grading_period_id);
create index course_grades__scheme on course_grades (tenant_id, scheme_id);
create index course_grades__overridden_by on course_grades (tenant_id, overridden_by);
select app.protect_tenant_table('course_grades');
