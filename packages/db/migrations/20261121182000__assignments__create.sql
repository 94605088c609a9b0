create table grade_categories (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  course_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  weight_percent numeric(6, 3) not null default 0 check (weight_percent between 0 and 1000),
  drop_lowest integer not null default 0 check (drop_lowest between 0 and 50),
  drop_highest integer not null default 0 check (drop_highest between 0 and 50),
  is_extra_credit boolean not null default false,
  -- Percent; null means no cap (TCH-112).
  cap_percent numeric(6, 3) check (cap_percent between 0 and 1000),
  color text,
  position integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id)
);
create index grade_categories__course on grade_categories (tenant_id, course_id, position, id);
select app.protect_tenant_table('grade_categories');

create table grading_periods (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  school_id uuid not null,
  academic_year_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  locks_at timestamptz,
  weight_percent numeric(6, 3) not null default 0 check (weight_percent between 0 and 1000),
  state text not null default 'upcoming' check (state in ('upcoming', 'open', 'locked', 'finalized')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, school_id) references schools (tenant_id, id),
  foreign key (tenant_id, academic_year_id) references academic_years (tenant_id, id)
);
create index grading_periods__school_year on grading_periods (tenant_id, school_id, academic_year_id, starts_on, id);
create index grading_periods__year on grading_periods (tenant_id, academic_year_id);
select app.protect_tenant_table('grading_periods');

-- Groups divide the students of a course; a student is in at most one group of a set.
create table group_sets (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  course_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  created_at timestamptz not null,
  deleted_at timestamptz,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id)
);
create index group_sets__course on group_sets (tenant_id, course_id, name, id);
select app.protect_tenant_table('group_sets');

create table student_groups (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  group_set_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  position integer not null default 0,
  created_at timestamptz not null,
  deleted_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, group_set_id) references group_sets (tenant_id, id) on delete cascade
);
create index student_groups__set on student_groups (tenant_id, group_set_id, position, id);
select app.protect_tenant_table('student_groups');

-- Who left stays here with left_at: work handed in by the group keeps its members of then (TCH-10, TCH-46).
create table group_members (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  group_set_id uuid not null,
  group_id uuid not null,
  student_id uuid not null,
  joined_at timestamptz not null,
  left_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, group_set_id) references group_sets (tenant_id, id) on delete cascade,
  foreign key (tenant_id, group_id) references student_groups (tenant_id, id) on delete cascade,
  foreign key (tenant_id, student_id) references users (tenant_id, id)
);
create unique index group_members__one_group on group_members (tenant_id, group_set_id, student_id) where left_at is null;
create index group_members__set on group_members (tenant_id, group_set_id, student_id);
create index group_members__group on group_members (tenant_id, group_id, student_id);
create index group_members__student on group_members (tenant_id, student_id);
select app.protect_tenant_table('group_members');

create table rubrics (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  scope text not null check (scope in ('mine', 'course', 'school', 'tenant')),
  owner_id uuid not null,
  course_id uuid,
  school_id uuid,
  title text not null check (length(title) between 1 and 200),
  has_points boolean not null default true,
  state text not null default 'draft' check (state in ('draft', 'published', 'archived')),
  -- An edited rubric that was used is a new row: the same rubric_key, the next version (TCH-85).
  rubric_key uuid not null,
  version integer not null default 1,
  -- [{ id, title, description, points, standard_id, ratings: [{ id, label, description, points }] }]
  criteria jsonb not null default '[]',
  used_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  constraint rubrics__version unique (tenant_id, rubric_key, version),
  foreign key (tenant_id, owner_id) references users (tenant_id, id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id),
  foreign key (tenant_id, school_id) references schools (tenant_id, id)
);
create index rubrics__owner on rubrics (tenant_id, owner_id, title, id);
create index rubrics__course on rubrics (tenant_id, course_id, title, id);
create index rubrics__school on rubrics (tenant_id, school_id, title, id);
create index rubrics__scope on rubrics (tenant_id, scope, title, id);
select app.protect_tenant_table('rubrics');

