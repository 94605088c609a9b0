create table courses (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  school_id uuid not null,
  academic_year_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  code text not null default '',
  subject text not null default '',
  grade_levels text[] not null default '{}',
  description jsonb,
  color text,
  credits numeric(6, 3),
  settings jsonb not null default '{}',
  state text not null default 'draft' check (state in ('draft', 'active', 'archived', 'deleted')),
  copied_from_course_id uuid,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  deleted_at timestamptz,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, school_id) references schools (tenant_id, id),
  foreign key (tenant_id, academic_year_id) references academic_years (tenant_id, id),
  foreign key (tenant_id, copied_from_course_id) references courses (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
create index courses__school_year on courses (tenant_id, school_id, academic_year_id, name, id);
create index courses__year on courses (tenant_id, academic_year_id);
create index courses__copied_from on courses (tenant_id, copied_from_course_id);
create index courses__created_by on courses (tenant_id, created_by);
select app.protect_tenant_table('courses');

create table sections (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  course_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  code text not null default '',
  capacity integer check (capacity > 0),
  state text not null default 'active' check (state in ('active', 'archived')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id)
);
create index sections__course on sections (tenant_id, course_id, name, id);
select app.protect_tenant_table('sections');

-- A section runs in one or more consecutive terms; without rows here it runs the whole year of its course.
create table section_terms (
  tenant_id uuid not null references tenants (id),
  section_id uuid not null,
  term_id uuid not null,
  primary key (tenant_id, section_id, term_id),
  foreign key (tenant_id, section_id) references sections (tenant_id, id) on delete cascade,
  foreign key (tenant_id, term_id) references terms (tenant_id, id)
);
create index section_terms__term on section_terms (tenant_id, term_id);
select app.protect_tenant_table('section_terms');

-- Meets on a weekday (0 is Sunday) or on a day of the school's rotation (PLN-112).
create table section_meetings (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  section_id uuid not null,
  weekday integer check (weekday between 0 and 6),
  rotation_day text,
  starts_at time not null,
  ends_at time not null check (ends_at > starts_at),
  location text,
  effective_from_on date,
  effective_to_on date,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint section_meetings__one_kind check (num_nonnulls(weekday, rotation_day) = 1),
  foreign key (tenant_id, section_id) references sections (tenant_id, id) on delete cascade
);
create index section_meetings__section on section_meetings (tenant_id, section_id);
select app.protect_tenant_table('section_meetings');

-- Only days that differ from the weekly pattern of the school, and all days of a rotation.
create table school_days (
  tenant_id uuid not null references tenants (id),
  school_id uuid not null,
  day_on date not null,
  is_instructional boolean not null default true,
  rotation_day text,
  bell_schedule text not null default 'normal',
  note text,
  primary key (tenant_id, school_id, day_on),
  foreign key (tenant_id, school_id) references schools (tenant_id, id)
);
select app.protect_tenant_table('school_days');

create table enrollments (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  section_id uuid not null,
  user_id uuid not null,
  role text not null check (role in ('student', 'teacher', 'co_teacher', 'assistant')),
  state text not null default 'active' check (state in ('active', 'inactive', 'withdrawn', 'completed')),
  starts_on date,
  ends_on date,
  source text not null default 'manual' check (source in ('manual', 'csv', 'oneroster', 'classroom', 'sis')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  constraint enrollments__person unique (tenant_id, section_id, user_id, role),
  foreign key (tenant_id, section_id) references sections (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create index enrollments__user on enrollments (tenant_id, user_id, section_id);
select app.protect_tenant_table('enrollments');
