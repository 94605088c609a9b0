-- Counts every change of the order of a course's modules and of their items; reordering names the one it saw (TCH-18).
alter table courses add column outline_version integer not null default 0;

create table course_pages (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  course_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  body jsonb,
  created_by uuid,
  edited_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id),
  foreign key (tenant_id, edited_by) references users (tenant_id, id)
);
create index course_pages__course on course_pages (tenant_id, course_id, title, id);
create index course_pages__created_by on course_pages (tenant_id, created_by);
create index course_pages__edited_by on course_pages (tenant_id, edited_by);
select app.protect_tenant_table('course_pages');

create table modules (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  course_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  description text not null default '' check (length(description) <= 4000),
  position integer not null default 0,
  state text not null default 'draft' check (state in ('draft', 'scheduled', 'published', 'archived')),
  publish_at timestamptz,
  published_at timestamptz,
  unlock_at timestamptz,
  -- One item after the other (TCH-21).
  is_sequential boolean not null default false,
  -- When it is taught, as the plan of the unit says.
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  -- The unit it was made from, and the version it was last brought up to (TCH-26); no keys, for it outlives a purged unit.
  unit_plan_id uuid,
  unit_version_id uuid,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  deleted_by uuid,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id),
  foreign key (tenant_id, deleted_by) references users (tenant_id, id)
);
create index modules__course on modules (tenant_id, course_id, position, id);
create index modules__unit on modules (tenant_id, unit_plan_id);
create index modules__created_by on modules (tenant_id, created_by);
create index modules__deleted_by on modules (tenant_id, deleted_by);
create index modules__publish_at on modules (tenant_id, publish_at) where state = 'scheduled';
select app.protect_tenant_table('modules');

-- Whom a module is for; without rows for all sections.
create table module_sections (
  tenant_id uuid not null references tenants (id),
  module_id uuid not null,
  section_id uuid not null,
  primary key (tenant_id, module_id, section_id),
  foreign key (tenant_id, module_id) references modules (tenant_id, id) on delete cascade,
  foreign key (tenant_id, section_id) references sections (tenant_id, id)
);
create index module_sections__section on module_sections (tenant_id, section_id);
select app.protect_tenant_table('module_sections');

create table module_prerequisites (
  tenant_id uuid not null references tenants (id),
  module_id uuid not null,
  required_module_id uuid not null check (required_module_id <> module_id),
  primary key (tenant_id, module_id, required_module_id),
  foreign key (tenant_id, module_id) references modules (tenant_id, id) on delete cascade,
  foreign key (tenant_id, required_module_id) references modules (tenant_id, id) on delete cascade
);
create index module_prerequisites__required on module_prerequisites (tenant_id, required_module_id);
select app.protect_tenant_table('module_prerequisites');

