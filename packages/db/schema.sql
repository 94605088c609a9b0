-- Generated from the migrated database by `npm run generate`. Do not edit.

CREATE OR REPLACE FUNCTION app.current_tenant()
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$
  select nullif(current_setting('app.tenant_id', true), '')::uuid
$function$;
grant execute on function app.current_tenant to homeroom_app;
grant execute on function app.current_tenant to homeroom_job;

CREATE OR REPLACE FUNCTION app.hide_partition(partition_table regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('revoke all on %s from homeroom_app, homeroom_job', partition_table);
end
$function$;

CREATE OR REPLACE FUNCTION app.protect_tenant_table(tenant_table regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (
    select from pg_attribute
    where attrelid = tenant_table and attname = 'tenant_id' and attnotnull and atttypid = 'uuid'::regtype
  ) then
    raise exception 'table % has no "tenant_id uuid not null"', tenant_table;
  end if;
  execute format('alter table %s enable row level security', tenant_table);
  execute format('alter table %s force row level security', tenant_table);
  execute format('drop policy if exists tenant_isolation on %s', tenant_table);
  execute format(
    'create policy tenant_isolation on %s'
    ' using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)'
    ' with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)',
    tenant_table
  );
end
$function$;

CREATE OR REPLACE FUNCTION app.set_tenant(tenant uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  chosen text := nullif(current_setting('app.tenant_id', true), '');
begin
  if tenant is null then
    raise exception 'tenant_context_missing';
  end if;
  if chosen <> tenant::text then
    raise exception 'tenant_context_changed' using detail = 'A transaction belongs to one tenant.';
  end if;
  execute format('set local app.tenant_id = %L', tenant);
end
$function$;
grant execute on function app.set_tenant to homeroom_app;
grant execute on function app.set_tenant to homeroom_job;

create table academic_years (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  starts_on date not null,
  ends_on date not null,
  state text default 'planned'::text not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  lock_version integer default 0 not null,
  constraint academic_years_pkey PRIMARY KEY (tenant_id, id),
  constraint academic_years__name UNIQUE (tenant_id, name),
  constraint academic_years_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint academic_years__length CHECK ((((ends_on - starts_on) >= 30) AND ((ends_on - starts_on) <= 550))),
  constraint academic_years_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint academic_years_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'active'::text, 'closing'::text, 'closed'::text])))
);
CREATE UNIQUE INDEX academic_years__one_active ON public.academic_years USING btree (tenant_id) WHERE (state = 'active'::text);
alter table academic_years enable row level security;
alter table academic_years force row level security;
create policy tenant_isolation on academic_years using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on academic_years to homeroom_app;
grant delete, insert, select, update on academic_years to homeroom_job;

create table audit_events (
  tenant_id uuid not null,
  id uuid not null,
  occurred_at timestamp with time zone default now() not null,
  action text not null,
  outcome text default 'success'::text not null,
  actor_id uuid,
  actor_kind text not null,
  on_behalf_of uuid,
  target_type text,
  target_id uuid,
  school_id uuid,
  changes jsonb default '{}'::jsonb not null,
  reason text,
  ip text,
  request_id text,
  constraint audit_events_pkey PRIMARY KEY (tenant_id, id),
  constraint audit_events_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint audit_events_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['user'::text, 'system'::text, 'operator'::text, 'anonymous'::text]))),
  constraint audit_events_outcome_check CHECK ((outcome = ANY (ARRAY['success'::text, 'refused'::text, 'failed'::text])))
);
CREATE INDEX audit_events__action ON public.audit_events USING btree (tenant_id, action, occurred_at DESC, id DESC);
CREATE INDEX audit_events__actor ON public.audit_events USING btree (tenant_id, actor_id, occurred_at DESC, id DESC);
CREATE INDEX audit_events__request ON public.audit_events USING btree (tenant_id, request_id);
CREATE INDEX audit_events__school ON public.audit_events USING btree (tenant_id, school_id, occurred_at DESC, id DESC);
CREATE INDEX audit_events__target ON public.audit_events USING btree (tenant_id, target_id, occurred_at DESC, id DESC);
CREATE INDEX audit_events__time ON public.audit_events USING btree (tenant_id, occurred_at DESC, id DESC);
alter table audit_events enable row level security;
alter table audit_events force row level security;
create policy tenant_isolation on audit_events using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant insert, select on audit_events to homeroom_app;
grant insert, select on audit_events to homeroom_job;

