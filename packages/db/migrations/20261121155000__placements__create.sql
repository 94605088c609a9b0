-- How a school counts its days. Without a row: Monday to Friday, no rotation.
create table school_calendars (
  tenant_id uuid not null references tenants (id),
  school_id uuid not null,
  academic_year_id uuid not null,
  -- 0 is Sunday.
  weekdays integer[] not null default '{1,2,3,4,5}',
  -- Letters or numbers of the rotation in order; empty where the school has none.
  rotation_days text[] not null default '{}',
  -- Whether a day without school keeps its letter for the next school day, or the letter is lost (PLN-112).
  rotation_on_day_off text not null default 'keep' check (rotation_on_day_off in ('keep', 'advance')),
  -- Since when this calendar counts; null is the first day of the year.
  rotation_starts_on date,
  updated_at timestamptz not null,
  lock_version integer not null default 0,
  primary key (tenant_id, school_id, academic_year_id),
  foreign key (tenant_id, school_id) references schools (tenant_id, id),
  foreign key (tenant_id, academic_year_id) references academic_years (tenant_id, id)
);
create index school_calendars__year on school_calendars (tenant_id, academic_year_id);
select app.protect_tenant_table('school_calendars');

-- A late start or an early end: meetings outside these times do not take place, those across are shortened.
alter table school_days add column opens_at time;
alter table school_days add column closes_at time;

-- What a lead recommends for a subject and grade; teachers adopt it into their courses (PLN-110).
create table pacing_guides (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  school_id uuid not null,
  academic_year_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  subject text not null default '',
  grade_level text not null default '',
  state text not null default 'draft' check (state in ('draft', 'published')),
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, school_id) references schools (tenant_id, id),
  foreign key (tenant_id, academic_year_id) references academic_years (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
create index pacing_guides__school on pacing_guides (tenant_id, school_id, academic_year_id, name, id);
create index pacing_guides__year on pacing_guides (tenant_id, academic_year_id);
create index pacing_guides__created_by on pacing_guides (tenant_id, created_by);
select app.protect_tenant_table('pacing_guides');

create table pacing_guide_units (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  pacing_guide_id uuid not null,
  unit_plan_id uuid not null,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  primary key (tenant_id, id),
  constraint pacing_guide_units__unit unique (tenant_id, pacing_guide_id, unit_plan_id),
  foreign key (tenant_id, pacing_guide_id) references pacing_guides (tenant_id, id) on delete cascade,
  foreign key (tenant_id, unit_plan_id) references plans (tenant_id, id) on delete cascade
);
create index pacing_guide_units__plan on pacing_guide_units (tenant_id, unit_plan_id);
select app.protect_tenant_table('pacing_guide_units');

-- A unit on a course from a day to a day. Removed ones stay as a record and for the feeds (PLN-22, PLN-123).
create table unit_placements (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  unit_plan_id uuid not null,
  course_id uuid not null,
  school_id uuid not null,
  academic_year_id uuid not null,
  -- All sections of the course, or those of placement_sections (PLN-117).
  all_sections boolean not null default true,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  pinned_version_id uuid,
  follow_latest boolean not null default true,
  position integer not null default 0,
  state text not null default 'planned' check (state in ('planned', 'in_progress', 'taught', 'skipped')),
  -- What was recommended when the pacing of a lead was adopted: the drift is counted from here (PLN-110).
  pacing_guide_id uuid,
  recommended_starts_on date,
  recommended_ends_on date,
  -- How often the dates changed: SEQUENCE of the feeds.
  sequence integer not null default 0,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_by uuid not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_plan_id) references plans (tenant_id, id) on delete cascade,
  foreign key (tenant_id, course_id) references courses (tenant_id, id),
  foreign key (tenant_id, school_id) references schools (tenant_id, id),
  foreign key (tenant_id, academic_year_id) references academic_years (tenant_id, id),
  foreign key (tenant_id, pinned_version_id) references plan_versions (tenant_id, id),
  foreign key (tenant_id, pacing_guide_id) references pacing_guides (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id),
  foreign key (tenant_id, updated_by) references users (tenant_id, id)
);
create index unit_placements__year on unit_placements (tenant_id, academic_year_id, school_id, starts_on, id);
create index unit_placements__course on unit_placements (tenant_id, course_id, starts_on, id);
create index unit_placements__unit on unit_placements (tenant_id, unit_plan_id);
create index unit_placements__school on unit_placements (tenant_id, school_id);
create index unit_placements__version on unit_placements (tenant_id, pinned_version_id);
create index unit_placements__pacing_guide on unit_placements (tenant_id, pacing_guide_id);
create index unit_placements__created_by on unit_placements (tenant_id, created_by);
create index unit_placements__updated_by on unit_placements (tenant_id, updated_by);
select app.protect_tenant_table('unit_placements');

create table placement_sections (
  tenant_id uuid not null references tenants (id),
  placement_id uuid not null,
  section_id uuid not null,
  primary key (tenant_id, placement_id, section_id),
  foreign key (tenant_id, placement_id) references unit_placements (tenant_id, id) on delete cascade,
  foreign key (tenant_id, section_id) references sections (tenant_id, id)
);
create index placement_sections__section on placement_sections (tenant_id, section_id);
select app.protect_tenant_table('placement_sections');