create table module_items (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  course_id uuid not null,
  module_id uuid not null,
  kind text not null
    check (kind in ('assignment', 'quiz', 'discussion', 'page', 'file', 'drive_file', 'link', 'lesson', 'lti_link', 'header')),
  -- Stands in for the title of what the item leads to; headers and links have no other.
  title text check (length(title) between 1 and 200),
  assignment_id uuid,
  page_id uuid,
  lesson_plan_id uuid,
  resource_id uuid,
  url text check (length(url) <= 2000),
  indent integer not null default 0 check (indent between 0 and 3),
  position integer not null default 0,
  state text not null default 'draft' check (state in ('draft', 'scheduled', 'published')),
  publish_at timestamptz,
  published_at timestamptz,
  completion_rule text not null default 'none'
    check (completion_rule in ('none', 'view', 'mark_done', 'submit', 'posts', 'score')),
  -- Posts, or percent of the points.
  completion_minimum numeric(6, 2) check (completion_minimum between 0 and 1000),
  planned_on date,
  standard_ids uuid[] not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  deleted_by uuid,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  constraint module_items__target check (
    (kind <> 'assignment' or assignment_id is not null)
    and (kind <> 'page' or page_id is not null)
    and (kind <> 'lesson' or lesson_plan_id is not null)
    and (kind not in ('file', 'drive_file') or resource_id is not null)
    and (kind <> 'link' or resource_id is not null or (url is not null and title is not null))
    and (kind <> 'header' or title is not null)
    and num_nonnulls(assignment_id, page_id, lesson_plan_id, resource_id) <= 1
  ),
  foreign key (tenant_id, course_id) references courses (tenant_id, id),
  foreign key (tenant_id, module_id) references modules (tenant_id, id) on delete cascade,
  foreign key (tenant_id, assignment_id) references assignments (tenant_id, id) on delete cascade,
  foreign key (tenant_id, page_id) references course_pages (tenant_id, id) on delete cascade,
  foreign key (tenant_id, lesson_plan_id) references plans (tenant_id, id) on delete cascade,
  foreign key (tenant_id, resource_id) references resources (tenant_id, id) on delete cascade,
  foreign key (tenant_id, deleted_by) references users (tenant_id, id)
);
create index module_items__module on module_items (tenant_id, module_id, position, id);
create index module_items__course on module_items (tenant_id, course_id);
create index module_items__assignment on module_items (tenant_id, assignment_id);
create index module_items__page on module_items (tenant_id, page_id);
create index module_items__lesson on module_items (tenant_id, lesson_plan_id);
create index module_items__resource on module_items (tenant_id, resource_id);
create index module_items__deleted_by on module_items (tenant_id, deleted_by);
create index module_items__publish_at on module_items (tenant_id, publish_at) where state = 'scheduled';
select app.protect_tenant_table('module_items');

-- What a student did with an item, and what staff decided; whether that completes it follows from the rule (TCH-22).
create table module_item_completions (
  tenant_id uuid not null references tenants (id),
  module_item_id uuid not null,
  student_id uuid not null,
  opened_at timestamptz,
  marked_done_at timestamptz,
  override_state text check (override_state in ('done', 'not_started')),
  override_by uuid,
  override_at timestamptz,
  -- Done once under an earlier rule: what it opened stays open (TCH-23).
  has_passed boolean not null default false,
  primary key (tenant_id, module_item_id, student_id),
  foreign key (tenant_id, module_item_id) references module_items (tenant_id, id) on delete cascade,
  foreign key (tenant_id, student_id) references users (tenant_id, id),
  foreign key (tenant_id, override_by) references users (tenant_id, id)
);
create index module_item_completions__student on module_item_completions (tenant_id, student_id);
create index module_item_completions__override_by on module_item_completions (tenant_id, override_by);
select app.protect_tenant_table('module_item_completions');

-- One act on much of a course, with what stood there before: taken back as a whole (TCH-27, TCH-185).
create table course_changes (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  course_id uuid not null,
  kind text not null check (kind in ('module_items', 'shift_dates')),
  actor_id uuid not null,
  before jsonb not null,
  created_at timestamptz not null,
  undo_until_at timestamptz not null,
  undone_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id),
  foreign key (tenant_id, actor_id) references users (tenant_id, id)
);
create index course_changes__course on course_changes (tenant_id, course_id, created_at desc, id);
create index course_changes__actor on course_changes (tenant_id, actor_id);
select app.protect_tenant_table('course_changes');

create table course_copies (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  source_course_id uuid not null,
  course_id uuid not null,
  parts text[] not null,
  shift_school_days integer not null default 0,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  done_count integer not null default 0,
  total_count integer not null default 0,
  -- [{ part, title, reason }]
  skipped jsonb not null default '[]',
  requested_by uuid not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, source_course_id) references courses (tenant_id, id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id),
  foreign key (tenant_id, requested_by) references users (tenant_id, id)
);
create index course_copies__source on course_copies (tenant_id, source_course_id);
create index course_copies__course on course_copies (tenant_id, course_id);
create index course_copies__requested_by on course_copies (tenant_id, requested_by);
select app.protect_tenant_table('course_copies');