create table domain_events (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  payload jsonb not null,
  occurred_at timestamp with time zone default now() not null,
  constraint domain_events_pkey PRIMARY KEY (tenant_id, id),
  constraint domain_events_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
);
CREATE INDEX domain_events__time ON public.domain_events USING btree (tenant_id, occurred_at, id);
alter table domain_events enable row level security;
alter table domain_events force row level security;
create policy tenant_isolation on domain_events using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on domain_events to homeroom_app;
grant delete, insert, select, update on domain_events to homeroom_job;

create table guardian_links (
  tenant_id uuid not null,
  id uuid not null,
  guardian_id uuid not null,
  student_id uuid not null,
  relationship text default 'parent'::text not null,
  may_access_records boolean default true not null,
  may_consent boolean default true not null,
  receives_communications boolean default true not null,
  legal_note text,
  starts_on date,
  ends_on date,
  source text default 'manual'::text not null,
  state text default 'active'::text not null,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  lock_version integer default 0 not null,
  constraint guardian_links_pkey PRIMARY KEY (tenant_id, id),
  constraint guardian_links__pair UNIQUE (tenant_id, guardian_id, student_id),
  constraint guardian_links_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint guardian_links_tenant_id_guardian_id_fkey FOREIGN KEY (tenant_id, guardian_id) REFERENCES users(tenant_id, id),
  constraint guardian_links_tenant_id_student_id_fkey FOREIGN KEY (tenant_id, student_id) REFERENCES users(tenant_id, id),
  constraint guardian_links__two_people CHECK ((guardian_id <> student_id)),
  constraint guardian_links_relationship_check CHECK ((relationship = ANY (ARRAY['parent'::text, 'guardian'::text, 'relative'::text, 'other'::text]))),
  constraint guardian_links_source_check CHECK ((source = ANY (ARRAY['manual'::text, 'import'::text, 'invitation'::text, 'seed'::text]))),
  constraint guardian_links_state_check CHECK ((state = ANY (ARRAY['invited'::text, 'active'::text, 'inactive'::text, 'restricted'::text])))
);
CREATE INDEX guardian_links__student ON public.guardian_links USING btree (tenant_id, student_id);
alter table guardian_links enable row level security;
alter table guardian_links force row level security;
create policy tenant_isolation on guardian_links using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on guardian_links to homeroom_app;
grant delete, insert, select, update on guardian_links to homeroom_job;

create table memberships (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  school_id uuid not null,
  is_primary boolean default false not null,
  grade_level text,
  starts_on date,
  ends_on date,
  created_at timestamp with time zone default now() not null,
  constraint memberships_pkey PRIMARY KEY (tenant_id, id),
  constraint memberships__user_school UNIQUE (tenant_id, user_id, school_id),
  constraint memberships_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint memberships_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id),
  constraint memberships_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id)
);
CREATE UNIQUE INDEX memberships__one_primary ON public.memberships USING btree (tenant_id, user_id) WHERE is_primary;
CREATE INDEX memberships__school ON public.memberships USING btree (tenant_id, school_id, user_id);
alter table memberships enable row level security;
alter table memberships force row level security;
create policy tenant_isolation on memberships using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on memberships to homeroom_app;
grant delete, insert, select, update on memberships to homeroom_job;

create table passwords (
  tenant_id uuid not null,
  user_id uuid not null,
  hash text not null,
  must_change boolean default false not null,
  changed_at timestamp with time zone default now() not null,
  constraint passwords_pkey PRIMARY KEY (tenant_id, user_id),
  constraint passwords_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint passwords_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id)
);
alter table passwords enable row level security;
alter table passwords force row level security;
create policy tenant_isolation on passwords using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on passwords to homeroom_app;
grant delete, insert, select, update on passwords to homeroom_job;