-- The plan of record of a school year, frozen on a day (PLN-109).
create table map_baselines (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  school_id uuid not null,
  academic_year_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  -- [{ placement_id, unit_plan_id, course_id, starts_on, ends_on }]
  placements jsonb not null,
  frozen_on date not null,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, school_id) references schools (tenant_id, id),
  foreign key (tenant_id, academic_year_id) references academic_years (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
create index map_baselines__school on map_baselines (tenant_id, school_id, academic_year_id, created_at);
create index map_baselines__year on map_baselines (tenant_id, academic_year_id);
create index map_baselines__created_by on map_baselines (tenant_id, created_by);
select app.protect_tenant_table('map_baselines');

-- A lesson in one meeting of a section. A lesson may have several, a meeting may hold several (PLN-116).
create table lesson_sessions (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  lesson_plan_id uuid not null,
  section_id uuid not null,
  placement_id uuid,
  meeting_on date not null,
  -- Times of the meeting in the school's zone; none where the section has no pattern.
  starts_at time,
  ends_at time,
  -- Order within a meeting and within a lesson that spans several.
  position integer not null default 0,
  pinned_version_id uuid,
  follow_latest boolean not null default true,
  state text not null default 'scheduled' check (state in ('scheduled', 'taught', 'skipped')),
  taught_at timestamptz,
  taught_by uuid,
  taught_note text check (length(taught_note) <= 4000),
  not_reached text check (length(not_reached) <= 4000),
  -- What an earlier session handed on to this one (PLN-119).
  carried_over text check (length(carried_over) <= 4000),
  sequence integer not null default 0,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_by uuid not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, lesson_plan_id) references plans (tenant_id, id) on delete cascade,
  foreign key (tenant_id, section_id) references sections (tenant_id, id),
  foreign key (tenant_id, placement_id) references unit_placements (tenant_id, id) on delete cascade,
  foreign key (tenant_id, pinned_version_id) references plan_versions (tenant_id, id),
  foreign key (tenant_id, taught_by) references users (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id),
  foreign key (tenant_id, updated_by) references users (tenant_id, id)
);
create index lesson_sessions__section on lesson_sessions (tenant_id, section_id, meeting_on, starts_at);
create index lesson_sessions__lesson on lesson_sessions (tenant_id, lesson_plan_id);
create index lesson_sessions__placement on lesson_sessions (tenant_id, placement_id);
create index lesson_sessions__version on lesson_sessions (tenant_id, pinned_version_id);
create index lesson_sessions__taught_by on lesson_sessions (tenant_id, taught_by);
create index lesson_sessions__created_by on lesson_sessions (tenant_id, created_by);
create index lesson_sessions__updated_by on lesson_sessions (tenant_id, updated_by);
select app.protect_tenant_table('lesson_sessions');

-- One change of many dates, so that one undo within 24 hours brings them back (PLN-114).
create table schedule_changes (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  kind text not null check (kind in ('bump', 'move', 'snow_day', 'holiday', 'adopt')),
  course_id uuid,
  actor_id uuid not null,
  -- [{ type, id, before, after, lock_version }] with the version right after the change
  changes jsonb not null,
  created_at timestamptz not null,
  undo_until_at timestamptz not null,
  undone_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id),
  foreign key (tenant_id, actor_id) references users (tenant_id, id)
);
create index schedule_changes__course on schedule_changes (tenant_id, course_id);
create index schedule_changes__actor on schedule_changes (tenant_id, actor_id, created_at);
create index schedule_changes__created on schedule_changes (tenant_id, created_at);
select app.protect_tenant_table('schedule_changes');

-- A day that changed asks the teachers of each section what to do; nothing moves by itself (PLN-115, PLN-125).
create table bump_proposals (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  school_id uuid not null,
  section_id uuid not null,
  day_on date not null,
  reason text not null check (reason in ('snow_day', 'holiday_added', 'holiday_removed')),
  state text not null default 'proposed' check (state in ('proposed', 'accepted', 'declined')),
  created_by uuid not null,
  created_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  schedule_change_id uuid,
  primary key (tenant_id, id),
  constraint bump_proposals__section unique (tenant_id, section_id, day_on, reason),
  foreign key (tenant_id, school_id) references schools (tenant_id, id),
  foreign key (tenant_id, section_id) references sections (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id),
  foreign key (tenant_id, decided_by) references users (tenant_id, id),
  foreign key (tenant_id, schedule_change_id) references schedule_changes (tenant_id, id)
);
create index bump_proposals__school on bump_proposals (tenant_id, school_id, day_on);
create index bump_proposals__created_by on bump_proposals (tenant_id, created_by);
create index bump_proposals__decided_by on bump_proposals (tenant_id, decided_by);
create index bump_proposals__change on bump_proposals (tenant_id, schedule_change_id);
select app.protect_tenant_table('bump_proposals');

create table planner_events (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  owner_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  color text,
  -- Days without times, or instants: never both (PLN-122).
  starts_on date,
  ends_on date,
  starts_at timestamptz,
  ends_at timestamptz,
  sequence integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  constraint planner_events__one_kind check (
    (num_nonnulls(starts_on, ends_on) = 2 and num_nonnulls(starts_at, ends_at) = 0 and ends_on >= starts_on)
    or (num_nonnulls(starts_on, ends_on) = 0 and num_nonnulls(starts_at, ends_at) = 2 and ends_at >= starts_at)
  ),
  foreign key (tenant_id, owner_id) references users (tenant_id, id)
);
create index planner_events__owner on planner_events (tenant_id, owner_id, id);
select app.protect_tenant_table('planner_events');

create table calendar_feeds (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  user_id uuid not null,
  -- Null is everything of the person.
  course_id uuid,
  secret_hash bytea not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id)
);
create unique index calendar_feeds__one on calendar_feeds (tenant_id, user_id, course_id) nulls not distinct;
create index calendar_feeds__course on calendar_feeds (tenant_id, course_id);
select app.protect_tenant_table('calendar_feeds');

create table calendar_feed_directory (
  secret_hash bytea primary key,
  tenant_id uuid not null references tenants (id),
  feed_id uuid not null
);
create index calendar_feed_directory__tenant on calendar_feed_directory (tenant_id, feed_id);