create table assignments (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  course_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  instructions jsonb,
  kind text not null default 'homework'
    check (kind in ('homework', 'classwork', 'project', 'essay', 'lab', 'participation', 'assessment', 'other')),
  category_id uuid,
  points_possible numeric(7, 2) not null default 100 check (points_possible between 0 and 10000),
  grading_type text not null default 'points'
    check (grading_type in ('points', 'percent', 'letter', 'complete', 'mastery', 'ungraded')),
  submission_types text[] not null default '{text}',
  allowed_file_types text[] not null default '{}',
  max_files integer not null default 5 check (max_files between 1 and 20),
  -- Null: unlimited.
  attempts_allowed integer default 1 check (attempts_allowed between 1 and 20),
  score_to_keep text not null default 'latest' check (score_to_keep in ('latest', 'highest', 'average')),
  group_set_id uuid,
  group_grading text not null default 'one' check (group_grading in ('one', 'each')),
  rubric_id uuid,
  rubric_use text not null default 'grades' check (rubric_use in ('grades', 'feedback')),
  is_rubric_hidden boolean not null default false,
  wants_self_assessment boolean not null default false,
  estimated_minutes integer check (estimated_minutes between 1 and 6000),
  is_extra_credit boolean not null default false,
  counts_toward_total boolean not null default true,
  is_never_dropped boolean not null default false,
  is_anonymous boolean not null default false,
  anonymity_lifted_at timestamptz,
  posting_policy text not null default 'course' check (posting_policy in ('course', 'automatic', 'manual', 'scheduled')),
  post_at timestamptz,
  late_policy text not null default 'course' check (late_policy in ('course', 'own', 'none')),
  own_late_policy jsonb,
  -- Off: nothing is labelled late or missing by itself (TCH-43).
  has_automatic_labels boolean not null default true,
  grading_period_id uuid,
  unit_plan_id uuid,
  lesson_plan_id uuid,
  position integer not null default 0,
  state text not null default 'draft' check (state in ('draft', 'scheduled', 'published', 'closed', 'deleted')),
  publish_at timestamptz,
  published_at timestamptz,
  closed_at timestamptz,
  deleted_at timestamptz,
  deleted_by uuid,
  state_before_deletion text,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id),
  foreign key (tenant_id, category_id) references grade_categories (tenant_id, id),
  foreign key (tenant_id, group_set_id) references group_sets (tenant_id, id),
  foreign key (tenant_id, rubric_id) references rubrics (tenant_id, id),
  foreign key (tenant_id, grading_period_id) references grading_periods (tenant_id, id),
  foreign key (tenant_id, unit_plan_id) references plans (tenant_id, id),
  foreign key (tenant_id, lesson_plan_id) references plans (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id),
  foreign key (tenant_id, deleted_by) references users (tenant_id, id)
);
create index assignments__course on assignments (tenant_id, course_id, position, id);
create index assignments__category on assignments (tenant_id, category_id);
create index assignments__group_set on assignments (tenant_id, group_set_id);
create index assignments__rubric on assignments (tenant_id, rubric_id);
create index assignments__period on assignments (tenant_id, grading_period_id);
create index assignments__unit on assignments (tenant_id, unit_plan_id);
create index assignments__lesson on assignments (tenant_id, lesson_plan_id);
create index assignments__created_by on assignments (tenant_id, created_by);
create index assignments__deleted_by on assignments (tenant_id, deleted_by);
create index assignments__publish_at on assignments (tenant_id, publish_at) where state = 'scheduled';
create index assignments__post_at on assignments (tenant_id, post_at) where post_at is not null;
select app.protect_tenant_table('assignments');

-- What the teacher set for a target; what applies to one student is resolved into student_work (TCH-30).
create table assignment_dates (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  assignment_id uuid not null,
  target text not null check (target in ('everyone', 'section', 'group', 'student')),
  section_id uuid,
  group_id uuid,
  student_id uuid,
  is_assigned boolean not null default true,
  available_from_at timestamptz,
  due_at timestamptz,
  -- { kind: 'school_day_end' | 'class_start' | 'class_end', on: date }; due_at then holds nothing for sections (TCH-32).
  due_rule jsonb,
  available_until_at timestamptz,
  reason text,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint assignment_dates__order check (
    (available_from_at is null or due_at is null or available_from_at <= due_at)
    and (due_at is null or available_until_at is null or due_at <= available_until_at)
    and (available_from_at is null or available_until_at is null or available_from_at <= available_until_at)
  ),
  constraint assignment_dates__one_target check (num_nonnulls(section_id, group_id, student_id) = case target when 'everyone' then 0 else 1 end),
  foreign key (tenant_id, assignment_id) references assignments (tenant_id, id) on delete cascade,
  foreign key (tenant_id, section_id) references sections (tenant_id, id),
  foreign key (tenant_id, group_id) references student_groups (tenant_id, id),
  foreign key (tenant_id, student_id) references users (tenant_id, id)
);
create unique index assignment_dates__target on assignment_dates (tenant_id, assignment_id, target, section_id, group_id, student_id) nulls not distinct;
create index assignment_dates__section on assignment_dates (tenant_id, section_id);
create index assignment_dates__group on assignment_dates (tenant_id, group_id);
create index assignment_dates__student on assignment_dates (tenant_id, student_id);
select app.protect_tenant_table('assignment_dates');

-- What a student gets in every assignment of the course by itself; staff only (TCH-36).
create table course_accommodations (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  course_id uuid not null,
  student_id uuid not null,
  extra_days integer not null default 0 check (extra_days between 0 and 60),
  has_late_penalty boolean not null default true,
  reduced_work text not null default '' check (length(reduced_work) <= 500),
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  constraint course_accommodations__student unique (tenant_id, course_id, student_id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id),
  foreign key (tenant_id, student_id) references users (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
create index course_accommodations__student_courses on course_accommodations (tenant_id, student_id);
create index course_accommodations__created_by on course_accommodations (tenant_id, created_by);
select app.protect_tenant_table('course_accommodations');

create table assignment_standards (
  tenant_id uuid not null references tenants (id),
  assignment_id uuid not null,
  standard_id uuid not null,
  primary key (tenant_id, assignment_id, standard_id),
  foreign key (tenant_id, assignment_id) references assignments (tenant_id, id) on delete cascade,
  foreign key (tenant_id, standard_id) references standards (tenant_id, id)
);
create index assignment_standards__standard on assignment_standards (tenant_id, standard_id);
select app.protect_tenant_table('assignment_standards');