create table role_assignments (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  role_id uuid not null,
  scope text not null,
  school_id uuid,
  starts_on date,
  ends_on date,
  source text default 'manual'::text not null,
  granted_by uuid,
  created_at timestamp with time zone default now() not null,
  constraint role_assignments_pkey PRIMARY KEY (tenant_id, id),
  constraint role_assignments_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint role_assignments_tenant_id_role_id_fkey FOREIGN KEY (tenant_id, role_id) REFERENCES roles(tenant_id, id),
  constraint role_assignments_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id),
  constraint role_assignments_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id),
  constraint role_assignments__scope_school CHECK (((scope = 'school'::text) = (school_id IS NOT NULL))),
  constraint role_assignments_scope_check CHECK ((scope = ANY (ARRAY['tenant'::text, 'school'::text]))),
  constraint role_assignments_source_check CHECK ((source = ANY (ARRAY['manual'::text, 'import'::text, 'sign_in_rule'::text, 'seed'::text])))
);
CREATE INDEX role_assignments__role ON public.role_assignments USING btree (tenant_id, role_id, user_id);
CREATE INDEX role_assignments__school ON public.role_assignments USING btree (tenant_id, school_id, user_id);
CREATE UNIQUE INDEX role_assignments__school_once ON public.role_assignments USING btree (tenant_id, user_id, role_id, school_id) WHERE (scope = 'school'::text);
CREATE UNIQUE INDEX role_assignments__tenant_once ON public.role_assignments USING btree (tenant_id, user_id, role_id) WHERE (scope = 'tenant'::text);
CREATE INDEX role_assignments__user ON public.role_assignments USING btree (tenant_id, user_id);
alter table role_assignments enable row level security;
alter table role_assignments force row level security;
create policy tenant_isolation on role_assignments using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on role_assignments to homeroom_app;
grant delete, insert, select, update on role_assignments to homeroom_job;

create table roles (
  tenant_id uuid not null,
  id uuid not null,
  key text not null,
  name text not null,
  description text,
  is_system boolean default false not null,
  copied_from text,
  capabilities text[] default '{}'::text[] not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  lock_version integer default 0 not null,
  constraint roles_pkey PRIMARY KEY (tenant_id, id),
  constraint roles__key UNIQUE (tenant_id, key),
  constraint roles_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint roles_key_check CHECK ((key ~ '^[a-z][a-z0-9_]{1,39}$'::text)),
  constraint roles_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
);
alter table roles enable row level security;
alter table roles force row level security;
create policy tenant_isolation on roles using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on roles to homeroom_app;
grant delete, insert, select, update on roles to homeroom_job;

create table schools (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  code text not null,
  code_normalized text not null,
  address text,
  time_zone text not null,
  lowest_grade text,
  highest_grade text,
  external_id text,
  branding jsonb default '{}'::jsonb not null,
  state text default 'active'::text not null,
  archived_at timestamp with time zone,
  students_count integer default 0 not null,
  staff_count integer default 0 not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  lock_version integer default 0 not null,
  constraint schools_pkey PRIMARY KEY (tenant_id, id),
  constraint schools__code UNIQUE (tenant_id, code_normalized),
  constraint schools_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint schools_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint schools_state_check CHECK ((state = ANY (ARRAY['active'::text, 'archived'::text])))
);
CREATE INDEX schools__name ON public.schools USING btree (tenant_id, name, id);
alter table schools enable row level security;
alter table schools force row level security;
create policy tenant_isolation on schools using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on schools to homeroom_app;
grant delete, insert, select, update on schools to homeroom_job;

create table session_directory (
  token_hash bytea not null,
  tenant_id uuid not null,
  session_id uuid not null,
  user_id uuid not null,
  revision integer default 0 not null,
  idle_minutes integer not null,
  idle_expires_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  issued_at timestamp with time zone default now() not null,
  constraint session_directory_pkey PRIMARY KEY (token_hash),
  constraint session_directory_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
);
CREATE INDEX session_directory__expires ON public.session_directory USING btree (expires_at);
CREATE INDEX session_directory__session ON public.session_directory USING btree (tenant_id, session_id);
CREATE INDEX session_directory__user ON public.session_directory USING btree (tenant_id, user_id);
grant delete, insert, select, update on session_directory to homeroom_app;
grant delete, insert, select, update on session_directory to homeroom_job;

