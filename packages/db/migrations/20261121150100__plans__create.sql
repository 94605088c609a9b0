-- lint-exempt: no-trigger: append-only, fires before update and delete alone, so distributing the table fires nothing
-- Where a team's plans live when no single course owns them.
create table planning_contexts (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  school_id uuid not null,
  academic_year_id uuid not null,
  kind text not null check (kind in ('course', 'grade_team', 'interdisciplinary', 'programme', 'school_wide')),
  name text not null check (length(name) between 1 and 120),
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, school_id) references schools (tenant_id, id),
  foreign key (tenant_id, academic_year_id) references academic_years (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
create index planning_contexts__school on planning_contexts (tenant_id, school_id, name, id);
create index planning_contexts__year on planning_contexts (tenant_id, academic_year_id);
create index planning_contexts__created_by on planning_contexts (tenant_id, created_by);
select app.protect_tenant_table('planning_contexts');

create table planning_context_members (
  tenant_id uuid not null references tenants (id),
  planning_context_id uuid not null,
  user_id uuid not null,
  primary key (tenant_id, planning_context_id, user_id),
  foreign key (tenant_id, planning_context_id) references planning_contexts (tenant_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create index planning_context_members__user on planning_context_members (tenant_id, user_id);
select app.protect_tenant_table('planning_context_members');

create table planning_context_courses (
  tenant_id uuid not null references tenants (id),
  planning_context_id uuid not null,
  course_id uuid not null,
  primary key (tenant_id, planning_context_id, course_id),
  foreign key (tenant_id, planning_context_id) references planning_contexts (tenant_id, id) on delete cascade,
  foreign key (tenant_id, course_id) references courses (tenant_id, id)
);
create index planning_context_courses__course on planning_context_courses (tenant_id, course_id);
select app.protect_tenant_table('planning_context_courses');

-- Units, lessons, templates and curriculum documents: one table, because draft, versions, states, sharing,
-- comments and links are the same for all of them. The columns of one kind are at the end.
create table plans (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  kind text not null check (kind in ('unit', 'lesson', 'template', 'document')),
  title text not null check (length(title) between 1 and 200),
  -- Empty for the district's library.
  school_id uuid,
  owner_id uuid not null,
  home text not null default 'personal' check (home in ('personal', 'team', 'school', 'district')),
  subjects text[] not null default '{}',
  grade_levels text[] not null default '{}',
  planning_context_id uuid,
  academic_year_id uuid,
  -- Pinned when the plan is made, never edited (PLN-61).
  pack_key text not null,
  pack_version integer not null,
  schema_key text not null,
  state text not null default 'draft'
    check (state in ('draft', 'submitted', 'approved', 'returned', 'published', 'archived')),
  current_version_id uuid,
  published_version_id uuid,
  template_version_id uuid,
  source_plan_id uuid,
  source_version_id uuid,
  -- [{ path, reason, locked_by }] (PLN-26)
  locked_paths jsonb not null default '[]',
  tags text[] not null default '{}',
  language text not null default 'en',
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  deleted_by uuid,
  lock_version integer not null default 0,
  -- Lessons: the unit they are in and where, or the course they stand under.
  unit_plan_id uuid,
  course_id uuid,
  position integer,
  duration_minutes integer check (duration_minutes between 1 and 600),
  -- Templates.
  level text check (level in ('personal', 'school', 'district')),
  plan_kind text check (plan_kind in ('unit', 'lesson')),
  description text,
  suggested_weeks integer check (suggested_weeks between 1 and 60),
  -- Curriculum documents.
  document_type text,
  primary key (tenant_id, id),
  foreign key (tenant_id, school_id) references schools (tenant_id, id),
  foreign key (tenant_id, owner_id) references users (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id),
  foreign key (tenant_id, deleted_by) references users (tenant_id, id),
  foreign key (tenant_id, planning_context_id) references planning_contexts (tenant_id, id),
  foreign key (tenant_id, academic_year_id) references academic_years (tenant_id, id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id),
  foreign key (tenant_id, unit_plan_id) references plans (tenant_id, id),
  foreign key (tenant_id, source_plan_id) references plans (tenant_id, id),
  constraint plans__lesson_columns check (kind = 'lesson' or num_nonnulls(unit_plan_id, position) = 0),
  constraint plans__template_columns check ((kind = 'template') = (level is not null)),
  constraint plans__document_columns check ((kind = 'document') = (document_type is not null))
);
create index plans__updated on plans (tenant_id, kind, updated_at desc, id desc) where deleted_at is null;
create index plans__title on plans (tenant_id, kind, title, id) where deleted_at is null;
create index plans__unit on plans (tenant_id, unit_plan_id, position);
create index plans__owner on plans (tenant_id, owner_id);
create index plans__school on plans (tenant_id, school_id);
create index plans__created_by on plans (tenant_id, created_by);
create index plans__deleted_by on plans (tenant_id, deleted_by);
create index plans__context on plans (tenant_id, planning_context_id);
create index plans__year on plans (tenant_id, academic_year_id);
create index plans__course on plans (tenant_id, course_id);
create index plans__source on plans (tenant_id, source_plan_id);
create index plans__template_version on plans (tenant_id, template_version_id);
create index plans__bin on plans (tenant_id, deleted_at) where deleted_at is not null;
select app.protect_tenant_table('plans');

-- The only thing that saving while typing writes; one for each plan.
create table plan_drafts (
  tenant_id uuid not null references tenants (id),
  plan_id uuid not null,
  content jsonb not null default '{}',
  revision integer not null default 0,
  last_editor_id uuid not null,
  last_edited_at timestamptz not null,
  -- The revision that the newest version was cut from: behind `revision` means unsaved-to-version changes (PLN-28).
  version_revision integer not null default 0,
  primary key (tenant_id, plan_id),
  foreign key (tenant_id, plan_id) references plans (tenant_id, id) on delete cascade,
  foreign key (tenant_id, last_editor_id) references users (tenant_id, id)
);
create index plan_drafts__last_editor on plan_drafts (tenant_id, last_editor_id);
create index plan_drafts__quiet on plan_drafts (tenant_id, last_edited_at) where revision > version_revision;
select app.protect_tenant_table('plan_drafts');

-- What each revision changed: lets a stale write merge or name its conflict (PLN-06, PLN-07), and answers a
-- repeated write with what happened the first time (PLN-03).
create table plan_draft_edits (
  tenant_id uuid not null references tenants (id),
  plan_id uuid not null,
  revision integer not null,
  change_id uuid not null,
  editor_id uuid not null,
  edited_at timestamptz not null,
  paths text[] not null,
  section_key text,
  primary key (tenant_id, plan_id, revision),
  constraint plan_draft_edits__change unique (tenant_id, plan_id, change_id),
  foreign key (tenant_id, plan_id) references plans (tenant_id, id) on delete cascade,
  foreign key (tenant_id, editor_id) references users (tenant_id, id)
);
create index plan_draft_edits__editor on plan_draft_edits (tenant_id, editor_id);
select app.protect_tenant_table('plan_draft_edits');

-- Who has the plan open, by the last sign of life (PLN-08).
create table plan_visits (
  tenant_id uuid not null references tenants (id),
  plan_id uuid not null,
  user_id uuid not null,
  seen_at timestamptz not null,
  section_key text,
  primary key (tenant_id, plan_id, user_id),
  foreign key (tenant_id, plan_id) references plans (tenant_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create index plan_visits__user on plan_visits (tenant_id, user_id, seen_at);
select app.protect_tenant_table('plan_visits');

create table plan_versions (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  plan_id uuid not null,
  version_number integer not null check (version_number > 0),
  title text not null,
  content jsonb not null,
  -- As they were: [{ standard_id, code, statement, emphasis, note }]
  alignments jsonb not null default '[]',
  -- [{ resource_id, title, kind, path, caption, audience, position }]
  resources jsonb not null default '[]',
  -- Units only, in order: [{ lesson_plan_id, version_id, title, duration_minutes }]
  lessons jsonb not null default '[]',
  tags text[] not null default '{}',
  duration_minutes integer,
  author_id uuid not null,
  change_note text check (length(change_note) <= 500),
  kind text not null
    check (kind in ('manual', 'snapshot', 'submit', 'publish', 'restore', 'ai_apply', 'import', 'push')),
  restored_from_version_id uuid,
  content_hash bytea not null,
  changed_fields_count integer not null default 0,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint plan_versions__number unique (tenant_id, plan_id, version_number),
  foreign key (tenant_id, plan_id) references plans (tenant_id, id) on delete cascade,
  foreign key (tenant_id, author_id) references users (tenant_id, id),
  foreign key (tenant_id, restored_from_version_id) references plan_versions (tenant_id, id)
);
create index plan_versions__author on plan_versions (tenant_id, author_id);
create index plan_versions__restored_from on plan_versions (tenant_id, restored_from_version_id);
select app.protect_tenant_table('plan_versions');

-- PLN-29: a version never changes, whoever asks; it leaves only with its plan.
create function app.refuse_version_change() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'DELETE' and not exists (
    select from plans where tenant_id = old.tenant_id and id = old.plan_id
  ) then
    return old;
  end if;
  raise exception 'plan_version_is_immutable' using errcode = 'restrict_violation';
end
$$;
create trigger plan_versions__immutable before update or delete on plan_versions
  for each row execute function app.refuse_version_change();

-- Which version was live when (PLN-52).
create table plan_publications (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  plan_id uuid not null,
  version_id uuid not null,
  published_by uuid not null,
  published_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, plan_id) references plans (tenant_id, id) on delete cascade,
  foreign key (tenant_id, version_id) references plan_versions (tenant_id, id) on delete cascade,
  foreign key (tenant_id, published_by) references users (tenant_id, id),
  foreign key (tenant_id, ended_by) references users (tenant_id, id)
);
create index plan_publications__plan on plan_publications (tenant_id, plan_id, published_at);
create index plan_publications__version on plan_publications (tenant_id, version_id);
create index plan_publications__published_by on plan_publications (tenant_id, published_by);
create index plan_publications__ended_by on plan_publications (tenant_id, ended_by);
select app.protect_tenant_table('plan_publications');

-- A person or a team (the members of a planning context) with a right on one plan.
create table plan_collaborators (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  plan_id uuid not null,
  user_id uuid,
  planning_context_id uuid,
  access text not null check (access in ('view', 'comment', 'edit', 'manage')),
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint plan_collaborators__one_kind check (num_nonnulls(user_id, planning_context_id) = 1),
  constraint plan_collaborators__user unique (tenant_id, plan_id, user_id),
  constraint plan_collaborators__team unique (tenant_id, plan_id, planning_context_id),
  foreign key (tenant_id, plan_id) references plans (tenant_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references users (tenant_id, id),
  foreign key (tenant_id, planning_context_id) references planning_contexts (tenant_id, id) on delete cascade,
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
create index plan_collaborators__of_user on plan_collaborators (tenant_id, user_id, plan_id);
create index plan_collaborators__of_team on plan_collaborators (tenant_id, planning_context_id);
create index plan_collaborators__created_by on plan_collaborators (tenant_id, created_by);
select app.protect_tenant_table('plan_collaborators');
