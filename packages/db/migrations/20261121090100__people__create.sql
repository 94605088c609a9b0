create table users (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  kind text not null default 'person' check (kind in ('person', 'service')),
  email text,
  email_normalized text,
  username text,
  username_normalized text,
  given_name text not null check (length(given_name) between 1 and 120),
  family_name text not null check (length(family_name) between 1 and 120),
  preferred_name text,
  pronouns text,
  -- Lower-cased "family given" and every searchable field, kept by the application: lower() cannot use an
  -- index under row-level security.
  sort_name text not null,
  search_text text not null,
  student_number text,
  staff_number text,
  external_id text,
  birth_on date,
  locale text,
  time_zone text,
  avatar_file_id uuid,
  state text not null default 'active'
    check (state in ('invited', 'active', 'suspended', 'deactivated', 'pending_deletion', 'anonymized')),
  source text not null default 'manual' check (source in ('manual', 'import', 'sign_in', 'seed')),
  mfa_enrolled boolean not null default false,
  last_sign_in_at timestamptz,
  last_sign_in_method text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  constraint users__email unique (tenant_id, email_normalized),
  constraint users__username unique (tenant_id, username_normalized),
  constraint users__reachable check (email is not null or username is not null or kind = 'service' or state = 'anonymized')
);
create index users__name on users (tenant_id, sort_name, id);
create index users__state on users (tenant_id, state, sort_name, id);
create index users__last_sign_in on users (tenant_id, last_sign_in_at, id);
select app.protect_tenant_table('users');

create table memberships (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  user_id uuid not null,
  school_id uuid not null,
  is_primary boolean not null default false,
  grade_level text,
  starts_on date,
  ends_on date,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint memberships__user_school unique (tenant_id, user_id, school_id),
  foreign key (tenant_id, user_id) references users (tenant_id, id),
  foreign key (tenant_id, school_id) references schools (tenant_id, id)
);
create index memberships__school on memberships (tenant_id, school_id, user_id);
create unique index memberships__one_primary on memberships (tenant_id, user_id) where is_primary;
select app.protect_tenant_table('memberships');

create table roles (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  key text not null check (key ~ '^[a-z][a-z0-9_]{1,39}$'),
  name text not null check (length(name) between 1 and 120),
  description text,
  is_system boolean not null default false,
  copied_from text,
  -- Empty for system roles: theirs come from the published table of capabilities.
  capabilities text[] not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  constraint roles__key unique (tenant_id, key)
);
select app.protect_tenant_table('roles');

create table role_assignments (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  user_id uuid not null,
  role_id uuid not null,
  scope text not null check (scope in ('tenant', 'school')),
  school_id uuid,
  starts_on date,
  ends_on date,
  source text not null default 'manual' check (source in ('manual', 'import', 'sign_in_rule', 'seed')),
  granted_by uuid,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint role_assignments__scope_school check ((scope = 'school') = (school_id is not null)),
  foreign key (tenant_id, user_id) references users (tenant_id, id),
  foreign key (tenant_id, role_id) references roles (tenant_id, id),
  foreign key (tenant_id, school_id) references schools (tenant_id, id)
);
create unique index role_assignments__tenant_once on role_assignments (tenant_id, user_id, role_id)
  where scope = 'tenant';
create unique index role_assignments__school_once on role_assignments (tenant_id, user_id, role_id, school_id)
  where scope = 'school';
create index role_assignments__role on role_assignments (tenant_id, role_id, user_id);
create index role_assignments__school on role_assignments (tenant_id, school_id, user_id);
select app.protect_tenant_table('role_assignments');

create table guardian_links (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  guardian_id uuid not null,
  student_id uuid not null,
  relationship text not null default 'parent' check (relationship in ('parent', 'guardian', 'relative', 'other')),
  may_access_records boolean not null default true,
  may_consent boolean not null default true,
  receives_communications boolean not null default true,
  legal_note text,
  starts_on date,
  ends_on date,
  source text not null default 'manual' check (source in ('manual', 'import', 'invitation', 'seed')),
  state text not null default 'active' check (state in ('invited', 'active', 'inactive', 'restricted')),
  confirmed_by uuid,
  confirmed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  constraint guardian_links__pair unique (tenant_id, guardian_id, student_id),
  constraint guardian_links__two_people check (guardian_id <> student_id),
  foreign key (tenant_id, guardian_id) references users (tenant_id, id),
  foreign key (tenant_id, student_id) references users (tenant_id, id)
);
create index guardian_links__student on guardian_links (tenant_id, student_id);
select app.protect_tenant_table('guardian_links');

create table user_preferences (
  tenant_id uuid not null references tenants (id),
  user_id uuid not null,
  preferences jsonb not null default '{}',
  last_role text,
  lock_version integer not null default 0,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, user_id),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
select app.protect_tenant_table('user_preferences');