create table sessions (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  method text not null,
  mfa boolean default false not null,
  mfa_pending boolean default false not null,
  shared_computer boolean default false not null,
  ip text,
  user_agent text,
  device_label text,
  authenticated_at timestamp with time zone default now() not null,
  created_at timestamp with time zone default now() not null,
  last_seen_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  end_reason text,
  constraint sessions_pkey PRIMARY KEY (tenant_id, id),
  constraint sessions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint sessions_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id),
  constraint sessions_method_check CHECK ((method = ANY (ARRAY['password'::text, 'passkey'::text, 'google'::text, 'saml'::text, 'code'::text, 'card'::text])))
);
CREATE INDEX sessions__user ON public.sessions USING btree (tenant_id, user_id, last_seen_at);
alter table sessions enable row level security;
alter table sessions force row level security;
create policy tenant_isolation on sessions using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on sessions to homeroom_app;
grant delete, insert, select, update on sessions to homeroom_job;

create table sign_in_directory (
  identifier_hash bytea not null,
  tenant_id uuid not null,
  user_id uuid not null,
  constraint sign_in_directory_pkey PRIMARY KEY (identifier_hash, tenant_id, user_id),
  constraint sign_in_directory_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
);
CREATE INDEX sign_in_directory__user ON public.sign_in_directory USING btree (tenant_id, user_id);
grant delete, insert, select, update on sign_in_directory to homeroom_app;
grant delete, insert, select, update on sign_in_directory to homeroom_job;

create table sign_in_events (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid,
  outcome text not null,
  method text not null,
  reason text,
  ip text,
  user_agent text,
  device_hash bytea,
  occurred_at timestamp with time zone default now() not null,
  constraint sign_in_events_pkey PRIMARY KEY (tenant_id, id),
  constraint sign_in_events_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
);
CREATE INDEX sign_in_events__user ON public.sign_in_events USING btree (tenant_id, user_id, occurred_at DESC);
alter table sign_in_events enable row level security;
alter table sign_in_events force row level security;
create policy tenant_isolation on sign_in_events using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on sign_in_events to homeroom_app;
grant delete, insert, select, update on sign_in_events to homeroom_job;

create table tenant_domains (
  domain text not null,
  tenant_id uuid not null,
  verified_at timestamp with time zone,
  constraint tenant_domains_pkey PRIMARY KEY (domain),
  constraint tenant_domains_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint tenant_domains_domain_check CHECK ((domain = lower(domain)))
);
grant delete, insert, select, update on tenant_domains to homeroom_app;
grant delete, insert, select, update on tenant_domains to homeroom_job;

create table tenants (
  id uuid not null,
  name text not null,
  slug text not null,
  kind text not null,
  locale text default 'en'::text not null,
  time_zone text not null,
  settings jsonb default '{}'::jsonb not null,
  support_access text default 'never'::text not null,
  state text default 'active'::text not null,
  schools_count integer default 0 not null,
  users_count integer default 0 not null,
  courses_count integer default 0 not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  lock_version integer default 0 not null,
  constraint tenants_pkey PRIMARY KEY (id),
  constraint tenants_slug_key UNIQUE (slug),
  constraint tenants_kind_check CHECK ((kind = ANY (ARRAY['school'::text, 'district'::text]))),
  constraint tenants_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint tenants_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$'::text)),
  constraint tenants_state_check CHECK ((state = ANY (ARRAY['provisioning'::text, 'active'::text, 'suspended'::text, 'closing'::text, 'closed'::text]))),
  constraint tenants_support_access_check CHECK ((support_access = ANY (ARRAY['never'::text, 'ask'::text, 'allow'::text])))
);
grant delete, insert, select, update on tenants to homeroom_app;
grant delete, insert, select, update on tenants to homeroom_job;

