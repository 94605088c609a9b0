-- Global: a tenant is found by slug, host or session before its context can be set.
create table tenants (
  id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$'),
  kind text not null check (kind in ('school', 'district')),
  locale text not null default 'en',
  time_zone text not null,
  settings jsonb not null default '{}',
  support_access text not null default 'never' check (support_access in ('never', 'ask', 'allow')),
  state text not null default 'active' check (state in ('provisioning', 'active', 'suspended', 'closing', 'closed')),
  schools_count integer not null default 0,
  users_count integer not null default 0,
  courses_count integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  lock_version integer not null default 0
);

create table tenant_domains (
  domain text primary key check (domain = lower(domain)),
  tenant_id uuid not null references tenants (id),
  verified_at timestamptz
);

create table schools (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  code text not null,
  code_normalized text not null,
  address text,
  time_zone text not null,
  lowest_grade text,
  highest_grade text,
  external_id text,
  branding jsonb not null default '{}',
  state text not null default 'active' check (state in ('active', 'archived')),
  archived_at timestamptz,
  students_count integer not null default 0,
  staff_count integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  constraint schools__code unique (tenant_id, code_normalized)
);
create index schools__name on schools (tenant_id, name, id);
select app.protect_tenant_table('schools');

create table academic_years (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  starts_on date not null,
  ends_on date not null,
  state text not null default 'planned' check (state in ('planned', 'active', 'closing', 'closed')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  constraint academic_years__name unique (tenant_id, name),
  constraint academic_years__length check (ends_on - starts_on between 30 and 550)
);
-- IDN-12: the database itself allows one active year, whatever two admins do at once.
create unique index academic_years__one_active on academic_years (tenant_id) where state = 'active';
select app.protect_tenant_table('academic_years');

create table terms (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  academic_year_id uuid not null,
  parent_term_id uuid,
  name text not null check (length(name) between 1 and 120),
  kind text not null check (kind in ('year', 'semester', 'trimester', 'quarter', 'grading_period', 'summer', 'custom')),
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, academic_year_id) references academic_years (tenant_id, id),
  foreign key (tenant_id, parent_term_id) references terms (tenant_id, id)
);
create index terms__year on terms (tenant_id, academic_year_id, starts_on);
create index terms__parent on terms (tenant_id, parent_term_id);
select app.protect_tenant_table('terms');

-- A term without rows here applies to every school of the tenant.
create table term_schools (
  tenant_id uuid not null references tenants (id),
  term_id uuid not null,
  school_id uuid not null,
  primary key (tenant_id, term_id, school_id),
  foreign key (tenant_id, term_id) references terms (tenant_id, id) on delete cascade,
  foreign key (tenant_id, school_id) references schools (tenant_id, id)
);
create index term_schools__school on term_schools (tenant_id, school_id);
select app.protect_tenant_table('term_schools');
