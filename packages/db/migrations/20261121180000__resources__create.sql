create table resource_folders (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  parent_id uuid,
  name text not null check (length(name) between 1 and 120),
  name_normalized text not null,
  scope text not null check (scope in ('personal', 'team', 'school', 'tenant')),
  -- Whose folder it is: a person always, and for the scopes that need one a team or a school.
  owner_id uuid not null,
  planning_context_id uuid,
  school_id uuid,
  -- The folder above, or at the top the scope with its person, team or school: names are unique in it (PLN-128).
  siblings_key text not null,
  -- From the top down to the parent; at most eight levels with the folder itself.
  ancestor_ids uuid[] not null default '{}' check (cardinality(ancestor_ids) <= 7),
  colour text check (colour in ('red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'pink')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  deleted_by uuid,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, parent_id) references resource_folders (tenant_id, id),
  foreign key (tenant_id, owner_id) references users (tenant_id, id),
  foreign key (tenant_id, planning_context_id) references planning_contexts (tenant_id, id),
  foreign key (tenant_id, school_id) references schools (tenant_id, id),
  foreign key (tenant_id, deleted_by) references users (tenant_id, id),
  constraint resource_folders__not_own_parent check (parent_id <> id),
  constraint resource_folders__team check (scope <> 'team' or planning_context_id is not null),
  constraint resource_folders__school check (scope <> 'school' or school_id is not null)
);
create unique index resource_folders__name on resource_folders (tenant_id, siblings_key, name_normalized)
  where deleted_at is null;
create index resource_folders__parent on resource_folders (tenant_id, parent_id);
create index resource_folders__owner on resource_folders (tenant_id, owner_id);
create index resource_folders__team on resource_folders (tenant_id, planning_context_id);
create index resource_folders__school on resource_folders (tenant_id, school_id);
create index resource_folders__deleted_by on resource_folders (tenant_id, deleted_by);
select app.protect_tenant_table('resource_folders');

create table resources (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  kind text not null check (kind in ('file', 'drive_file', 'link')),
  title text not null check (length(title) between 1 and 200),
  description text not null default '' check (length(description) <= 2000),
  folder_id uuid,
  owner_id uuid not null,
  visibility text not null default 'private' check (visibility in ('private', 'team', 'school', 'tenant')),
  planning_context_id uuid,
  school_id uuid,
  tags text[] not null default '{}',
  -- The newest content of a file.
  current_version_id uuid,
  content_type text,
  size_bytes bigint,
  sha256 bytea,
  drive_file_id text,
  url text check (length(url) <= 2000),
  state text not null default 'active' check (state in ('active', 'archived')),
  health text not null default 'unknown' check (health in ('ok', 'unreachable', 'forbidden', 'unknown')),
  checked_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  deleted_by uuid,
  -- Went into the bin with this folder, and comes back with it (PLN-128).
  deleted_with_folder_id uuid,
  -- Content gone for good; the row stays for what says `removed` where it was used (PLN-131).
  purged_at timestamptz,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, folder_id) references resource_folders (tenant_id, id),
  foreign key (tenant_id, owner_id) references users (tenant_id, id),
  foreign key (tenant_id, planning_context_id) references planning_contexts (tenant_id, id),
  foreign key (tenant_id, school_id) references schools (tenant_id, id),
  foreign key (tenant_id, deleted_by) references users (tenant_id, id),
  constraint resources__team check (visibility <> 'team' or planning_context_id is not null),
  constraint resources__school check (visibility <> 'school' or school_id is not null),
  constraint resources__link check (kind <> 'link' or url is not null),
  constraint resources__drive_file check (kind <> 'drive_file' or drive_file_id is not null)
);
create index resources__updated on resources (tenant_id, updated_at desc, id desc) where deleted_at is null;
create index resources__title on resources (tenant_id, title, id) where deleted_at is null;
create index resources__folder on resources (tenant_id, folder_id);
create index resources__owner on resources (tenant_id, owner_id);
create index resources__team on resources (tenant_id, planning_context_id);
create index resources__school on resources (tenant_id, school_id);
create index resources__deleted_by on resources (tenant_id, deleted_by);
create index resources__bin on resources (tenant_id, deleted_at) where deleted_at is not null;
create index resources__tags on resources using gin (tenant_id, tags);
create index resources__to_check on resources (tenant_id, checked_at) where kind = 'link' and deleted_at is null;
select app.protect_tenant_table('resources');

-- Every content that a file had; the bytes lie in `files` (PLN-132).
create table resource_versions (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  resource_id uuid not null,
  version_number integer not null check (version_number > 0),
  file_id uuid not null,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint resource_versions__number unique (tenant_id, resource_id, version_number),
  foreign key (tenant_id, resource_id) references resources (tenant_id, id) on delete cascade,
  foreign key (tenant_id, file_id) references files (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
create index resource_versions__file on resource_versions (tenant_id, file_id);
create index resource_versions__created_by on resource_versions (tenant_id, created_by);
select app.protect_tenant_table('resource_versions');

create table resource_attachments (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  resource_id uuid not null,
  target_type text not null check (
    target_type in (
      'unit_plan', 'lesson_plan', 'template', 'curriculum_document', 'assignment', 'module', 'course', 'discussion',
      'quiz', 'announcement'
    )
  ),
  -- Lies in the table that target_type names, hence no foreign key.
  target_id uuid not null,
  -- The place within the target, for example a section of a plan; empty for the whole of it.
  path text not null default '' check (length(path) <= 300),
  caption text not null default '' check (length(caption) <= 500),
  position integer not null,
  audience text not null default 'teacher' check (audience in ('teacher', 'student')),
  -- Empty follows the newest content (PLN-132).
  pinned_version_id uuid,
  -- Whoever reads the target may open the resource, whatever its visibility (PLN-133).
  opens_for_readers boolean not null default true,
  created_by uuid,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint resource_attachments__place unique (tenant_id, target_id, target_type, path, resource_id),
  foreign key (tenant_id, resource_id) references resources (tenant_id, id),
  foreign key (tenant_id, pinned_version_id) references resource_versions (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
create index resource_attachments__resource on resource_attachments (tenant_id, resource_id);
create index resource_attachments__pinned on resource_attachments (tenant_id, pinned_version_id);
create index resource_attachments__created_by on resource_attachments (tenant_id, created_by);
select app.protect_tenant_table('resource_attachments');