create table term_schools (
  tenant_id uuid not null,
  term_id uuid not null,
  school_id uuid not null,
  constraint term_schools_pkey PRIMARY KEY (tenant_id, term_id, school_id),
  constraint term_schools_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint term_schools_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id),
  constraint term_schools_tenant_id_term_id_fkey FOREIGN KEY (tenant_id, term_id) REFERENCES terms(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX term_schools__school ON public.term_schools USING btree (tenant_id, school_id);
alter table term_schools enable row level security;
alter table term_schools force row level security;
create policy tenant_isolation on term_schools using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on term_schools to homeroom_app;
grant delete, insert, select, update on term_schools to homeroom_job;

create table terms (
  tenant_id uuid not null,
  id uuid not null,
  academic_year_id uuid not null,
  parent_term_id uuid,
  name text not null,
  kind text not null,
  starts_on date not null,
  ends_on date not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  lock_version integer default 0 not null,
  constraint terms_pkey PRIMARY KEY (tenant_id, id),
  constraint terms_tenant_id_academic_year_id_fkey FOREIGN KEY (tenant_id, academic_year_id) REFERENCES academic_years(tenant_id, id),
  constraint terms_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint terms_tenant_id_parent_term_id_fkey FOREIGN KEY (tenant_id, parent_term_id) REFERENCES terms(tenant_id, id),
  constraint terms_check CHECK ((ends_on > starts_on)),
  constraint terms_kind_check CHECK ((kind = ANY (ARRAY['year'::text, 'semester'::text, 'trimester'::text, 'quarter'::text, 'grading_period'::text, 'summer'::text, 'custom'::text]))),
  constraint terms_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
);
CREATE INDEX terms__parent ON public.terms USING btree (tenant_id, parent_term_id);
CREATE INDEX terms__year ON public.terms USING btree (tenant_id, academic_year_id, starts_on);
alter table terms enable row level security;
alter table terms force row level security;
create policy tenant_isolation on terms using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on terms to homeroom_app;
grant delete, insert, select, update on terms to homeroom_job;

create table user_preferences (
  tenant_id uuid not null,
  user_id uuid not null,
  preferences jsonb default '{}'::jsonb not null,
  last_role text,
  lock_version integer default 0 not null,
  updated_at timestamp with time zone default now() not null,
  constraint user_preferences_pkey PRIMARY KEY (tenant_id, user_id),
  constraint user_preferences_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint user_preferences_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id)
);
alter table user_preferences enable row level security;
alter table user_preferences force row level security;
create policy tenant_isolation on user_preferences using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on user_preferences to homeroom_app;
grant delete, insert, select, update on user_preferences to homeroom_job;

create table users (
  tenant_id uuid not null,
  id uuid not null,
  kind text default 'person'::text not null,
  email text,
  email_normalized text,
  username text,
  username_normalized text,
  given_name text not null,
  family_name text not null,
  preferred_name text,
  pronouns text,
  sort_name text not null,
  search_text text not null,
  student_number text,
  staff_number text,
  external_id text,
  birth_on date,
  locale text,
  time_zone text,
  avatar_file_id uuid,
  state text default 'active'::text not null,
  source text default 'manual'::text not null,
  mfa_enrolled boolean default false not null,
  last_sign_in_at timestamp with time zone,
  last_sign_in_method text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  lock_version integer default 0 not null,
  constraint users_pkey PRIMARY KEY (tenant_id, id),
  constraint users__email UNIQUE (tenant_id, email_normalized),
  constraint users__username UNIQUE (tenant_id, username_normalized),
  constraint users_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint users__reachable CHECK (((email IS NOT NULL) OR (username IS NOT NULL) OR (kind = 'service'::text) OR (state = 'anonymized'::text))),
  constraint users_family_name_check CHECK (((length(family_name) >= 1) AND (length(family_name) <= 120))),
  constraint users_given_name_check CHECK (((length(given_name) >= 1) AND (length(given_name) <= 120))),
  constraint users_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'service'::text]))),
  constraint users_source_check CHECK ((source = ANY (ARRAY['manual'::text, 'import'::text, 'sign_in'::text, 'seed'::text]))),
  constraint users_state_check CHECK ((state = ANY (ARRAY['invited'::text, 'active'::text, 'suspended'::text, 'deactivated'::text, 'pending_deletion'::text, 'anonymized'::text])))
);
CREATE INDEX users__last_sign_in ON public.users USING btree (tenant_id, last_sign_in_at, id);
CREATE INDEX users__name ON public.users USING btree (tenant_id, sort_name, id);
CREATE INDEX users__state ON public.users USING btree (tenant_id, state, sort_name, id);
alter table users enable row level security;
alter table users force row level security;
create policy tenant_isolation on users using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on users to homeroom_app;
grant delete, insert, select, update on users to homeroom_job;
