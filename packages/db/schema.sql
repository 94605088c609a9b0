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

CREATE OR REPLACE FUNCTION app.refuse_version_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' and not exists (
    select from plans where tenant_id = old.tenant_id and id = old.plan_id
  ) then
    return old;
  end if;
  raise exception 'plan_version_is_immutable' using errcode = 'restrict_violation';
end
$function$;

CREATE OR REPLACE FUNCTION app.search_candidates(tenant uuid, typed text, last_word text, excluded text[], typed_title text, typed_code text, kinds text[], most integer)
 RETURNS TABLE(kind text, record_id uuid, place integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'extensions'
 SET "pg_trgm.word_similarity_threshold" TO '0.5'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  configs regconfig[] := array['simple', 'english', 'spanish', 'french', 'arabic'];
  config regconfig;
  words tsquery;
  -- Each form of the words once: the index looks up every one it is given.
  forms text[] := '{}';
  whole tsquery;
  last tsquery;
  has_only_small_words boolean := false;
  wanted tsquery;
  unwanted text;
  found integer;
begin
  if tenant is distinct from app.current_tenant() then
    raise exception 'tenant_context_missing';
  end if;
  foreach config in array configs loop
    words := websearch_to_tsquery(config, typed);
    if numnode(words) = 0 then
      has_only_small_words := true;
    elsif words::text <> all (forms) then
      forms := forms || words::text;
      whole := case when whole is null then words else whole || words end;
    end if;
  end loop;
  wanted := whole;
  if last_word <> '' then
    forms := array[quote_literal(last_word)];
    last := to_tsquery('simple', quote_literal(last_word) || ':*');
    foreach config in array configs loop
      words := plainto_tsquery(config, last_word);
      if numnode(words) > 0 and words::text <> all (forms) then
        forms := forms || words::text;
        last := last || words;
      end if;
    end loop;
    wanted := case when has_only_small_words then last else whole && last end;
  end if;
  -- Out if it has the word in any form, while one form is enough to be in.
  foreach unwanted in array excluded loop
    foreach config in array configs loop
      words := phraseto_tsquery(config, unwanted);
      if numnode(words) > 0 then
        wanted := wanted && !!words;
      end if;
    end loop;
  end loop;
  return query
    select d.kind, d.record_id,
      case when d.title_folded = typed_title then 0
        when starts_with(d.title_folded, typed_title) then 1
        else 2 end as title_place
    from search_documents d
    where d.tenant_id = tenant and d.kind = any (kinds) and d.title_words @@ wanted
      and (cardinality(excluded) = 0 or d.all_words @@ wanted)
    order by title_place, d.record_updated_at desc
    limit most;
  get diagnostics found = row_count;
  if found < most then
    return query
      select d.kind, d.record_id, 3
      from search_documents d
      where d.tenant_id = tenant and d.kind = any (kinds) and d.all_words @@ wanted
      order by d.record_updated_at desc
      limit most;
    get diagnostics found = row_count;
  end if;
  if typed_code <> '' then
    return query
      select d.kind, d.record_id, case when d.code_folded = typed_code then 0 else 1 end
      from search_documents d
      where d.tenant_id = tenant and d.kind = any (kinds)
        and d.code_folded like typed_code || '%'
      limit 200;
  end if;
  if found < 10 and length(typed_title) > 3 and cardinality(excluded) = 0 then
    return query
      select d.kind, d.record_id, 4
      from search_documents d
      where d.tenant_id = tenant and d.kind = any (kinds) and typed_title <% d.title_folded
      order by typed_title <<-> d.title_folded
      limit 50;
  end if;
end
$function$;
alter function app.search_candidates owner to homeroom_job;
grant execute on function app.search_candidates to homeroom_app;
grant execute on function app.search_candidates to homeroom_job;

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

create table accessibility_requests (
  tenant_id uuid not null,
  id uuid not null,
  created_by uuid,
  state text default 'open'::text not null,
  message text not null,
  place text,
  reply_to text,
  locale text not null,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  lock_version integer default 0 not null,
  constraint accessibility_requests_pkey PRIMARY KEY (tenant_id, id),
  constraint accessibility_requests_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  constraint accessibility_requests_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint accessibility_requests_message_check CHECK (((length(message) >= 1) AND (length(message) <= 4000))),
  constraint accessibility_requests_place_check CHECK ((length(place) <= 300)),
  constraint accessibility_requests_reply_to_check CHECK ((length(reply_to) <= 254)),
  constraint accessibility_requests_state_check CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text])))
);
CREATE INDEX accessibility_requests__created_at ON public.accessibility_requests USING btree (tenant_id, created_at, id);
CREATE INDEX accessibility_requests__created_by ON public.accessibility_requests USING btree (tenant_id, created_by);
alter table accessibility_requests enable row level security;
alter table accessibility_requests force row level security;
create policy tenant_isolation on accessibility_requests using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on accessibility_requests to homeroom_app;
grant delete, insert, select, update on accessibility_requests to homeroom_job;

create table alignment_migrations (
  tenant_id uuid not null,
  id uuid not null,
  framework_id uuid not null,
  moves jsonb not null,
  moved_count integer not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  undo_until_at timestamp with time zone not null,
  undone_at timestamp with time zone,
  constraint alignment_migrations_pkey PRIMARY KEY (tenant_id, id),
  constraint alignment_migrations_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  constraint alignment_migrations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint alignment_migrations_tenant_id_framework_id_fkey FOREIGN KEY (tenant_id, framework_id) REFERENCES standard_frameworks(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX alignment_migrations__created_by ON public.alignment_migrations USING btree (tenant_id, created_by);
CREATE INDEX alignment_migrations__framework ON public.alignment_migrations USING btree (tenant_id, framework_id, created_at DESC);
alter table alignment_migrations enable row level security;
alter table alignment_migrations force row level security;
create policy tenant_isolation on alignment_migrations using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on alignment_migrations to homeroom_app;
grant delete, insert, select, update on alignment_migrations to homeroom_job;

create table annotations (
  tenant_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  assignment_id uuid not null,
  student_id uuid not null,
  attempt integer not null,
  file_id uuid,
  page integer default 1 not null,
  kind text not null,
  place jsonb not null,
  body text default ''::text not null,
  author_id uuid not null,
  posted_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  lock_version integer default 0 not null,
  constraint annotations_pkey PRIMARY KEY (tenant_id, id),
  constraint annotations_tenant_id_assignment_id_fkey FOREIGN KEY (tenant_id, assignment_id) REFERENCES assignments(tenant_id, id),
  constraint annotations_tenant_id_author_id_fkey FOREIGN KEY (tenant_id, author_id) REFERENCES users(tenant_id, id),
  constraint annotations_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint annotations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint annotations_tenant_id_student_id_fkey FOREIGN KEY (tenant_id, student_id) REFERENCES users(tenant_id, id),
  constraint annotations_attempt_check CHECK ((attempt > 0)),
  constraint annotations_body_check CHECK ((length(body) <= 2000)),
  constraint annotations_kind_check CHECK ((kind = ANY (ARRAY['highlight'::text, 'note'::text, 'strike'::text, 'pen'::text, 'stamp'::text]))),
  constraint annotations_page_check CHECK (((page >= 1) AND (page <= 5000)))
);
CREATE INDEX annotations__author ON public.annotations USING btree (tenant_id, author_id);
CREATE INDEX annotations__course ON public.annotations USING btree (tenant_id, course_id);
CREATE INDEX annotations__student ON public.annotations USING btree (tenant_id, student_id);
CREATE INDEX annotations__work ON public.annotations USING btree (tenant_id, assignment_id, student_id, attempt, created_at, id);
alter table annotations enable row level security;
alter table annotations force row level security;
create policy tenant_isolation on annotations using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on annotations to homeroom_app;
grant delete, insert, select, update on annotations to homeroom_job;

create table api_token_days (
  tenant_id uuid not null,
  token_id uuid not null,
  used_on date not null,
  calls integer default 0 not null,
  constraint api_token_days_pkey PRIMARY KEY (tenant_id, token_id, used_on),
  constraint api_token_days_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint api_token_days_tenant_id_token_id_fkey FOREIGN KEY (tenant_id, token_id) REFERENCES api_tokens(tenant_id, id)
);
alter table api_token_days enable row level security;
alter table api_token_days force row level security;
create policy tenant_isolation on api_token_days using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on api_token_days to homeroom_app;
grant delete, insert, select, update on api_token_days to homeroom_job;

create table api_tokens (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  name text not null,
  prefix text not null,
  scopes text[] not null,
  school_id uuid,
  ip_ranges text[] default '{}'::text[] not null,
  created_by uuid not null,
  created_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  last_used_ip text,
  revoked_at timestamp with time zone,
  revoke_reason text,
  warned_days integer,
  constraint api_tokens_pkey PRIMARY KEY (tenant_id, id),
  constraint api_tokens_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint api_tokens_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id),
  constraint api_tokens_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id),
  constraint api_tokens_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
);
CREATE INDEX api_tokens__created ON public.api_tokens USING btree (tenant_id, created_at DESC, id DESC);
CREATE INDEX api_tokens__school ON public.api_tokens USING btree (tenant_id, school_id);
CREATE INDEX api_tokens__user ON public.api_tokens USING btree (tenant_id, user_id, created_at);
alter table api_tokens enable row level security;
alter table api_tokens force row level security;
create policy tenant_isolation on api_tokens using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on api_tokens to homeroom_app;
grant delete, insert, select, update on api_tokens to homeroom_job;

create table approval_approvers (
  tenant_id uuid not null,
  request_id uuid not null,
  step_index integer not null,
  user_id uuid not null,
  source text not null,
  delegated boolean default false not null,
  constraint approval_approvers_pkey PRIMARY KEY (tenant_id, request_id, step_index, user_id),
  constraint approval_approvers_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint approval_approvers_tenant_id_request_id_fkey FOREIGN KEY (tenant_id, request_id) REFERENCES approval_requests(tenant_id, id) ON DELETE CASCADE,
  constraint approval_approvers_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id),
  constraint approval_approvers_source_check CHECK ((source = ANY (ARRAY['role'::text, 'named'::text, 'delegate'::text, 'stand_in'::text])))
);
CREATE INDEX approval_approvers__user ON public.approval_approvers USING btree (tenant_id, user_id, request_id);
alter table approval_approvers enable row level security;
alter table approval_approvers force row level security;
create policy tenant_isolation on approval_approvers using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on approval_approvers to homeroom_app;
grant delete, insert, select, update on approval_approvers to homeroom_job;

create table approval_decisions (
  tenant_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  step_index integer not null,
  decision text not null,
  user_id uuid not null,
  delegated_to uuid,
  comment text,
  decided_at timestamp with time zone not null,
  constraint approval_decisions_pkey PRIMARY KEY (tenant_id, id),
  constraint approval_decisions_tenant_id_delegated_to_fkey FOREIGN KEY (tenant_id, delegated_to) REFERENCES users(tenant_id, id),
  constraint approval_decisions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint approval_decisions_tenant_id_request_id_fkey FOREIGN KEY (tenant_id, request_id) REFERENCES approval_requests(tenant_id, id) ON DELETE CASCADE,
  constraint approval_decisions_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id),
  constraint approval_decisions_comment_check CHECK ((length(comment) <= 2000)),
  constraint approval_decisions_decision_check CHECK ((decision = ANY (ARRAY['approve'::text, 'return'::text, 'delegate'::text, 'withdraw'::text])))
);
CREATE INDEX approval_decisions__delegated_to ON public.approval_decisions USING btree (tenant_id, delegated_to);
CREATE UNIQUE INDEX approval_decisions__once ON public.approval_decisions USING btree (tenant_id, request_id, step_index, user_id) WHERE (decision = 'approve'::text);
CREATE INDEX approval_decisions__request ON public.approval_decisions USING btree (tenant_id, request_id, decided_at);
CREATE INDEX approval_decisions__user ON public.approval_decisions USING btree (tenant_id, user_id);
alter table approval_decisions enable row level security;
alter table approval_decisions force row level security;
create policy tenant_isolation on approval_decisions using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on approval_decisions to homeroom_app;
grant delete, insert, select, update on approval_decisions to homeroom_job;

create table approval_requests (
  tenant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  version_id uuid not null,
  compared_version_id uuid,
  changed_fields_count integer default 0 not null,
  submitted_by uuid not null,
  submitted_at timestamp with time zone not null,
  state text default 'pending'::text not null,
  steps jsonb not null,
  step_index integer default 0 not null,
  due_days integer,
  due_on date,
  publish_on_approval boolean not null,
  decided_at timestamp with time zone,
  reminded_on date,
  lead_told_at timestamp with time zone,
  constraint approval_requests_pkey PRIMARY KEY (tenant_id, id),
  constraint approval_requests_tenant_id_compared_version_id_fkey FOREIGN KEY (tenant_id, compared_version_id) REFERENCES plan_versions(tenant_id, id) ON DELETE CASCADE,
  constraint approval_requests_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint approval_requests_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plans(tenant_id, id) ON DELETE CASCADE,
  constraint approval_requests_tenant_id_submitted_by_fkey FOREIGN KEY (tenant_id, submitted_by) REFERENCES users(tenant_id, id),
  constraint approval_requests_tenant_id_version_id_fkey FOREIGN KEY (tenant_id, version_id) REFERENCES plan_versions(tenant_id, id) ON DELETE CASCADE,
  constraint approval_requests_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'approved'::text, 'returned'::text, 'withdrawn'::text, 'superseded'::text]))),
  constraint approval_requests_step_index_check CHECK (((step_index >= 0) AND (step_index <= 2)))
);
CREATE INDEX approval_requests__compared ON public.approval_requests USING btree (tenant_id, compared_version_id);
CREATE INDEX approval_requests__due ON public.approval_requests USING btree (tenant_id, due_on) WHERE (state = 'pending'::text);
CREATE UNIQUE INDEX approval_requests__pending ON public.approval_requests USING btree (tenant_id, plan_id) WHERE (state = 'pending'::text);
CREATE INDEX approval_requests__plan ON public.approval_requests USING btree (tenant_id, plan_id, submitted_at);
CREATE INDEX approval_requests__submitted_by ON public.approval_requests USING btree (tenant_id, submitted_by, submitted_at);
CREATE INDEX approval_requests__version ON public.approval_requests USING btree (tenant_id, version_id);
alter table approval_requests enable row level security;
alter table approval_requests force row level security;
create policy tenant_isolation on approval_requests using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on approval_requests to homeroom_app;
grant delete, insert, select, update on approval_requests to homeroom_job;

create table approval_routes (
  tenant_id uuid not null,
  id uuid not null,
  school_id uuid,
  subject text,
  pack_key text,
  enabled boolean default true not null,
  steps jsonb not null,
  due_days integer,
  publish_on_approval boolean default false not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  lock_version integer default 0 not null,
  constraint approval_routes_pkey PRIMARY KEY (tenant_id, id),
  constraint approval_routes__scope UNIQUE NULLS NOT DISTINCT (tenant_id, school_id, subject, pack_key),
  constraint approval_routes_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  constraint approval_routes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint approval_routes_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id),
  constraint approval_routes_due_days_check CHECK (((due_days >= 1) AND (due_days <= 90))),
  constraint approval_routes_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 80)))
);
CREATE INDEX approval_routes__created_by ON public.approval_routes USING btree (tenant_id, created_by);
alter table approval_routes enable row level security;
alter table approval_routes force row level security;
create policy tenant_isolation on approval_routes using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on approval_routes to homeroom_app;
grant delete, insert, select, update on approval_routes to homeroom_job;

create table approval_viewings (
  tenant_id uuid not null,
  request_id uuid not null,
  user_id uuid not null,
  opened_at timestamp with time zone not null,
  constraint approval_viewings_pkey PRIMARY KEY (tenant_id, request_id, user_id),
  constraint approval_viewings_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint approval_viewings_tenant_id_request_id_fkey FOREIGN KEY (tenant_id, request_id) REFERENCES approval_requests(tenant_id, id) ON DELETE CASCADE,
  constraint approval_viewings_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id)
);
CREATE INDEX approval_viewings__user ON public.approval_viewings USING btree (tenant_id, user_id);
alter table approval_viewings enable row level security;
alter table approval_viewings force row level security;
create policy tenant_isolation on approval_viewings using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on approval_viewings to homeroom_app;
grant delete, insert, select, update on approval_viewings to homeroom_job;

create table assignment_dates (
  tenant_id uuid not null,
  id uuid not null,
  assignment_id uuid not null,
  target text not null,
  section_id uuid,
  group_id uuid,
  student_id uuid,
  is_assigned boolean default true not null,
  available_from_at timestamp with time zone,
  due_at timestamp with time zone,
  due_rule jsonb,
  available_until_at timestamp with time zone,
  reason text,
  created_at timestamp with time zone not null,
  constraint assignment_dates_pkey PRIMARY KEY (tenant_id, id),
  constraint assignment_dates_tenant_id_assignment_id_fkey FOREIGN KEY (tenant_id, assignment_id) REFERENCES assignments(tenant_id, id) ON DELETE CASCADE,
  constraint assignment_dates_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint assignment_dates_tenant_id_group_id_fkey FOREIGN KEY (tenant_id, group_id) REFERENCES student_groups(tenant_id, id),
  constraint assignment_dates_tenant_id_section_id_fkey FOREIGN KEY (tenant_id, section_id) REFERENCES sections(tenant_id, id),
  constraint assignment_dates_tenant_id_student_id_fkey FOREIGN KEY (tenant_id, student_id) REFERENCES users(tenant_id, id),
  constraint assignment_dates__one_target CHECK ((num_nonnulls(section_id, group_id, student_id) =
CASE target
    WHEN 'everyone'::text THEN 0
    ELSE 1
END)),
  constraint assignment_dates__order CHECK ((((available_from_at IS NULL) OR (due_at IS NULL) OR (available_from_at <= due_at)) AND ((due_at IS NULL) OR (available_until_at IS NULL) OR (due_at <= available_until_at)) AND ((available_from_at IS NULL) OR (available_until_at IS NULL) OR (available_from_at <= available_until_at)))),
  constraint assignment_dates_target_check CHECK ((target = ANY (ARRAY['everyone'::text, 'section'::text, 'group'::text, 'student'::text])))
);
CREATE INDEX assignment_dates__group ON public.assignment_dates USING btree (tenant_id, group_id);
CREATE INDEX assignment_dates__section ON public.assignment_dates USING btree (tenant_id, section_id);
CREATE INDEX assignment_dates__student ON public.assignment_dates USING btree (tenant_id, student_id);
CREATE UNIQUE INDEX assignment_dates__target ON public.assignment_dates USING btree (tenant_id, assignment_id, target, section_id, group_id, student_id) NULLS NOT DISTINCT;
alter table assignment_dates enable row level security;
alter table assignment_dates force row level security;
create policy tenant_isolation on assignment_dates using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on assignment_dates to homeroom_app;
grant delete, insert, select, update on assignment_dates to homeroom_job;

create table assignment_standards (
  tenant_id uuid not null,
  assignment_id uuid not null,
  standard_id uuid not null,
  assessed text default 'overall'::text not null,
  constraint assignment_standards_pkey PRIMARY KEY (tenant_id, assignment_id, standard_id),
  constraint assignment_standards_tenant_id_assignment_id_fkey FOREIGN KEY (tenant_id, assignment_id) REFERENCES assignments(tenant_id, id) ON DELETE CASCADE,
  constraint assignment_standards_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint assignment_standards_tenant_id_standard_id_fkey FOREIGN KEY (tenant_id, standard_id) REFERENCES standards(tenant_id, id),
  constraint assignment_standards__assessed CHECK ((assessed = ANY (ARRAY['overall'::text, 'criterion'::text]))) NOT VALID
);
CREATE INDEX assignment_standards__standard ON public.assignment_standards USING btree (tenant_id, standard_id);
alter table assignment_standards enable row level security;
alter table assignment_standards force row level security;
create policy tenant_isolation on assignment_standards using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on assignment_standards to homeroom_app;
grant delete, insert, select, update on assignment_standards to homeroom_job;

create table assignments (
  tenant_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  title text not null,
  instructions jsonb,
  kind text default 'homework'::text not null,
  category_id uuid,
  points_possible numeric(7,2) default 100 not null,
  grading_type text default 'points'::text not null,
  submission_types text[] default '{text}'::text[] not null,
  allowed_file_types text[] default '{}'::text[] not null,
  max_files integer default 5 not null,
  attempts_allowed integer default 1,
  group_set_id uuid,
  group_grading text default 'one'::text not null,
  rubric_id uuid,
  rubric_use text default 'grades'::text not null,
  is_rubric_hidden boolean default false not null,
  wants_self_assessment boolean default false not null,
  estimated_minutes integer,
  is_extra_credit boolean default false not null,
  counts_toward_total boolean default true not null,
  is_never_dropped boolean default false not null,
  is_anonymous boolean default false not null,
  anonymity_lifted_at timestamp with time zone,
  posting_policy text default 'course'::text not null,
  post_at timestamp with time zone,
  late_policy text default 'course'::text not null,
  own_late_policy jsonb,
  has_automatic_labels boolean default true not null,
  grading_period_id uuid,
  unit_plan_id uuid,
  lesson_plan_id uuid,
  position integer default 0 not null,
  state text default 'draft'::text not null,
  publish_at timestamp with time zone,
  published_at timestamp with time zone,
  closed_at timestamp with time zone,
  deleted_at timestamp with time zone,
  deleted_by uuid,
  state_before_deletion text,
  created_by uuid,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  lock_version integer default 0 not null,
  constraint assignments_pkey PRIMARY KEY (tenant_id, id),
  constraint assignments_tenant_id_category_id_fkey FOREIGN KEY (tenant_id, category_id) REFERENCES grade_categories(tenant_id, id),
  constraint assignments_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint assignments_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  constraint assignments_tenant_id_deleted_by_fkey FOREIGN KEY (tenant_id, deleted_by) REFERENCES users(tenant_id, id),
  constraint assignments_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint assignments_tenant_id_grading_period_id_fkey FOREIGN KEY (tenant_id, grading_period_id) REFERENCES grading_periods(tenant_id, id),
  constraint assignments_tenant_id_group_set_id_fkey FOREIGN KEY (tenant_id, group_set_id) REFERENCES group_sets(tenant_id, id),
  constraint assignments_tenant_id_lesson_plan_id_fkey FOREIGN KEY (tenant_id, lesson_plan_id) REFERENCES plans(tenant_id, id),
  constraint assignments_tenant_id_rubric_id_fkey FOREIGN KEY (tenant_id, rubric_id) REFERENCES rubrics(tenant_id, id),
  constraint assignments_tenant_id_unit_plan_id_fkey FOREIGN KEY (tenant_id, unit_plan_id) REFERENCES plans(tenant_id, id),
  constraint assignments_attempts_allowed_check CHECK (((attempts_allowed >= 1) AND (attempts_allowed <= 20))),
  constraint assignments_estimated_minutes_check CHECK (((estimated_minutes >= 1) AND (estimated_minutes <= 6000))),
  constraint assignments_grading_type_check CHECK ((grading_type = ANY (ARRAY['points'::text, 'percent'::text, 'letter'::text, 'complete'::text, 'mastery'::text, 'ungraded'::text]))),
  constraint assignments_group_grading_check CHECK ((group_grading = ANY (ARRAY['one'::text, 'each'::text]))),
  constraint assignments_kind_check CHECK ((kind = ANY (ARRAY['homework'::text, 'classwork'::text, 'project'::text, 'essay'::text, 'lab'::text, 'participation'::text, 'assessment'::text, 'other'::text]))),
  constraint assignments_late_policy_check CHECK ((late_policy = ANY (ARRAY['course'::text, 'own'::text, 'none'::text]))),
  constraint assignments_max_files_check CHECK (((max_files >= 1) AND (max_files <= 20))),
  constraint assignments_points_possible_check CHECK (((points_possible >= (0)::numeric) AND (points_possible <= (10000)::numeric))),
  constraint assignments_posting_policy_check CHECK ((posting_policy = ANY (ARRAY['course'::text, 'automatic'::text, 'manual'::text, 'scheduled'::text]))),
  constraint assignments_rubric_use_check CHECK ((rubric_use = ANY (ARRAY['grades'::text, 'feedback'::text]))),
  constraint assignments_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'scheduled'::text, 'published'::text, 'closed'::text, 'deleted'::text]))),
  constraint assignments_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);
CREATE INDEX assignments__category ON public.assignments USING btree (tenant_id, category_id);
CREATE INDEX assignments__course ON public.assignments USING btree (tenant_id, course_id, "position", id);
CREATE INDEX assignments__created_by ON public.assignments USING btree (tenant_id, created_by);
CREATE INDEX assignments__deleted_by ON public.assignments USING btree (tenant_id, deleted_by);
CREATE INDEX assignments__group_set ON public.assignments USING btree (tenant_id, group_set_id);
CREATE INDEX assignments__lesson ON public.assignments USING btree (tenant_id, lesson_plan_id);
CREATE INDEX assignments__period ON public.assignments USING btree (tenant_id, grading_period_id);
CREATE INDEX assignments__post_at ON public.assignments USING btree (tenant_id, post_at) WHERE (post_at IS NOT NULL);
CREATE INDEX assignments__publish_at ON public.assignments USING btree (tenant_id, publish_at) WHERE (state = 'scheduled'::text);
CREATE INDEX assignments__rubric ON public.assignments USING btree (tenant_id, rubric_id);
CREATE INDEX assignments__unit ON public.assignments USING btree (tenant_id, unit_plan_id);
alter table assignments enable row level security;
alter table assignments force row level security;
create policy tenant_isolation on assignments using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on assignments to homeroom_app;
grant delete, insert, select, update on assignments to homeroom_job;

create table audit_chain (
  tenant_id uuid not null,
  number bigint not null,
  event_id uuid not null,
  hash bytea not null,
  chained_at timestamp with time zone not null,
  constraint audit_chain_pkey PRIMARY KEY (tenant_id, number),
  constraint audit_chain__event UNIQUE (tenant_id, event_id),
  constraint audit_chain_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint audit_chain_hash_check CHECK ((length(hash) = 32)),
  constraint audit_chain_number_check CHECK ((number > 0))
);
alter table audit_chain enable row level security;
alter table audit_chain force row level security;
create policy tenant_isolation on audit_chain using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant insert, select on audit_chain to homeroom_app;
grant insert, select on audit_chain to homeroom_job;

create table audit_closings (
  tenant_id uuid not null,
  number bigint not null,
  hash bytea not null,
  signature bytea not null,
  closed_at timestamp with time zone not null,
  constraint audit_closings_pkey PRIMARY KEY (tenant_id, number),
  constraint audit_closings_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
);
alter table audit_closings enable row level security;
alter table audit_closings force row level security;
create policy tenant_isolation on audit_closings using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant insert, select on audit_closings to homeroom_app;
grant insert, select on audit_closings to homeroom_job;

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

create table backfills (
  name text not null,
  state text not null,
  position text,
  rows_done bigint default 0 not null,
  error text,
  started_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint backfills_pkey PRIMARY KEY (name),
  constraint backfills_name_check CHECK ((name ~ '^[a-z][a-z0-9_]*$'::text)),
  constraint backfills_state_check CHECK ((state = ANY (ARRAY['running'::text, 'paused'::text, 'finished'::text, 'failed'::text])))
);
grant delete, insert, select, update on backfills to homeroom_app;
grant delete, insert, select, update on backfills to homeroom_job;

create table bump_proposals (
  tenant_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  section_id uuid not null,
  day_on date not null,
  reason text not null,
  state text default 'proposed'::text not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  schedule_change_id uuid,
  constraint bump_proposals_pkey PRIMARY KEY (tenant_id, id),
  constraint bump_proposals__section UNIQUE (tenant_id, section_id, day_on, reason),
  constraint bump_proposals_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  constraint bump_proposals_tenant_id_decided_by_fkey FOREIGN KEY (tenant_id, decided_by) REFERENCES users(tenant_id, id),
  constraint bump_proposals_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint bump_proposals_tenant_id_schedule_change_id_fkey FOREIGN KEY (tenant_id, schedule_change_id) REFERENCES schedule_changes(tenant_id, id),
  constraint bump_proposals_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id),
  constraint bump_proposals_tenant_id_section_id_fkey FOREIGN KEY (tenant_id, section_id) REFERENCES sections(tenant_id, id),
  constraint bump_proposals_reason_check CHECK ((reason = ANY (ARRAY['snow_day'::text, 'holiday_added'::text, 'holiday_removed'::text]))),
  constraint bump_proposals_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'accepted'::text, 'declined'::text])))
);
CREATE INDEX bump_proposals__change ON public.bump_proposals USING btree (tenant_id, schedule_change_id);
CREATE INDEX bump_proposals__created_by ON public.bump_proposals USING btree (tenant_id, created_by);
CREATE INDEX bump_proposals__decided_by ON public.bump_proposals USING btree (tenant_id, decided_by);
CREATE INDEX bump_proposals__school ON public.bump_proposals USING btree (tenant_id, school_id, day_on);
alter table bump_proposals enable row level security;
alter table bump_proposals force row level security;
create policy tenant_isolation on bump_proposals using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on bump_proposals to homeroom_app;
grant delete, insert, select, update on bump_proposals to homeroom_job;

create table calendar_feed_directory (
  secret_hash bytea not null,
  tenant_id uuid not null,
  feed_id uuid not null,
  constraint calendar_feed_directory_pkey PRIMARY KEY (secret_hash),
  constraint calendar_feed_directory_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
);
CREATE INDEX calendar_feed_directory__tenant ON public.calendar_feed_directory USING btree (tenant_id, feed_id);
grant delete, insert, select, update on calendar_feed_directory to homeroom_app;
grant delete, insert, select, update on calendar_feed_directory to homeroom_job;

create table calendar_feeds (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  course_id uuid,
  secret_hash bytea not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  constraint calendar_feeds_pkey PRIMARY KEY (tenant_id, id),
  constraint calendar_feeds_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint calendar_feeds_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint calendar_feeds_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id)
);
CREATE INDEX calendar_feeds__course ON public.calendar_feeds USING btree (tenant_id, course_id);
CREATE UNIQUE INDEX calendar_feeds__one ON public.calendar_feeds USING btree (tenant_id, user_id, course_id) NULLS NOT DISTINCT;
alter table calendar_feeds enable row level security;
alter table calendar_feeds force row level security;
create policy tenant_isolation on calendar_feeds using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on calendar_feeds to homeroom_app;
grant delete, insert, select, update on calendar_feeds to homeroom_job;

create table change_sets (
  tenant_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  action text not null,
  summary jsonb default '{}'::jsonb not null,
  cells_count integer default 0 not null,
  state text default 'applied'::text not null,
  reverts_id uuid,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint change_sets_pkey PRIMARY KEY (tenant_id, id),
  constraint change_sets_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint change_sets_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint change_sets_tenant_id_made_by_fkey FOREIGN KEY (tenant_id, made_by) REFERENCES users(tenant_id, id),
  constraint change_sets_tenant_id_reverts_id_fkey FOREIGN KEY (tenant_id, reverts_id) REFERENCES change_sets(tenant_id, id),
  constraint change_sets_state_check CHECK ((state = ANY (ARRAY['applied'::text, 'reverted'::text])))
);
CREATE INDEX change_sets__course ON public.change_sets USING btree (tenant_id, course_id, made_at DESC, id);
CREATE INDEX change_sets__made_by ON public.change_sets USING btree (tenant_id, made_by);
CREATE INDEX change_sets__reverts ON public.change_sets USING btree (tenant_id, reverts_id);
alter table change_sets enable row level security;
alter table change_sets force row level security;
create policy tenant_isolation on change_sets using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on change_sets to homeroom_app;
grant delete, insert, select, update on change_sets to homeroom_job;

create table comment_bank_entries (
  tenant_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  scope text default 'mine'::text not null,
  course_id uuid,
  school_id uuid,
  body text not null,
  tags text[] default '{}'::text[] not null,
  shortcut text,
  uses_count integer default 0 not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  lock_version integer default 0 not null,
  constraint comment_bank_entries_pkey PRIMARY KEY (tenant_id, id),
  constraint comment_bank_entries_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint comment_bank_entries_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint comment_bank_entries_tenant_id_owner_id_fkey FOREIGN KEY (tenant_id, owner_id) REFERENCES users(tenant_id, id),
  constraint comment_bank_entries_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id),
  constraint comment_bank_entries_body_check CHECK (((length(body) >= 1) AND (length(body) <= 2000))),
  constraint comment_bank_entries_scope_check CHECK ((scope = ANY (ARRAY['mine'::text, 'course'::text, 'school'::text]))),
  constraint comment_bank_entries_shortcut_check CHECK (((length(shortcut) >= 1) AND (length(shortcut) <= 40)))
);
CREATE INDEX comment_bank_entries__course ON public.comment_bank_entries USING btree (tenant_id, course_id);
CREATE INDEX comment_bank_entries__owner ON public.comment_bank_entries USING btree (tenant_id, owner_id);
CREATE INDEX comment_bank_entries__school ON public.comment_bank_entries USING btree (tenant_id, school_id);
alter table comment_bank_entries enable row level security;
alter table comment_bank_entries force row level security;
create policy tenant_isolation on comment_bank_entries using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on comment_bank_entries to homeroom_app;
grant delete, insert, select, update on comment_bank_entries to homeroom_job;

create table comment_threads (
  tenant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  path text,
  quote text,
  version_id uuid,
  approval_request_id uuid,
  state text default 'open'::text not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  resolved_by uuid,
  resolved_at timestamp with time zone,
  constraint comment_threads_pkey PRIMARY KEY (tenant_id, id),
  constraint comment_threads_tenant_id_approval_request_id_fkey FOREIGN KEY (tenant_id, approval_request_id) REFERENCES approval_requests(tenant_id, id) ON DELETE CASCADE,
  constraint comment_threads_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  constraint comment_threads_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint comment_threads_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plans(tenant_id, id) ON DELETE CASCADE,
  constraint comment_threads_tenant_id_resolved_by_fkey FOREIGN KEY (tenant_id, resolved_by) REFERENCES users(tenant_id, id),
  constraint comment_threads_tenant_id_version_id_fkey FOREIGN KEY (tenant_id, version_id) REFERENCES plan_versions(tenant_id, id) ON DELETE CASCADE,
  constraint comment_threads__quote CHECK (((quote IS NULL) OR (path IS NOT NULL))),
  constraint comment_threads_state_check CHECK ((state = ANY (ARRAY['open'::text, 'resolved'::text])))
);
CREATE INDEX comment_threads__created_by ON public.comment_threads USING btree (tenant_id, created_by);
CREATE INDEX comment_threads__plan ON public.comment_threads USING btree (tenant_id, plan_id, created_at, id);
CREATE INDEX comment_threads__request ON public.comment_threads USING btree (tenant_id, approval_request_id);
CREATE INDEX comment_threads__resolved_by ON public.comment_threads USING btree (tenant_id, resolved_by);
CREATE INDEX comment_threads__version ON public.comment_threads USING btree (tenant_id, version_id);
alter table comment_threads enable row level security;
alter table comment_threads force row level security;
create policy tenant_isolation on comment_threads using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on comment_threads to homeroom_app;
grant delete, insert, select, update on comment_threads to homeroom_job;

create table course_accommodations (
  tenant_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  student_id uuid not null,
  extra_days integer default 0 not null,
  has_late_penalty boolean default true not null,
  reduced_work text default ''::text not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  lock_version integer default 0 not null,
  constraint course_accommodations_pkey PRIMARY KEY (tenant_id, id),
  constraint course_accommodations__student UNIQUE (tenant_id, course_id, student_id),
  constraint course_accommodations_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint course_accommodations_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  constraint course_accommodations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint course_accommodations_tenant_id_student_id_fkey FOREIGN KEY (tenant_id, student_id) REFERENCES users(tenant_id, id),
  constraint course_accommodations_extra_days_check CHECK (((extra_days >= 0) AND (extra_days <= 60))),
  constraint course_accommodations_reduced_work_check CHECK ((length(reduced_work) <= 500))
);
CREATE INDEX course_accommodations__created_by ON public.course_accommodations USING btree (tenant_id, created_by);
CREATE INDEX course_accommodations__student_courses ON public.course_accommodations USING btree (tenant_id, student_id);
alter table course_accommodations enable row level security;
alter table course_accommodations force row level security;
create policy tenant_isolation on course_accommodations using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on course_accommodations to homeroom_app;
grant delete, insert, select, update on course_accommodations to homeroom_job;

create table course_changes (
  tenant_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  kind text not null,
  actor_id uuid not null,
  before jsonb not null,
  created_at timestamp with time zone not null,
  undo_until_at timestamp with time zone not null,
  undone_at timestamp with time zone,
  constraint course_changes_pkey PRIMARY KEY (tenant_id, id),
  constraint course_changes_tenant_id_actor_id_fkey FOREIGN KEY (tenant_id, actor_id) REFERENCES users(tenant_id, id),
  constraint course_changes_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint course_changes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint course_changes_kind_check CHECK ((kind = ANY (ARRAY['module_items'::text, 'shift_dates'::text])))
);
CREATE INDEX course_changes__actor ON public.course_changes USING btree (tenant_id, actor_id);
CREATE INDEX course_changes__course ON public.course_changes USING btree (tenant_id, course_id, created_at DESC, id);
alter table course_changes enable row level security;
alter table course_changes force row level security;
create policy tenant_isolation on course_changes using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on course_changes to homeroom_app;
grant delete, insert, select, update on course_changes to homeroom_job;

create table course_copies (
  tenant_id uuid not null,
  id uuid not null,
  source_course_id uuid not null,
  course_id uuid not null,
  parts text[] not null,
  shift_school_days integer default 0 not null,
  state text default 'waiting'::text not null,
  done_count integer default 0 not null,
  total_count integer default 0 not null,
  skipped jsonb default '[]'::jsonb not null,
  requested_by uuid not null,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint course_copies_pkey PRIMARY KEY (tenant_id, id),
  constraint course_copies_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint course_copies_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint course_copies_tenant_id_requested_by_fkey FOREIGN KEY (tenant_id, requested_by) REFERENCES users(tenant_id, id),
  constraint course_copies_tenant_id_source_course_id_fkey FOREIGN KEY (tenant_id, source_course_id) REFERENCES courses(tenant_id, id),
  constraint course_copies_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])))
);
CREATE INDEX course_copies__course ON public.course_copies USING btree (tenant_id, course_id);
CREATE INDEX course_copies__requested_by ON public.course_copies USING btree (tenant_id, requested_by);
CREATE INDEX course_copies__source ON public.course_copies USING btree (tenant_id, source_course_id);
alter table course_copies enable row level security;
alter table course_copies force row level security;
create policy tenant_isolation on course_copies using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on course_copies to homeroom_app;
grant delete, insert, select, update on course_copies to homeroom_job;

create table course_grades (
  tenant_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  student_id uuid not null,
  grading_period_id uuid,
  so_far_percent numeric(12,4),
  if_nothing_more_percent numeric(12,4),
  posted_so_far_percent numeric(12,4),
  posted_if_nothing_more_percent numeric(12,4),
  counted_cells integer default 0 not null,
  label text,
  posted_label text,
  scheme_id uuid,
  override_percent numeric(12,4),
  override_label text,
  override_reason text,
  overridden_by uuid,
  overridden_at timestamp with time zone,
  comment text,
  finalized_at timestamp with time zone,
  calculated_at timestamp with time zone not null,
  lock_version integer default 0 not null,
  details jsonb default '{}'::jsonb not null,
  constraint course_grades_pkey PRIMARY KEY (tenant_id, id),
  constraint course_grades_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint course_grades_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint course_grades_tenant_id_grading_period_id_fkey FOREIGN KEY (tenant_id, grading_period_id) REFERENCES grading_periods(tenant_id, id),
  constraint course_grades_tenant_id_overridden_by_fkey FOREIGN KEY (tenant_id, overridden_by) REFERENCES users(tenant_id, id),
  constraint course_grades_tenant_id_scheme_id_fkey FOREIGN KEY (tenant_id, scheme_id) REFERENCES grading_schemes(tenant_id, id),
  constraint course_grades_tenant_id_student_id_fkey FOREIGN KEY (tenant_id, student_id) REFERENCES users(tenant_id, id)
);
CREATE INDEX course_grades__overridden_by ON public.course_grades USING btree (tenant_id, overridden_by);
CREATE INDEX course_grades__period ON public.course_grades USING btree (tenant_id, grading_period_id);
CREATE INDEX course_grades__scheme ON public.course_grades USING btree (tenant_id, scheme_id);
CREATE UNIQUE INDEX course_grades__span ON public.course_grades USING btree (tenant_id, course_id, student_id, grading_period_id) NULLS NOT DISTINCT;
CREATE INDEX course_grades__student ON public.course_grades USING btree (tenant_id, student_id);
alter table course_grades enable row level security;
alter table course_grades force row level security;
create policy tenant_isolation on course_grades using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on course_grades to homeroom_app;
grant delete, insert, select, update on course_grades to homeroom_job;

create table course_pages (
  tenant_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  title text not null,
  body jsonb,
  created_by uuid,
  edited_by uuid,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  lock_version integer default 0 not null,
  constraint course_pages_pkey PRIMARY KEY (tenant_id, id),
  constraint course_pages_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint course_pages_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  constraint course_pages_tenant_id_edited_by_fkey FOREIGN KEY (tenant_id, edited_by) REFERENCES users(tenant_id, id),
  constraint course_pages_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint course_pages_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);
CREATE INDEX course_pages__course ON public.course_pages USING btree (tenant_id, course_id, title, id);
CREATE INDEX course_pages__created_by ON public.course_pages USING btree (tenant_id, created_by);
CREATE INDEX course_pages__edited_by ON public.course_pages USING btree (tenant_id, edited_by);
alter table course_pages enable row level security;
alter table course_pages force row level security;
create policy tenant_isolation on course_pages using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on course_pages to homeroom_app;
grant delete, insert, select, update on course_pages to homeroom_job;

create table courses (
  tenant_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  academic_year_id uuid not null,
  name text not null,
  code text default ''::text not null,
  subject text default ''::text not null,
  grade_levels text[] default '{}'::text[] not null,
  description jsonb,
  color text,
  credits numeric(6,3),
  settings jsonb default '{}'::jsonb not null,
  state text default 'draft'::text not null,
  copied_from_course_id uuid,
  created_by uuid,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  deleted_at timestamp with time zone,
  lock_version integer default 0 not null,
  outline_version integer default 0 not null,
  state_before_deletion text,
  constraint courses_pkey PRIMARY KEY (tenant_id, id),
  constraint courses_tenant_id_academic_year_id_fkey FOREIGN KEY (tenant_id, academic_year_id) REFERENCES academic_years(tenant_id, id),
  constraint courses_tenant_id_copied_from_course_id_fkey FOREIGN KEY (tenant_id, copied_from_course_id) REFERENCES courses(tenant_id, id),
  constraint courses_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  constraint courses_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint courses_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id),
  constraint courses_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint courses_state_before_deletion_check CHECK ((state_before_deletion = ANY (ARRAY['draft'::text, 'active'::text, 'archived'::text]))),
  constraint courses_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'active'::text, 'archived'::text, 'deleted'::text])))
);
CREATE INDEX courses__bin ON public.courses USING btree (tenant_id, school_id, deleted_at) WHERE (deleted_at IS NOT NULL);
CREATE INDEX courses__copied_from ON public.courses USING btree (tenant_id, copied_from_course_id);
CREATE INDEX courses__created_by ON public.courses USING btree (tenant_id, created_by);
CREATE INDEX courses__school_year ON public.courses USING btree (tenant_id, school_id, academic_year_id, name, id);
CREATE INDEX courses__year ON public.courses USING btree (tenant_id, academic_year_id);
alter table courses enable row level security;
alter table courses force row level security;
create policy tenant_isolation on courses using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on courses to homeroom_app;
grant delete, insert, select, update on courses to homeroom_job;

create table curriculum_push_targets (
  tenant_id uuid not null,
  id uuid not null,
  push_id uuid not null,
  school_id uuid not null,
  plan_id uuid,
  effect text not null,
  state text default 'waiting'::text not null,
  error_code text,
  delivered_revision integer,
  done_at timestamp with time zone,
  constraint curriculum_push_targets_pkey PRIMARY KEY (tenant_id, id),
  constraint curriculum_push_targets_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint curriculum_push_targets_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plans(tenant_id, id) ON DELETE CASCADE,
  constraint curriculum_push_targets_tenant_id_push_id_fkey FOREIGN KEY (tenant_id, push_id) REFERENCES curriculum_pushes(tenant_id, id) ON DELETE CASCADE,
  constraint curriculum_push_targets_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id),
  constraint curriculum_push_targets_effect_check CHECK ((effect = ANY (ARRAY['deliver'::text, 'lock'::text, 'offer'::text, 'none'::text, 'assign'::text]))),
  constraint curriculum_push_targets_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'failed'::text, 'recalled'::text, 'kept'::text])))
);
CREATE INDEX curriculum_push_targets__plan ON public.curriculum_push_targets USING btree (tenant_id, plan_id);
CREATE INDEX curriculum_push_targets__push ON public.curriculum_push_targets USING btree (tenant_id, push_id, id);
CREATE INDEX curriculum_push_targets__school ON public.curriculum_push_targets USING btree (tenant_id, school_id);
alter table curriculum_push_targets enable row level security;
alter table curriculum_push_targets force row level security;
create policy tenant_isolation on curriculum_push_targets using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on curriculum_push_targets to homeroom_app;
grant delete, insert, select, update on curriculum_push_targets to homeroom_job;

create table curriculum_pushes (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  title text not null,
  plan_id uuid,
  plan_version_id uuid,
  pack_key text,
  pack_version integer,
  school_ids uuid[] not null,
  grade_levels text[] default '{}'::text[] not null,
  rules jsonb default '[]'::jsonb not null,
  state text not null,
  run_at timestamp with time zone not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  recalled_at timestamp with time zone,
  recalled_by uuid,
  constraint curriculum_pushes_pkey PRIMARY KEY (tenant_id, id),
  constraint curriculum_pushes_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  constraint curriculum_pushes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint curriculum_pushes_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plans(tenant_id, id) ON DELETE CASCADE,
  constraint curriculum_pushes_tenant_id_plan_version_id_fkey FOREIGN KEY (tenant_id, plan_version_id) REFERENCES plan_versions(tenant_id, id) ON DELETE CASCADE,
  constraint curriculum_pushes_tenant_id_recalled_by_fkey FOREIGN KEY (tenant_id, recalled_by) REFERENCES users(tenant_id, id),
  constraint curriculum_pushes__one_kind CHECK ((num_nonnulls(plan_version_id, pack_key) = 1)),
  constraint curriculum_pushes_kind_check CHECK ((kind = ANY (ARRAY['template'::text, 'unit'::text, 'pack'::text]))),
  constraint curriculum_pushes_state_check CHECK ((state = ANY (ARRAY['scheduled'::text, 'running'::text, 'finished'::text, 'recalled'::text])))
);
CREATE INDEX curriculum_pushes__created_by ON public.curriculum_pushes USING btree (tenant_id, created_by);
CREATE INDEX curriculum_pushes__plan ON public.curriculum_pushes USING btree (tenant_id, plan_id);
CREATE INDEX curriculum_pushes__recalled_by ON public.curriculum_pushes USING btree (tenant_id, recalled_by);
CREATE INDEX curriculum_pushes__version ON public.curriculum_pushes USING btree (tenant_id, plan_version_id);
alter table curriculum_pushes enable row level security;
alter table curriculum_pushes force row level security;
create policy tenant_isolation on curriculum_pushes using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on curriculum_pushes to homeroom_app;
grant delete, insert, select, update on curriculum_pushes to homeroom_job;

create table device_sessions (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  device_name text not null,
  platform text not null,
  installation_hash bytea not null,
  method text not null,
  mfa boolean default false not null,
  ip text,
  authenticated_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone not null,
  refresh_expires_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  generation integer default 1 not null,
  replay text,
  replay_at timestamp with time zone,
  ended_at timestamp with time zone,
  end_reason text,
  constraint device_sessions_pkey PRIMARY KEY (tenant_id, id),
  constraint device_sessions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint device_sessions_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id),
  constraint device_sessions_platform_check CHECK ((platform = ANY (ARRAY['ios'::text, 'android'::text, 'desktop'::text])))
);
CREATE INDEX device_sessions__user ON public.device_sessions USING btree (tenant_id, user_id, last_used_at);
alter table device_sessions enable row level security;
alter table device_sessions force row level security;
create policy tenant_isolation on device_sessions using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on device_sessions to homeroom_app;
grant delete, insert, select, update on device_sessions to homeroom_job;

create table document_links (
  tenant_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  target_id uuid not null,
  type text not null,
  position integer not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  constraint document_links_pkey PRIMARY KEY (tenant_id, id),
  constraint document_links__once UNIQUE (tenant_id, document_id, type, target_id),
  constraint document_links_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  constraint document_links_tenant_id_document_id_fkey FOREIGN KEY (tenant_id, document_id) REFERENCES plans(tenant_id, id) ON DELETE CASCADE,
  constraint document_links_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint document_links_tenant_id_target_id_fkey FOREIGN KEY (tenant_id, target_id) REFERENCES plans(tenant_id, id) ON DELETE CASCADE,
  constraint document_links_check CHECK ((target_id <> document_id)),
  constraint document_links_type_check CHECK ((type = ANY (ARRAY['contains'::text, 'derives_from'::text, 'aligned_with'::text])))
);
CREATE INDEX document_links__created_by ON public.document_links USING btree (tenant_id, created_by);
CREATE INDEX document_links__target ON public.document_links USING btree (tenant_id, target_id, type);
alter table document_links enable row level security;
alter table document_links force row level security;
create policy tenant_isolation on document_links using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on document_links to homeroom_app;
grant delete, insert, select, update on document_links to homeroom_job;

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

create table enrollment_previews (
  tenant_id uuid not null,
  id uuid not null,
  section_id uuid not null,
  role text not null,
  source text not null,
  state text default 'previewed'::text not null,
  people jsonb not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  constraint enrollment_previews_pkey PRIMARY KEY (tenant_id, id),
  constraint enrollment_previews_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  constraint enrollment_previews_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint enrollment_previews_tenant_id_section_id_fkey FOREIGN KEY (tenant_id, section_id) REFERENCES sections(tenant_id, id),
  constraint enrollment_previews_role_check CHECK ((role = ANY (ARRAY['student'::text, 'teacher'::text, 'co_teacher'::text, 'assistant'::text]))),
  constraint enrollment_previews_source_check CHECK ((source = ANY (ARRAY['manual'::text, 'csv'::text]))),
  constraint enrollment_previews_state_check CHECK ((state = ANY (ARRAY['previewed'::text, 'applied'::text])))
);
CREATE INDEX enrollment_previews__created_by ON public.enrollment_previews USING btree (tenant_id, created_by);
CREATE INDEX enrollment_previews__section ON public.enrollment_previews USING btree (tenant_id, section_id, created_at);
alter table enrollment_previews enable row level security;
alter table enrollment_previews force row level security;
create policy tenant_isolation on enrollment_previews using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on enrollment_previews to homeroom_app;
grant delete, insert, select, update on enrollment_previews to homeroom_job;

create table enrollments (
  tenant_id uuid not null,
  id uuid not null,
  section_id uuid not null,
  user_id uuid not null,
  role text not null,
  state text default 'active'::text not null,
  starts_on date,
  ends_on date,
  source text default 'manual'::text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  lock_version integer default 0 not null,
  is_limited boolean default false not null,
  assistant_rights text[] default '{attendance,see_grades,enter_grades,comment}'::text[] not null,
  managed_by text,
  withdrawn_at timestamp with time zone,
  constraint enrollments_pkey PRIMARY KEY (tenant_id, id),
  constraint enrollments__person UNIQUE (tenant_id, section_id, user_id, role),
  constraint enrollments_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint enrollments_tenant_id_section_id_fkey FOREIGN KEY (tenant_id, section_id) REFERENCES sections(tenant_id, id),
  constraint enrollments_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id),
  constraint enrollments_managed_by_check CHECK ((managed_by = ANY (ARRAY['oneroster'::text, 'classroom'::text, 'sis'::text]))),
  constraint enrollments_role_check CHECK ((role = ANY (ARRAY['student'::text, 'teacher'::text, 'co_teacher'::text, 'assistant'::text]))),
  constraint enrollments_source_check CHECK ((source = ANY (ARRAY['manual'::text, 'csv'::text, 'oneroster'::text, 'classroom'::text, 'sis'::text]))),
  constraint enrollments_state_check CHECK ((state = ANY (ARRAY['active'::text, 'inactive'::text, 'withdrawn'::text, 'completed'::text])))
);
CREATE INDEX enrollments__user ON public.enrollments USING btree (tenant_id, user_id, section_id);
alter table enrollments enable row level security;
alter table enrollments force row level security;
create policy tenant_isolation on enrollments using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on enrollments to homeroom_app;
grant delete, insert, select, update on enrollments to homeroom_job;

create table event_deliveries (
  tenant_id uuid not null,
  event_id uuid not null,
  subscriber text not null,
  delivered_at timestamp with time zone not null,
  constraint event_deliveries_pkey PRIMARY KEY (tenant_id, event_id, subscriber),
  constraint event_deliveries_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES domain_events(tenant_id, id) ON DELETE CASCADE,
  constraint event_deliveries_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
);
alter table event_deliveries enable row level security;
alter table event_deliveries force row level security;
create policy tenant_isolation on event_deliveries using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on event_deliveries to homeroom_app;
grant delete, insert, select, update on event_deliveries to homeroom_job;

create table feature_flag_overrides (
  tenant_id uuid not null,
  key text not null,
  enabled boolean not null,
  rollout_percent integer,
  roles text[] default '{}'::text[] not null,
  set_by uuid,
  reason text,
  set_at timestamp with time zone default now() not null,
  constraint feature_flag_overrides_pkey PRIMARY KEY (tenant_id, key),
  constraint feature_flag_overrides_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint feature_flag_overrides_key_check CHECK ((key ~ '^[a-z][a-z0-9_]{1,59}$'::text)),
  constraint feature_flag_overrides_rollout_percent_check CHECK (((rollout_percent >= 0) AND (rollout_percent <= 100)))
);
alter table feature_flag_overrides enable row level security;
alter table feature_flag_overrides force row level security;
create policy tenant_isolation on feature_flag_overrides using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on feature_flag_overrides to homeroom_app;
grant delete, insert, select, update on feature_flag_overrides to homeroom_job;

create table feature_flags (
  key text not null,
  enabled boolean,
  tenant_manageable boolean default false not null,
  rollout_percent integer,
  rollout_by text default 'tenant'::text not null,
  roles text[] default '{}'::text[] not null,
  expires_on date,
  full_since_at timestamp with time zone,
  updated_at timestamp with time zone default now() not null,
  lock_version integer default 0 not null,
  constraint feature_flags_pkey PRIMARY KEY (key),
  constraint feature_flags_key_check CHECK ((key ~ '^[a-z][a-z0-9_]{1,59}$'::text)),
  constraint feature_flags_rollout_by_check CHECK ((rollout_by = ANY (ARRAY['tenant'::text, 'user'::text]))),
  constraint feature_flags_rollout_percent_check CHECK (((rollout_percent >= 0) AND (rollout_percent <= 100)))
);
grant delete, insert, select, update on feature_flags to homeroom_app;
grant delete, insert, select, update on feature_flags to homeroom_job;

create table feedback_comments (
  tenant_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  assignment_id uuid not null,
  student_id uuid not null,
  attempt integer default 0 not null,
  author_id uuid not null,
  is_by_student boolean default false not null,
  body text not null,
  visibility text default 'student'::text not null,
  state text default 'draft'::text not null,
  posted_at timestamp with time zone,
  is_posted_with_grade boolean default false not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  lock_version integer default 0 not null,
  constraint feedback_comments_pkey PRIMARY KEY (tenant_id, id),
  constraint feedback_comments_tenant_id_assignment_id_fkey FOREIGN KEY (tenant_id, assignment_id) REFERENCES assignments(tenant_id, id),
  constraint feedback_comments_tenant_id_author_id_fkey FOREIGN KEY (tenant_id, author_id) REFERENCES users(tenant_id, id),
  constraint feedback_comments_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint feedback_comments_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint feedback_comments_tenant_id_student_id_fkey FOREIGN KEY (tenant_id, student_id) REFERENCES users(tenant_id, id),
  constraint feedback_comments__posted CHECK (((state = 'posted'::text) = (posted_at IS NOT NULL))),
  constraint feedback_comments_attempt_check CHECK ((attempt >= 0)),
  constraint feedback_comments_body_check CHECK (((length(body) >= 1) AND (length(body) <= 10000))),
  constraint feedback_comments_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'posted'::text]))),
  constraint feedback_comments_visibility_check CHECK ((visibility = ANY (ARRAY['student'::text, 'staff'::text])))
);
CREATE INDEX feedback_comments__author ON public.feedback_comments USING btree (tenant_id, author_id);
CREATE INDEX feedback_comments__course ON public.feedback_comments USING btree (tenant_id, course_id);
CREATE INDEX feedback_comments__student ON public.feedback_comments USING btree (tenant_id, student_id);
CREATE INDEX feedback_comments__work ON public.feedback_comments USING btree (tenant_id, assignment_id, student_id, created_at, id);
alter table feedback_comments enable row level security;
alter table feedback_comments force row level security;
create policy tenant_isolation on feedback_comments using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on feedback_comments to homeroom_app;
grant delete, insert, select, update on feedback_comments to homeroom_job;

create table feedback_reads (
  tenant_id uuid not null,
  assignment_id uuid not null,
  student_id uuid not null,
  read_at timestamp with time zone not null,
  constraint feedback_reads_pkey PRIMARY KEY (tenant_id, assignment_id, student_id),
  constraint feedback_reads_tenant_id_assignment_id_fkey FOREIGN KEY (tenant_id, assignment_id) REFERENCES assignments(tenant_id, id),
  constraint feedback_reads_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint feedback_reads_tenant_id_student_id_fkey FOREIGN KEY (tenant_id, student_id) REFERENCES users(tenant_id, id)
);
CREATE INDEX feedback_reads__student ON public.feedback_reads USING btree (tenant_id, student_id);
alter table feedback_reads enable row level security;
alter table feedback_reads force row level security;
create policy tenant_isolation on feedback_reads using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on feedback_reads to homeroom_app;
grant delete, insert, select, update on feedback_reads to homeroom_job;

create table file_previews (
  tenant_id uuid not null,
  file_id uuid not null,
  state text default 'waiting'::text not null,
  shown_as text,
  storage_key text,
  size_bytes bigint,
  reason text,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint file_previews_pkey PRIMARY KEY (tenant_id, file_id),
  constraint file_previews_tenant_id_file_id_fkey FOREIGN KEY (tenant_id, file_id) REFERENCES files(tenant_id, id) ON DELETE CASCADE,
  constraint file_previews_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint file_previews__converted CHECK (((state = 'converted'::text) = ((storage_key IS NOT NULL) AND (shown_as IS NOT NULL)))),
  constraint file_previews_shown_as_check CHECK ((shown_as = ANY (ARRAY['pdf'::text, 'document'::text]))),
  constraint file_previews_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'converted'::text, 'failed'::text])))
);
alter table file_previews enable row level security;
alter table file_previews force row level security;
create policy tenant_isolation on file_previews using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on file_previews to homeroom_app;
grant delete, insert, select, update on file_previews to homeroom_job;

create table files (
  tenant_id uuid not null,
  id uuid not null,
  purpose text not null,
  name text not null,
  content_type text not null,
  size_bytes bigint not null,
  sha256 bytea not null,
  storage_key text not null,
  uploaded_by uuid not null,
  created_at timestamp with time zone not null,
  constraint files_pkey PRIMARY KEY (tenant_id, id),
  constraint files_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint files_tenant_id_uploaded_by_fkey FOREIGN KEY (tenant_id, uploaded_by) REFERENCES users(tenant_id, id),
  constraint files_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);
CREATE INDEX files__content ON public.files USING btree (tenant_id, sha256);
CREATE INDEX files__uploaded_by ON public.files USING btree (tenant_id, uploaded_by, created_at);
alter table files enable row level security;
alter table files force row level security;
create policy tenant_isolation on files using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on files to homeroom_app;
grant delete, insert, select, update on files to homeroom_job;

create table framework_subscriptions (
  tenant_id uuid not null,
  school_id uuid not null,
  framework_id uuid not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  constraint framework_subscriptions_pkey PRIMARY KEY (tenant_id, school_id, framework_id),
  constraint framework_subscriptions_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  constraint framework_subscriptions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint framework_subscriptions_tenant_id_framework_id_fkey FOREIGN KEY (tenant_id, framework_id) REFERENCES standard_frameworks(tenant_id, id) ON DELETE CASCADE,
  constraint framework_subscriptions_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id)
);
CREATE INDEX framework_subscriptions__created_by ON public.framework_subscriptions USING btree (tenant_id, created_by);
CREATE INDEX framework_subscriptions__framework ON public.framework_subscriptions USING btree (tenant_id, framework_id);
alter table framework_subscriptions enable row level security;
alter table framework_subscriptions force row level security;
create policy tenant_isolation on framework_subscriptions using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on framework_subscriptions to homeroom_app;
grant delete, insert, select, update on framework_subscriptions to homeroom_job;

create table grade_categories (
  tenant_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  name text not null,
  weight_percent numeric(6,3) default 0 not null,
  drop_lowest integer default 0 not null,
  drop_highest integer default 0 not null,
  is_extra_credit boolean default false not null,
  cap_percent numeric(6,3),
  color text,
  position integer default 0 not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  lock_version integer default 0 not null,
  constraint grade_categories_pkey PRIMARY KEY (tenant_id, id),
  constraint grade_categories_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint grade_categories_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint grade_categories_cap_percent_check CHECK (((cap_percent >= (0)::numeric) AND (cap_percent <= (1000)::numeric))),
  constraint grade_categories_drop_highest_check CHECK (((drop_highest >= 0) AND (drop_highest <= 50))),
  constraint grade_categories_drop_lowest_check CHECK (((drop_lowest >= 0) AND (drop_lowest <= 50))),
  constraint grade_categories_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint grade_categories_weight_percent_check CHECK (((weight_percent >= (0)::numeric) AND (weight_percent <= (1000)::numeric)))
);
CREATE INDEX grade_categories__course ON public.grade_categories USING btree (tenant_id, course_id, "position", id);
alter table grade_categories enable row level security;
alter table grade_categories force row level security;
create policy tenant_isolation on grade_categories using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on grade_categories to homeroom_app;
grant delete, insert, select, update on grade_categories to homeroom_job;

create table grade_changes (
  tenant_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  subject text not null,
  assignment_id uuid,
  student_id uuid,
  before jsonb,
  after jsonb,
  source text not null,
  reason text,
  change_set_id uuid,
  changed_by uuid,
  changed_at timestamp with time zone not null,
  constraint grade_changes_pkey PRIMARY KEY (tenant_id, id),
  constraint grade_changes_tenant_id_assignment_id_fkey FOREIGN KEY (tenant_id, assignment_id) REFERENCES assignments(tenant_id, id),
  constraint grade_changes_tenant_id_change_set_id_fkey FOREIGN KEY (tenant_id, change_set_id) REFERENCES change_sets(tenant_id, id),
  constraint grade_changes_tenant_id_changed_by_fkey FOREIGN KEY (tenant_id, changed_by) REFERENCES users(tenant_id, id),
  constraint grade_changes_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint grade_changes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint grade_changes_tenant_id_student_id_fkey FOREIGN KEY (tenant_id, student_id) REFERENCES users(tenant_id, id),
  constraint grade_changes_subject_check CHECK ((subject = ANY (ARRAY['cell'::text, 'total'::text, 'setting'::text, 'period'::text])))
);
CREATE INDEX grade_changes__cell ON public.grade_changes USING btree (tenant_id, assignment_id, student_id, changed_at DESC);
CREATE INDEX grade_changes__changed_by ON public.grade_changes USING btree (tenant_id, changed_by);
CREATE INDEX grade_changes__course ON public.grade_changes USING btree (tenant_id, course_id, changed_at DESC, id);
CREATE INDEX grade_changes__set ON public.grade_changes USING btree (tenant_id, change_set_id);
CREATE INDEX grade_changes__student ON public.grade_changes USING btree (tenant_id, student_id, course_id, changed_at DESC);
alter table grade_changes enable row level security;
alter table grade_changes force row level security;
create policy tenant_isolation on grade_changes using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant insert, select on grade_changes to homeroom_app;
grant insert, select on grade_changes to homeroom_job;

create table gradebook_exports (
  tenant_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  requested_by uuid not null,
  section_ids uuid[],
  has_statuses boolean default false not null,
  state text default 'waiting'::text not null,
  storage_key text,
  file_name text,
  size_bytes bigint,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  expires_at timestamp with time zone not null,
  constraint gradebook_exports_pkey PRIMARY KEY (tenant_id, id),
  constraint gradebook_exports_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint gradebook_exports_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint gradebook_exports_tenant_id_requested_by_fkey FOREIGN KEY (tenant_id, requested_by) REFERENCES users(tenant_id, id),
  constraint gradebook_exports_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'ready'::text, 'failed'::text, 'expired'::text])))
);
CREATE INDEX gradebook_exports__course ON public.gradebook_exports USING btree (tenant_id, course_id);
CREATE INDEX gradebook_exports__expiry ON public.gradebook_exports USING btree (tenant_id, expires_at) WHERE (state <> 'expired'::text);
CREATE INDEX gradebook_exports__requested ON public.gradebook_exports USING btree (tenant_id, requested_by);
alter table gradebook_exports enable row level security;
alter table gradebook_exports force row level security;
create policy tenant_isolation on gradebook_exports using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on gradebook_exports to homeroom_app;
grant delete, insert, select, update on gradebook_exports to homeroom_job;

create table gradebook_imports (
  tenant_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  file_name text not null,
  state text default 'previewed'::text not null,
  preview jsonb not null,
  change_set_id uuid,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  constraint gradebook_imports_pkey PRIMARY KEY (tenant_id, id),
  constraint gradebook_imports_tenant_id_change_set_id_fkey FOREIGN KEY (tenant_id, change_set_id) REFERENCES change_sets(tenant_id, id),
  constraint gradebook_imports_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint gradebook_imports_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  constraint gradebook_imports_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint gradebook_imports_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 255))),
  constraint gradebook_imports_state_check CHECK ((state = ANY (ARRAY['previewed'::text, 'applied'::text])))
);
CREATE INDEX gradebook_imports__course ON public.gradebook_imports USING btree (tenant_id, course_id, created_at);
CREATE INDEX gradebook_imports__created_by ON public.gradebook_imports USING btree (tenant_id, created_by);
CREATE INDEX gradebook_imports__set ON public.gradebook_imports USING btree (tenant_id, change_set_id);
alter table gradebook_imports enable row level security;
alter table gradebook_imports force row level security;
create policy tenant_isolation on gradebook_imports using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on gradebook_imports to homeroom_app;
grant delete, insert, select, update on gradebook_imports to homeroom_job;

create table gradebook_layouts (
  tenant_id uuid not null,
  course_id uuid not null,
  user_id uuid not null,
  layout jsonb not null,
  updated_at timestamp with time zone not null,
  constraint gradebook_layouts_pkey PRIMARY KEY (tenant_id, course_id, user_id),
  constraint gradebook_layouts_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint gradebook_layouts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint gradebook_layouts_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id)
);
CREATE INDEX gradebook_layouts__user ON public.gradebook_layouts USING btree (tenant_id, user_id);
alter table gradebook_layouts enable row level security;
alter table gradebook_layouts force row level security;
create policy tenant_isolation on gradebook_layouts using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on gradebook_layouts to homeroom_app;
grant delete, insert, select, update on gradebook_layouts to homeroom_job;

create table gradebook_views (
  tenant_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  owner_id uuid not null,
  name text not null,
  filters jsonb not null,
  is_shared boolean default false not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  lock_version integer default 0 not null,
  constraint gradebook_views_pkey PRIMARY KEY (tenant_id, id),
  constraint gradebook_views_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint gradebook_views_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint gradebook_views_tenant_id_owner_id_fkey FOREIGN KEY (tenant_id, owner_id) REFERENCES users(tenant_id, id),
  constraint gradebook_views_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
);
CREATE INDEX gradebook_views__course ON public.gradebook_views USING btree (tenant_id, course_id, name, id);
CREATE INDEX gradebook_views__owner ON public.gradebook_views USING btree (tenant_id, owner_id);
alter table gradebook_views enable row level security;
alter table gradebook_views force row level security;
create policy tenant_isolation on gradebook_views using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on gradebook_views to homeroom_app;
grant delete, insert, select, update on gradebook_views to homeroom_job;

create table grading_holds (
  tenant_id uuid not null,
  assignment_id uuid not null,
  student_id uuid not null,
  user_id uuid not null,
  opened_at timestamp with time zone not null,
  constraint grading_holds_pkey PRIMARY KEY (tenant_id, assignment_id, student_id),
  constraint grading_holds_tenant_id_assignment_id_fkey FOREIGN KEY (tenant_id, assignment_id) REFERENCES assignments(tenant_id, id) ON DELETE CASCADE,
  constraint grading_holds_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint grading_holds_tenant_id_student_id_fkey FOREIGN KEY (tenant_id, student_id) REFERENCES users(tenant_id, id),
  constraint grading_holds_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id)
);
CREATE INDEX grading_holds__student ON public.grading_holds USING btree (tenant_id, student_id);
CREATE INDEX grading_holds__user ON public.grading_holds USING btree (tenant_id, user_id);
alter table grading_holds enable row level security;
alter table grading_holds force row level security;
create policy tenant_isolation on grading_holds using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on grading_holds to homeroom_app;
grant delete, insert, select, update on grading_holds to homeroom_job;

create table grading_period_reopens (
  tenant_id uuid not null,
  id uuid not null,
  grading_period_id uuid not null,
  course_id uuid,
  teacher_id uuid,
  student_id uuid,
  until_at timestamp with time zone not null,
  reason text not null,
  reopened_by uuid not null,
  reopened_at timestamp with time zone not null,
  constraint grading_period_reopens_pkey PRIMARY KEY (tenant_id, id),
  constraint grading_period_reopens_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint grading_period_reopens_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint grading_period_reopens_tenant_id_grading_period_id_fkey FOREIGN KEY (tenant_id, grading_period_id) REFERENCES grading_periods(tenant_id, id),
  constraint grading_period_reopens_tenant_id_reopened_by_fkey FOREIGN KEY (tenant_id, reopened_by) REFERENCES users(tenant_id, id),
  constraint grading_period_reopens_tenant_id_student_id_fkey FOREIGN KEY (tenant_id, student_id) REFERENCES users(tenant_id, id),
  constraint grading_period_reopens_tenant_id_teacher_id_fkey FOREIGN KEY (tenant_id, teacher_id) REFERENCES users(tenant_id, id),
  constraint grading_period_reopens_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
);
CREATE INDEX grading_period_reopens__course ON public.grading_period_reopens USING btree (tenant_id, course_id);
CREATE INDEX grading_period_reopens__period ON public.grading_period_reopens USING btree (tenant_id, grading_period_id, until_at);
CREATE INDEX grading_period_reopens__reopened_by ON public.grading_period_reopens USING btree (tenant_id, reopened_by);
CREATE INDEX grading_period_reopens__student ON public.grading_period_reopens USING btree (tenant_id, student_id);
CREATE INDEX grading_period_reopens__teacher ON public.grading_period_reopens USING btree (tenant_id, teacher_id);
alter table grading_period_reopens enable row level security;
alter table grading_period_reopens force row level security;
create policy tenant_isolation on grading_period_reopens using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on grading_period_reopens to homeroom_app;
grant delete, insert, select, update on grading_period_reopens to homeroom_job;

create table grading_periods (
  tenant_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  academic_year_id uuid not null,
  name text not null,
  starts_on date not null,
  ends_on date not null,
  locks_at timestamp with time zone,
  weight_percent numeric(6,3) default 0 not null,
  state text default 'upcoming'::text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  lock_version integer default 0 not null,
  constraint grading_periods_pkey PRIMARY KEY (tenant_id, id),
  constraint grading_periods_tenant_id_academic_year_id_fkey FOREIGN KEY (tenant_id, academic_year_id) REFERENCES academic_years(tenant_id, id),
  constraint grading_periods_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint grading_periods_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id),
  constraint grading_periods_check CHECK ((ends_on >= starts_on)),
  constraint grading_periods_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint grading_periods_state_check CHECK ((state = ANY (ARRAY['upcoming'::text, 'open'::text, 'locked'::text, 'finalized'::text]))),
  constraint grading_periods_weight_percent_check CHECK (((weight_percent >= (0)::numeric) AND (weight_percent <= (1000)::numeric)))
);
CREATE INDEX grading_periods__school_year ON public.grading_periods USING btree (tenant_id, school_id, academic_year_id, starts_on, id);
CREATE INDEX grading_periods__year ON public.grading_periods USING btree (tenant_id, academic_year_id);
alter table grading_periods enable row level security;
alter table grading_periods force row level security;
create policy tenant_isolation on grading_periods using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on grading_periods to homeroom_app;
grant delete, insert, select, update on grading_periods to homeroom_job;

create table grading_schemes (
  tenant_id uuid not null,
  id uuid not null,
  scope text not null,
  school_id uuid,
  course_id uuid,
  scheme_key uuid not null,
  version integer default 1 not null,
  name text not null,
  bands jsonb not null,
  rounding text default 'none'::text not null,
  is_default boolean default false not null,
  archived_at timestamp with time zone,
  created_by uuid,
  created_at timestamp with time zone not null,
  lock_version integer default 0 not null,
  updated_at timestamp with time zone,
  constraint grading_schemes_pkey PRIMARY KEY (tenant_id, id),
  constraint grading_schemes__version UNIQUE (tenant_id, scheme_key, version),
  constraint grading_schemes_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint grading_schemes_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  constraint grading_schemes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint grading_schemes_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id),
  constraint grading_schemes_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint grading_schemes_rounding_check CHECK ((rounding = ANY (ARRAY['none'::text, 'whole'::text, 'tenth'::text]))),
  constraint grading_schemes_scope_check CHECK ((scope = ANY (ARRAY['tenant'::text, 'school'::text, 'course'::text])))
);
CREATE INDEX grading_schemes__course ON public.grading_schemes USING btree (tenant_id, course_id);
CREATE INDEX grading_schemes__created_by ON public.grading_schemes USING btree (tenant_id, created_by);
CREATE INDEX grading_schemes__school ON public.grading_schemes USING btree (tenant_id, school_id);
alter table grading_schemes enable row level security;
alter table grading_schemes force row level security;
create policy tenant_isolation on grading_schemes using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on grading_schemes to homeroom_app;
grant delete, insert, select, update on grading_schemes to homeroom_job;

create table group_members (
  tenant_id uuid not null,
  id uuid not null,
  group_set_id uuid not null,
  group_id uuid not null,
  student_id uuid not null,
  joined_at timestamp with time zone not null,
  left_at timestamp with time zone,
  constraint group_members_pkey PRIMARY KEY (tenant_id, id),
  constraint group_members_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint group_members_tenant_id_group_id_fkey FOREIGN KEY (tenant_id, group_id) REFERENCES student_groups(tenant_id, id) ON DELETE CASCADE,
  constraint group_members_tenant_id_group_set_id_fkey FOREIGN KEY (tenant_id, group_set_id) REFERENCES group_sets(tenant_id, id) ON DELETE CASCADE,
  constraint group_members_tenant_id_student_id_fkey FOREIGN KEY (tenant_id, student_id) REFERENCES users(tenant_id, id)
);
CREATE INDEX group_members__group ON public.group_members USING btree (tenant_id, group_id, student_id);
CREATE UNIQUE INDEX group_members__one_group ON public.group_members USING btree (tenant_id, group_set_id, student_id) WHERE (left_at IS NULL);
CREATE INDEX group_members__set ON public.group_members USING btree (tenant_id, group_set_id, student_id);
CREATE INDEX group_members__student ON public.group_members USING btree (tenant_id, student_id);
alter table group_members enable row level security;
alter table group_members force row level security;
create policy tenant_isolation on group_members using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on group_members to homeroom_app;
grant delete, insert, select, update on group_members to homeroom_job;

create table group_sets (
  tenant_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  name text not null,
  created_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  lock_version integer default 0 not null,
  constraint group_sets_pkey PRIMARY KEY (tenant_id, id),
  constraint group_sets_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint group_sets_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint group_sets_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
);
CREATE INDEX group_sets__course ON public.group_sets USING btree (tenant_id, course_id, name, id);
alter table group_sets enable row level security;
alter table group_sets force row level security;
create policy tenant_isolation on group_sets using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on group_sets to homeroom_app;
grant delete, insert, select, update on group_sets to homeroom_job;

create table guardian_invites (
  tenant_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  locator text not null,
  code_hash bytea not null,
  relationship text default 'parent'::text not null,
  email_normalized text,
  wrong_tries integer default 0 not null,
  created_by uuid,
  created_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone not null,
  redeemed_by uuid,
  redeemed_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint guardian_invites_pkey PRIMARY KEY (tenant_id, id),
  constraint guardian_invites__locator UNIQUE (tenant_id, locator),
  constraint guardian_invites_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint guardian_invites_tenant_id_student_id_fkey FOREIGN KEY (tenant_id, student_id) REFERENCES users(tenant_id, id),
  constraint guardian_invites_relationship_check CHECK ((relationship = ANY (ARRAY['parent'::text, 'guardian'::text, 'relative'::text, 'other'::text])))
);
CREATE INDEX guardian_invites__created ON public.guardian_invites USING btree (tenant_id, created_at DESC, id DESC);
CREATE INDEX guardian_invites__student ON public.guardian_invites USING btree (tenant_id, student_id, created_at);
alter table guardian_invites enable row level security;
alter table guardian_invites force row level security;
create policy tenant_isolation on guardian_invites using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on guardian_invites to homeroom_app;
grant delete, insert, select, update on guardian_invites to homeroom_job;

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
  ended_at timestamp with time zone,
  adult_basis text,
  adult_basis_reason text,
  adult_basis_ends_on date,
  majority_notice_at timestamp with time zone,
  majority_paused_at timestamp with time zone,
  constraint guardian_links_pkey PRIMARY KEY (tenant_id, id),
  constraint guardian_links__pair UNIQUE (tenant_id, guardian_id, student_id),
  constraint guardian_links_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint guardian_links_tenant_id_guardian_id_fkey FOREIGN KEY (tenant_id, guardian_id) REFERENCES users(tenant_id, id),
  constraint guardian_links_tenant_id_student_id_fkey FOREIGN KEY (tenant_id, student_id) REFERENCES users(tenant_id, id),
  constraint guardian_links__two_people CHECK ((guardian_id <> student_id)),
  constraint guardian_links_adult_basis_check CHECK ((adult_basis = ANY (ARRAY['student_consent'::text, 'lawful_basis'::text]))),
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

create table idempotency_keys (
  tenant_id uuid not null,
  caller text not null,
  key text not null,
  request_hash bytea not null,
  status integer,
  answer bytea,
  location text,
  started_at timestamp with time zone not null,
  constraint idempotency_keys_pkey PRIMARY KEY (tenant_id, caller, key),
  constraint idempotency_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint idempotency_keys_key_check CHECK (((length(key) >= 1) AND (length(key) <= 128)))
);
CREATE INDEX idempotency_keys__age ON public.idempotency_keys USING btree (tenant_id, started_at);
alter table idempotency_keys enable row level security;
alter table idempotency_keys force row level security;
create policy tenant_isolation on idempotency_keys using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on idempotency_keys to homeroom_app;
grant delete, insert, select, update on idempotency_keys to homeroom_job;

create table impersonation_visits (
  tenant_id uuid not null,
  impersonation_id uuid not null,
  path text not null,
  visits integer default 1 not null,
  first_visited_at timestamp with time zone not null,
  constraint impersonation_visits_pkey PRIMARY KEY (tenant_id, impersonation_id, path),
  constraint impersonation_visits_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint impersonation_visits_tenant_id_impersonation_id_fkey FOREIGN KEY (tenant_id, impersonation_id) REFERENCES impersonations(tenant_id, id)
);
alter table impersonation_visits enable row level security;
alter table impersonation_visits force row level security;
create policy tenant_isolation on impersonation_visits using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on impersonation_visits to homeroom_app;
grant delete, insert, select, update on impersonation_visits to homeroom_job;

create table impersonations (
  tenant_id uuid not null,
  id uuid not null,
  actor_id uuid not null,
  target_id uuid not null,
  session_id uuid not null,
  mode text not null,
  reason text not null,
  ticket text,
  school_ids uuid[],
  started_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  end_reason text,
  support_grant_id uuid,
  constraint impersonations_pkey PRIMARY KEY (tenant_id, id),
  constraint impersonations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint impersonations_tenant_id_target_id_fkey FOREIGN KEY (tenant_id, target_id) REFERENCES users(tenant_id, id),
  constraint impersonations_mode_check CHECK ((mode = ANY (ARRAY['read'::text, 'act'::text])))
);
CREATE INDEX impersonations__actor ON public.impersonations USING btree (tenant_id, actor_id, started_at);
CREATE UNIQUE INDEX impersonations__one_per_session ON public.impersonations USING btree (tenant_id, session_id) WHERE (ended_at IS NULL);
CREATE INDEX impersonations__session ON public.impersonations USING btree (tenant_id, session_id);
CREATE INDEX impersonations__target ON public.impersonations USING btree (tenant_id, target_id, started_at);
alter table impersonations enable row level security;
alter table impersonations force row level security;
create policy tenant_isolation on impersonations using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on impersonations to homeroom_app;
grant delete, insert, select, update on impersonations to homeroom_job;

create table job_schedules (
  kind text not null,
  cron text not null,
  time_zone text not null,
  next_run_at timestamp with time zone not null,
  last_run_at timestamp with time zone,
  last_job_id uuid,
  last_duration_ms integer,
  last_outcome text,
  last_error text,
  constraint job_schedules_pkey PRIMARY KEY (kind),
  constraint job_schedules_last_outcome_check CHECK ((last_outcome = ANY (ARRAY['success'::text, 'failed'::text])))
);
grant select on job_schedules to homeroom_app;
grant delete, insert, select, update on job_schedules to homeroom_job;

create table job_workers (
  id uuid not null,
  host text not null,
  version text not null,
  started_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  running_count integer default 0 not null,
  state text not null,
  constraint job_workers_pkey PRIMARY KEY (id),
  constraint job_workers_state_check CHECK ((state = ANY (ARRAY['working'::text, 'stopping'::text])))
);
grant select on job_workers to homeroom_app;
grant delete, insert, select, update on job_workers to homeroom_job;

create table lesson_sessions (
  tenant_id uuid not null,
  id uuid not null,
  lesson_plan_id uuid not null,
  section_id uuid not null,
  placement_id uuid,
  meeting_on date not null,
  starts_at time without time zone,
  ends_at time without time zone,
  position integer default 0 not null,
  pinned_version_id uuid,
  follow_latest boolean default true not null,
  state text default 'scheduled'::text not null,
  taught_at timestamp with time zone,
  taught_by uuid,
  taught_note text,
  not_reached text,
  carried_over text,
  sequence integer default 0 not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  updated_by uuid not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  lock_version integer default 0 not null,
  constraint lesson_sessions_pkey PRIMARY KEY (tenant_id, id),
  constraint lesson_sessions_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  constraint lesson_sessions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint lesson_sessions_tenant_id_lesson_plan_id_fkey FOREIGN KEY (tenant_id, lesson_plan_id) REFERENCES plans(tenant_id, id) ON DELETE CASCADE,
  constraint lesson_sessions_tenant_id_pinned_version_id_fkey FOREIGN KEY (tenant_id, pinned_version_id) REFERENCES plan_versions(tenant_id, id),
  constraint lesson_sessions_tenant_id_placement_id_fkey FOREIGN KEY (tenant_id, placement_id) REFERENCES unit_placements(tenant_id, id) ON DELETE CASCADE,
  constraint lesson_sessions_tenant_id_section_id_fkey FOREIGN KEY (tenant_id, section_id) REFERENCES sections(tenant_id, id),
  constraint lesson_sessions_tenant_id_taught_by_fkey FOREIGN KEY (tenant_id, taught_by) REFERENCES users(tenant_id, id),
  constraint lesson_sessions_tenant_id_updated_by_fkey FOREIGN KEY (tenant_id, updated_by) REFERENCES users(tenant_id, id),
  constraint lesson_sessions_carried_over_check CHECK ((length(carried_over) <= 4000)),
  constraint lesson_sessions_not_reached_check CHECK ((length(not_reached) <= 4000)),
  constraint lesson_sessions_state_check CHECK ((state = ANY (ARRAY['scheduled'::text, 'taught'::text, 'skipped'::text]))),
  constraint lesson_sessions_taught_note_check CHECK ((length(taught_note) <= 4000))
);
CREATE INDEX lesson_sessions__created_by ON public.lesson_sessions USING btree (tenant_id, created_by);
CREATE INDEX lesson_sessions__lesson ON public.lesson_sessions USING btree (tenant_id, lesson_plan_id);
CREATE INDEX lesson_sessions__placement ON public.lesson_sessions USING btree (tenant_id, placement_id);
CREATE INDEX lesson_sessions__section ON public.lesson_sessions USING btree (tenant_id, section_id, meeting_on, starts_at);
CREATE INDEX lesson_sessions__taught_by ON public.lesson_sessions USING btree (tenant_id, taught_by);
CREATE INDEX lesson_sessions__updated_by ON public.lesson_sessions USING btree (tenant_id, updated_by);
CREATE INDEX lesson_sessions__version ON public.lesson_sessions USING btree (tenant_id, pinned_version_id);
alter table lesson_sessions enable row level security;
alter table lesson_sessions force row level security;
create policy tenant_isolation on lesson_sessions using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on lesson_sessions to homeroom_app;
grant delete, insert, select, update on lesson_sessions to homeroom_job;

create table link_directory (
  token_hash bytea not null,
  tenant_id uuid not null,
  link_id uuid not null,
  expires_at timestamp with time zone not null,
  constraint link_directory_pkey PRIMARY KEY (token_hash),
  constraint link_directory_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
);
CREATE INDEX link_directory__expires ON public.link_directory USING btree (expires_at);
CREATE INDEX link_directory__tenant ON public.link_directory USING btree (tenant_id);
grant delete, insert, select, update on link_directory to homeroom_app;
grant delete, insert, select, update on link_directory to homeroom_job;

create table live_events (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  user_id uuid,
  school_id uuid,
  details jsonb default '{}'::jsonb not null,
  occurred_at timestamp with time zone default now() not null,
  constraint live_events_pkey PRIMARY KEY (tenant_id, id),
  constraint live_events_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint live_events_name_check CHECK ((name = ANY (ARRAY['notification'::text, 'record_changed'::text, 'session_ended'::text, 'feature_flags_changed'::text])))
);
CREATE INDEX live_events__time ON public.live_events USING btree (tenant_id, occurred_at);
alter table live_events enable row level security;
alter table live_events force row level security;
create policy tenant_isolation on live_events using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on live_events to homeroom_app;
grant delete, insert, select, update on live_events to homeroom_job;

create table map_baselines (
  tenant_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  academic_year_id uuid not null,
  name text not null,
  placements jsonb not null,
  frozen_on date not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  constraint map_baselines_pkey PRIMARY KEY (tenant_id, id),
  constraint map_baselines_tenant_id_academic_year_id_fkey FOREIGN KEY (tenant_id, academic_year_id) REFERENCES academic_years(tenant_id, id),
  constraint map_baselines_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  constraint map_baselines_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint map_baselines_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id),
  constraint map_baselines_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
);
CREATE INDEX map_baselines__created_by ON public.map_baselines USING btree (tenant_id, created_by);
CREATE INDEX map_baselines__school ON public.map_baselines USING btree (tenant_id, school_id, academic_year_id, created_at);
CREATE INDEX map_baselines__year ON public.map_baselines USING btree (tenant_id, academic_year_id);
alter table map_baselines enable row level security;
alter table map_baselines force row level security;
create policy tenant_isolation on map_baselines using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on map_baselines to homeroom_app;
grant delete, insert, select, update on map_baselines to homeroom_job;

create table mastery_changes (
  tenant_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  student_id uuid not null,
  standard_id uuid not null,
  kind text not null,
  before jsonb,
  after jsonb,
  changed_by uuid,
  changed_at timestamp with time zone not null,
  constraint mastery_changes_pkey PRIMARY KEY (tenant_id, id),
  constraint mastery_changes_tenant_id_changed_by_fkey FOREIGN KEY (tenant_id, changed_by) REFERENCES users(tenant_id, id),
  constraint mastery_changes_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint mastery_changes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint mastery_changes_tenant_id_standard_id_fkey FOREIGN KEY (tenant_id, standard_id) REFERENCES standards(tenant_id, id),
  constraint mastery_changes_tenant_id_student_id_fkey FOREIGN KEY (tenant_id, student_id) REFERENCES users(tenant_id, id),
  constraint mastery_changes_kind_check CHECK ((kind = ANY (ARRAY['judged'::text, 'judgement_taken_back'::text, 'observed'::text, 'observation_removed'::text])))
);
CREATE INDEX mastery_changes__changed_by ON public.mastery_changes USING btree (tenant_id, changed_by);
CREATE INDEX mastery_changes__course ON public.mastery_changes USING btree (tenant_id, course_id, student_id, standard_id, changed_at DESC);
CREATE INDEX mastery_changes__standard ON public.mastery_changes USING btree (tenant_id, standard_id);
CREATE INDEX mastery_changes__student ON public.mastery_changes USING btree (tenant_id, student_id);
alter table mastery_changes enable row level security;
alter table mastery_changes force row level security;
create policy tenant_isolation on mastery_changes using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant insert, select on mastery_changes to homeroom_app;
grant insert, select on mastery_changes to homeroom_job;

create table mastery_evidence (
  tenant_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  student_id uuid not null,
  standard_id uuid not null,
  source text not null,
  assignment_id uuid,
  criterion_id uuid,
  value numeric(12,4) not null,
  note text default ''::text not null,
  is_posted boolean default true not null,
  observed_at timestamp with time zone not null,
  observed_by uuid,
  created_at timestamp with time zone not null,
  constraint mastery_evidence_pkey PRIMARY KEY (tenant_id, id),
  constraint mastery_evidence_tenant_id_assignment_id_fkey FOREIGN KEY (tenant_id, assignment_id) REFERENCES assignments(tenant_id, id),
  constraint mastery_evidence_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint mastery_evidence_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint mastery_evidence_tenant_id_observed_by_fkey FOREIGN KEY (tenant_id, observed_by) REFERENCES users(tenant_id, id),
  constraint mastery_evidence_tenant_id_standard_id_fkey FOREIGN KEY (tenant_id, standard_id) REFERENCES standards(tenant_id, id),
  constraint mastery_evidence_tenant_id_student_id_fkey FOREIGN KEY (tenant_id, student_id) REFERENCES users(tenant_id, id),
  constraint mastery_evidence__work CHECK (((source = 'observation'::text) OR (assignment_id IS NOT NULL))),
  constraint mastery_evidence_note_check CHECK ((length(note) <= 1000)),
  constraint mastery_evidence_source_check CHECK ((source = ANY (ARRAY['rubric'::text, 'assignment'::text, 'observation'::text]))),
  constraint mastery_evidence_value_check CHECK ((value >= (0)::numeric))
);
CREATE INDEX mastery_evidence__assignment ON public.mastery_evidence USING btree (tenant_id, assignment_id);
CREATE INDEX mastery_evidence__course ON public.mastery_evidence USING btree (tenant_id, course_id, student_id, standard_id);
CREATE INDEX mastery_evidence__observed_by ON public.mastery_evidence USING btree (tenant_id, observed_by);
CREATE UNIQUE INDEX mastery_evidence__piece ON public.mastery_evidence USING btree (tenant_id, assignment_id, student_id, standard_id, criterion_id) NULLS NOT DISTINCT WHERE (source <> 'observation'::text);
CREATE INDEX mastery_evidence__standard ON public.mastery_evidence USING btree (tenant_id, standard_id, course_id);
CREATE INDEX mastery_evidence__student ON public.mastery_evidence USING btree (tenant_id, student_id);
alter table mastery_evidence enable row level security;
alter table mastery_evidence force row level security;
create policy tenant_isolation on mastery_evidence using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on mastery_evidence to homeroom_app;
grant delete, insert, select, update on mastery_evidence to homeroom_job;

create table mastery_results (
  tenant_id uuid not null,
  course_id uuid not null,
  student_id uuid not null,
  standard_id uuid not null,
  value numeric(12,4),
  level integer,
  is_mastered boolean,
  source text,
  calculated numeric(12,4),
  evidence_count integer default 0 not null,
  last_evidence_at timestamp with time zone,
  trend text,
  judged_value numeric(12,4),
  judged_note text,
  judged_by uuid,
  judged_at timestamp with time zone,
  ends_with_newer boolean default false not null,
  calculated_at timestamp with time zone not null,
  lock_version integer default 0 not null,
  constraint mastery_results_pkey PRIMARY KEY (tenant_id, course_id, student_id, standard_id),
  constraint mastery_results_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint mastery_results_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint mastery_results_tenant_id_judged_by_fkey FOREIGN KEY (tenant_id, judged_by) REFERENCES users(tenant_id, id),
  constraint mastery_results_tenant_id_standard_id_fkey FOREIGN KEY (tenant_id, standard_id) REFERENCES standards(tenant_id, id),
  constraint mastery_results_tenant_id_student_id_fkey FOREIGN KEY (tenant_id, student_id) REFERENCES users(tenant_id, id),
  constraint mastery_results_source_check CHECK ((source = ANY (ARRAY['evidence'::text, 'judgement'::text]))),
  constraint mastery_results_trend_check CHECK ((trend = ANY (ARRAY['up'::text, 'down'::text, 'steady'::text])))
);
CREATE INDEX mastery_results__judged_by ON public.mastery_results USING btree (tenant_id, judged_by);
CREATE INDEX mastery_results__standard ON public.mastery_results USING btree (tenant_id, standard_id);
CREATE INDEX mastery_results__student ON public.mastery_results USING btree (tenant_id, student_id);
alter table mastery_results enable row level security;
alter table mastery_results force row level security;
create policy tenant_isolation on mastery_results using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on mastery_results to homeroom_app;
grant delete, insert, select, update on mastery_results to homeroom_job;

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

create table module_item_completions (
  tenant_id uuid not null,
  module_item_id uuid not null,
  student_id uuid not null,
  opened_at timestamp with time zone,
  marked_done_at timestamp with time zone,
  override_state text,
  override_by uuid,
  override_at timestamp with time zone,
  has_passed boolean default false not null,
  constraint module_item_completions_pkey PRIMARY KEY (tenant_id, module_item_id, student_id),
  constraint module_item_completions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint module_item_completions_tenant_id_module_item_id_fkey FOREIGN KEY (tenant_id, module_item_id) REFERENCES module_items(tenant_id, id) ON DELETE CASCADE,
  constraint module_item_completions_tenant_id_override_by_fkey FOREIGN KEY (tenant_id, override_by) REFERENCES users(tenant_id, id),
  constraint module_item_completions_tenant_id_student_id_fkey FOREIGN KEY (tenant_id, student_id) REFERENCES users(tenant_id, id),
  constraint module_item_completions_override_state_check CHECK ((override_state = ANY (ARRAY['done'::text, 'not_started'::text])))
);
CREATE INDEX module_item_completions__override_by ON public.module_item_completions USING btree (tenant_id, override_by);
CREATE INDEX module_item_completions__student ON public.module_item_completions USING btree (tenant_id, student_id);
alter table module_item_completions enable row level security;
alter table module_item_completions force row level security;
create policy tenant_isolation on module_item_completions using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on module_item_completions to homeroom_app;
grant delete, insert, select, update on module_item_completions to homeroom_job;

create table module_items (
  tenant_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  module_id uuid not null,
  kind text not null,
  title text,
  assignment_id uuid,
  page_id uuid,
  lesson_plan_id uuid,
  resource_id uuid,
  url text,
  indent integer default 0 not null,
  position integer default 0 not null,
  state text default 'draft'::text not null,
  publish_at timestamp with time zone,
  published_at timestamp with time zone,
  completion_rule text default 'none'::text not null,
  completion_minimum numeric(6,2),
  planned_on date,
  standard_ids uuid[] default '{}'::uuid[] not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  deleted_by uuid,
  lock_version integer default 0 not null,
  constraint module_items_pkey PRIMARY KEY (tenant_id, id),
  constraint module_items_tenant_id_assignment_id_fkey FOREIGN KEY (tenant_id, assignment_id) REFERENCES assignments(tenant_id, id) ON DELETE CASCADE,
  constraint module_items_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint module_items_tenant_id_deleted_by_fkey FOREIGN KEY (tenant_id, deleted_by) REFERENCES users(tenant_id, id),
  constraint module_items_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint module_items_tenant_id_lesson_plan_id_fkey FOREIGN KEY (tenant_id, lesson_plan_id) REFERENCES plans(tenant_id, id) ON DELETE CASCADE,
  constraint module_items_tenant_id_module_id_fkey FOREIGN KEY (tenant_id, module_id) REFERENCES modules(tenant_id, id) ON DELETE CASCADE,
  constraint module_items_tenant_id_page_id_fkey FOREIGN KEY (tenant_id, page_id) REFERENCES course_pages(tenant_id, id) ON DELETE CASCADE,
  constraint module_items_tenant_id_resource_id_fkey FOREIGN KEY (tenant_id, resource_id) REFERENCES resources(tenant_id, id) ON DELETE CASCADE,
  constraint module_items__target CHECK ((((kind <> 'assignment'::text) OR (assignment_id IS NOT NULL)) AND ((kind <> 'page'::text) OR (page_id IS NOT NULL)) AND ((kind <> 'lesson'::text) OR (lesson_plan_id IS NOT NULL)) AND ((kind <> ALL (ARRAY['file'::text, 'drive_file'::text])) OR (resource_id IS NOT NULL)) AND ((kind <> 'link'::text) OR (resource_id IS NOT NULL) OR ((url IS NOT NULL) AND (title IS NOT NULL))) AND ((kind <> 'header'::text) OR (title IS NOT NULL)) AND (num_nonnulls(assignment_id, page_id, lesson_plan_id, resource_id) <= 1))),
  constraint module_items_completion_minimum_check CHECK (((completion_minimum >= (0)::numeric) AND (completion_minimum <= (1000)::numeric))),
  constraint module_items_completion_rule_check CHECK ((completion_rule = ANY (ARRAY['none'::text, 'view'::text, 'mark_done'::text, 'submit'::text, 'posts'::text, 'score'::text]))),
  constraint module_items_indent_check CHECK (((indent >= 0) AND (indent <= 3))),
  constraint module_items_kind_check CHECK ((kind = ANY (ARRAY['assignment'::text, 'quiz'::text, 'discussion'::text, 'page'::text, 'file'::text, 'drive_file'::text, 'link'::text, 'lesson'::text, 'lti_link'::text, 'header'::text]))),
  constraint module_items_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'scheduled'::text, 'published'::text]))),
  constraint module_items_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  constraint module_items_url_check CHECK ((length(url) <= 2000))
);
CREATE INDEX module_items__assignment ON public.module_items USING btree (tenant_id, assignment_id);
CREATE INDEX module_items__course ON public.module_items USING btree (tenant_id, course_id);
CREATE INDEX module_items__deleted_by ON public.module_items USING btree (tenant_id, deleted_by);
CREATE INDEX module_items__lesson ON public.module_items USING btree (tenant_id, lesson_plan_id);
CREATE INDEX module_items__module ON public.module_items USING btree (tenant_id, module_id, "position", id);
CREATE INDEX module_items__page ON public.module_items USING btree (tenant_id, page_id);
CREATE INDEX module_items__publish_at ON public.module_items USING btree (tenant_id, publish_at) WHERE (state = 'scheduled'::text);
CREATE INDEX module_items__resource ON public.module_items USING btree (tenant_id, resource_id);
alter table module_items enable row level security;
alter table module_items force row level security;
create policy tenant_isolation on module_items using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on module_items to homeroom_app;
grant delete, insert, select, update on module_items to homeroom_job;

create table module_prerequisites (
  tenant_id uuid not null,
  module_id uuid not null,
  required_module_id uuid not null,
  constraint module_prerequisites_pkey PRIMARY KEY (tenant_id, module_id, required_module_id),
  constraint module_prerequisites_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint module_prerequisites_tenant_id_module_id_fkey FOREIGN KEY (tenant_id, module_id) REFERENCES modules(tenant_id, id) ON DELETE CASCADE,
  constraint module_prerequisites_tenant_id_required_module_id_fkey FOREIGN KEY (tenant_id, required_module_id) REFERENCES modules(tenant_id, id) ON DELETE CASCADE,
  constraint module_prerequisites_check CHECK ((required_module_id <> module_id))
);
CREATE INDEX module_prerequisites__required ON public.module_prerequisites USING btree (tenant_id, required_module_id);
alter table module_prerequisites enable row level security;
alter table module_prerequisites force row level security;
create policy tenant_isolation on module_prerequisites using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on module_prerequisites to homeroom_app;
grant delete, insert, select, update on module_prerequisites to homeroom_job;

create table module_sections (
  tenant_id uuid not null,
  module_id uuid not null,
  section_id uuid not null,
  constraint module_sections_pkey PRIMARY KEY (tenant_id, module_id, section_id),
  constraint module_sections_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint module_sections_tenant_id_module_id_fkey FOREIGN KEY (tenant_id, module_id) REFERENCES modules(tenant_id, id) ON DELETE CASCADE,
  constraint module_sections_tenant_id_section_id_fkey FOREIGN KEY (tenant_id, section_id) REFERENCES sections(tenant_id, id)
);
CREATE INDEX module_sections__section ON public.module_sections USING btree (tenant_id, section_id);
alter table module_sections enable row level security;
alter table module_sections force row level security;
create policy tenant_isolation on module_sections using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on module_sections to homeroom_app;
grant delete, insert, select, update on module_sections to homeroom_job;

create table modules (
  tenant_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  title text not null,
  description text default ''::text not null,
  position integer default 0 not null,
  state text default 'draft'::text not null,
  publish_at timestamp with time zone,
  published_at timestamp with time zone,
  unlock_at timestamp with time zone,
  is_sequential boolean default false not null,
  starts_on date,
  ends_on date,
  unit_plan_id uuid,
  unit_version_id uuid,
  created_by uuid,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  deleted_by uuid,
  lock_version integer default 0 not null,
  constraint modules_pkey PRIMARY KEY (tenant_id, id),
  constraint modules_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint modules_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  constraint modules_tenant_id_deleted_by_fkey FOREIGN KEY (tenant_id, deleted_by) REFERENCES users(tenant_id, id),
  constraint modules_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint modules_check CHECK ((ends_on >= starts_on)),
  constraint modules_description_check CHECK ((length(description) <= 4000)),
  constraint modules_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'scheduled'::text, 'published'::text, 'archived'::text]))),
  constraint modules_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);
CREATE INDEX modules__course ON public.modules USING btree (tenant_id, course_id, "position", id);
CREATE INDEX modules__created_by ON public.modules USING btree (tenant_id, created_by);
CREATE INDEX modules__deleted_by ON public.modules USING btree (tenant_id, deleted_by);
CREATE INDEX modules__publish_at ON public.modules USING btree (tenant_id, publish_at) WHERE (state = 'scheduled'::text);
CREATE INDEX modules__unit ON public.modules USING btree (tenant_id, unit_plan_id);
alter table modules enable row level security;
alter table modules force row level security;
create policy tenant_isolation on modules using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on modules to homeroom_app;
grant delete, insert, select, update on modules to homeroom_job;

create table notifications (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  kind text not null,
  subject_type text,
  subject_id uuid,
  details jsonb default '{}'::jsonb not null,
  link text,
  created_at timestamp with time zone not null,
  read_at timestamp with time zone,
  read_batch_id uuid,
  constraint notifications_pkey PRIMARY KEY (tenant_id, id),
  constraint notifications_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint notifications_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id),
  constraint notifications_kind_check CHECK ((kind ~ '^[a-z_]+(\.[a-z_]+)+$'::text)),
  constraint notifications_link_check CHECK ((link ~~ '/%'::text))
);
CREATE INDEX notifications__batch ON public.notifications USING btree (tenant_id, read_batch_id) WHERE (read_batch_id IS NOT NULL);
CREATE INDEX notifications__unread ON public.notifications USING btree (tenant_id, user_id, id DESC) WHERE (read_at IS NULL);
CREATE INDEX notifications__user ON public.notifications USING btree (tenant_id, user_id, id DESC);
alter table notifications enable row level security;
alter table notifications force row level security;
create policy tenant_isolation on notifications using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on notifications to homeroom_app;
grant delete, insert, select, update on notifications to homeroom_job;

create table one_time_links (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  purpose text not null,
  token_hash bytea not null,
  created_by uuid,
  created_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint one_time_links_pkey PRIMARY KEY (tenant_id, id),
  constraint one_time_links_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint one_time_links_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id),
  constraint one_time_links_purpose_check CHECK ((purpose = ANY (ARRAY['password_reset'::text, 'invitation'::text, 'first_admin'::text, 'temporary_code'::text, 'not_me'::text])))
);
CREATE INDEX one_time_links__token ON public.one_time_links USING btree (tenant_id, token_hash);
CREATE INDEX one_time_links__user ON public.one_time_links USING btree (tenant_id, user_id, purpose);
alter table one_time_links enable row level security;
alter table one_time_links force row level security;
create policy tenant_isolation on one_time_links using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on one_time_links to homeroom_app;
grant delete, insert, select, update on one_time_links to homeroom_job;

create table outbox_mails (
  tenant_id uuid not null,
  id uuid not null,
  to_user_id uuid,
  template text not null,
  locale text not null,
  address_sealed bytea not null,
  content_sealed bytea,
  state text default 'queued'::text not null,
  attempts integer default 0 not null,
  error text,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  constraint outbox_mails_pkey PRIMARY KEY (tenant_id, id),
  constraint outbox_mails_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint outbox_mails_tenant_id_to_user_id_fkey FOREIGN KEY (tenant_id, to_user_id) REFERENCES users(tenant_id, id),
  constraint outbox_mails_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'captured'::text, 'failed'::text])))
);
CREATE INDEX outbox_mails__time ON public.outbox_mails USING btree (tenant_id, created_at DESC, id DESC);
CREATE INDEX outbox_mails__user ON public.outbox_mails USING btree (tenant_id, to_user_id);
alter table outbox_mails enable row level security;
alter table outbox_mails force row level security;
create policy tenant_isolation on outbox_mails using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on outbox_mails to homeroom_app;
grant delete, insert, select, update on outbox_mails to homeroom_job;

create table pacing_guide_units (
  tenant_id uuid not null,
  id uuid not null,
  pacing_guide_id uuid not null,
  unit_plan_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  constraint pacing_guide_units_pkey PRIMARY KEY (tenant_id, id),
  constraint pacing_guide_units__unit UNIQUE (tenant_id, pacing_guide_id, unit_plan_id),
  constraint pacing_guide_units_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint pacing_guide_units_tenant_id_pacing_guide_id_fkey FOREIGN KEY (tenant_id, pacing_guide_id) REFERENCES pacing_guides(tenant_id, id) ON DELETE CASCADE,
  constraint pacing_guide_units_tenant_id_unit_plan_id_fkey FOREIGN KEY (tenant_id, unit_plan_id) REFERENCES plans(tenant_id, id) ON DELETE CASCADE,
  constraint pacing_guide_units_check CHECK ((ends_on >= starts_on))
);
CREATE INDEX pacing_guide_units__plan ON public.pacing_guide_units USING btree (tenant_id, unit_plan_id);
alter table pacing_guide_units enable row level security;
alter table pacing_guide_units force row level security;
create policy tenant_isolation on pacing_guide_units using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on pacing_guide_units to homeroom_app;
grant delete, insert, select, update on pacing_guide_units to homeroom_job;

create table pacing_guides (
  tenant_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  academic_year_id uuid not null,
  name text not null,
  subject text default ''::text not null,
  grade_level text default ''::text not null,
  state text default 'draft'::text not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  lock_version integer default 0 not null,
  constraint pacing_guides_pkey PRIMARY KEY (tenant_id, id),
  constraint pacing_guides_tenant_id_academic_year_id_fkey FOREIGN KEY (tenant_id, academic_year_id) REFERENCES academic_years(tenant_id, id),
  constraint pacing_guides_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  constraint pacing_guides_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint pacing_guides_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id),
  constraint pacing_guides_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint pacing_guides_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text])))
);
CREATE INDEX pacing_guides__created_by ON public.pacing_guides USING btree (tenant_id, created_by);
CREATE INDEX pacing_guides__school ON public.pacing_guides USING btree (tenant_id, school_id, academic_year_id, name, id);
CREATE INDEX pacing_guides__year ON public.pacing_guides USING btree (tenant_id, academic_year_id);
alter table pacing_guides enable row level security;
alter table pacing_guides force row level security;
create policy tenant_isolation on pacing_guides using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on pacing_guides to homeroom_app;
grant delete, insert, select, update on pacing_guides to homeroom_job;

create table pack_assignments (
  tenant_id uuid not null,
  id uuid not null,
  scope text not null,
  school_id uuid,
  course_id uuid,
  pack_key text not null,
  pack_version integer not null,
  starts_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  constraint pack_assignments_pkey PRIMARY KEY (tenant_id, id),
  constraint pack_assignments_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint pack_assignments_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  constraint pack_assignments_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint pack_assignments_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id),
  constraint pack_assignments__target CHECK ((((scope = 'tenant'::text) AND (num_nonnulls(school_id, course_id) = 0)) OR ((scope = 'school'::text) AND (school_id IS NOT NULL) AND (course_id IS NULL)) OR ((scope = 'course'::text) AND (course_id IS NOT NULL) AND (school_id IS NULL)))),
  constraint pack_assignments_scope_check CHECK ((scope = ANY (ARRAY['tenant'::text, 'school'::text, 'course'::text])))
);
CREATE INDEX pack_assignments__course ON public.pack_assignments USING btree (tenant_id, course_id);
CREATE INDEX pack_assignments__created_by ON public.pack_assignments USING btree (tenant_id, created_by);
CREATE UNIQUE INDEX pack_assignments__in_force ON public.pack_assignments USING btree (tenant_id, scope, school_id, course_id) NULLS NOT DISTINCT WHERE (ended_at IS NULL);
CREATE INDEX pack_assignments__school ON public.pack_assignments USING btree (tenant_id, school_id);
alter table pack_assignments enable row level security;
alter table pack_assignments force row level security;
create policy tenant_isolation on pack_assignments using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on pack_assignments to homeroom_app;
grant delete, insert, select, update on pack_assignments to homeroom_job;

create table pack_freezes (
  tenant_id uuid not null,
  id uuid not null,
  academic_year_id uuid not null,
  pack_key text not null,
  pack_version integer not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  constraint pack_freezes_pkey PRIMARY KEY (tenant_id, id),
  constraint pack_freezes__year UNIQUE (tenant_id, academic_year_id),
  constraint pack_freezes_tenant_id_academic_year_id_fkey FOREIGN KEY (tenant_id, academic_year_id) REFERENCES academic_years(tenant_id, id),
  constraint pack_freezes_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  constraint pack_freezes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
);
CREATE INDEX pack_freezes__created_by ON public.pack_freezes USING btree (tenant_id, created_by);
alter table pack_freezes enable row level security;
alter table pack_freezes force row level security;
create policy tenant_isolation on pack_freezes using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on pack_freezes to homeroom_app;
grant delete, insert, select, update on pack_freezes to homeroom_job;

create table passkey_challenges (
  id uuid not null,
  challenge text not null,
  session_id uuid,
  purpose text not null,
  expires_at timestamp with time zone not null,
  constraint passkey_challenges_pkey PRIMARY KEY (id),
  constraint passkey_challenges_purpose_check CHECK ((purpose = ANY (ARRAY['register'::text, 'sign_in'::text])))
);
CREATE INDEX passkey_challenges__expires ON public.passkey_challenges USING btree (expires_at);
grant delete, insert, select, update on passkey_challenges to homeroom_app;
grant delete, insert, select, update on passkey_challenges to homeroom_job;

create table passkey_directory (
  credential_hash bytea not null,
  tenant_id uuid not null,
  user_id uuid not null,
  passkey_id uuid not null,
  constraint passkey_directory_pkey PRIMARY KEY (credential_hash),
  constraint passkey_directory_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
);
CREATE INDEX passkey_directory__user ON public.passkey_directory USING btree (tenant_id, user_id);
grant delete, insert, select, update on passkey_directory to homeroom_app;
grant delete, insert, select, update on passkey_directory to homeroom_job;

create table passkeys (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  name text not null,
  credential_id text not null,
  public_key bytea not null,
  sign_count bigint default 0 not null,
  transports text[] default '{}'::text[] not null,
  backed_up boolean default false not null,
  created_at timestamp with time zone default now() not null,
  last_used_at timestamp with time zone,
  constraint passkeys_pkey PRIMARY KEY (tenant_id, id),
  constraint passkeys__credential UNIQUE (tenant_id, credential_id),
  constraint passkeys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint passkeys_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id),
  constraint passkeys_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80)))
);
CREATE INDEX passkeys__user ON public.passkeys USING btree (tenant_id, user_id);
alter table passkeys enable row level security;
alter table passkeys force row level security;
create policy tenant_isolation on passkeys using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on passkeys to homeroom_app;
grant delete, insert, select, update on passkeys to homeroom_job;

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

create table person_keys (
  tenant_id uuid not null,
  user_id uuid not null,
  sealed_key text not null,
  created_at timestamp with time zone not null,
  constraint person_keys_pkey PRIMARY KEY (tenant_id, user_id),
  constraint person_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint person_keys_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id)
);
alter table person_keys enable row level security;
alter table person_keys force row level security;
create policy tenant_isolation on person_keys using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on person_keys to homeroom_app;
grant delete, insert, select, update on person_keys to homeroom_job;

create table pins (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  position integer not null,
  created_at timestamp with time zone not null,
  constraint pins_pkey PRIMARY KEY (tenant_id, id),
  constraint pins__subject UNIQUE (tenant_id, user_id, subject_type, subject_id),
  constraint pins_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint pins_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id),
  constraint pins_position_check CHECK ((("position" >= 0) AND ("position" <= 19))),
  constraint pins_subject_type_check CHECK ((subject_type = ANY (ARRAY['unit_plan'::text, 'course'::text])))
);
alter table pins enable row level security;
alter table pins force row level security;
create policy tenant_isolation on pins using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on pins to homeroom_app;
grant delete, insert, select, update on pins to homeroom_job;

create table placement_sections (
  tenant_id uuid not null,
  placement_id uuid not null,
  section_id uuid not null,
  constraint placement_sections_pkey PRIMARY KEY (tenant_id, placement_id, section_id),
  constraint placement_sections_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint placement_sections_tenant_id_placement_id_fkey FOREIGN KEY (tenant_id, placement_id) REFERENCES unit_placements(tenant_id, id) ON DELETE CASCADE,
  constraint placement_sections_tenant_id_section_id_fkey FOREIGN KEY (tenant_id, section_id) REFERENCES sections(tenant_id, id)
);
CREATE INDEX placement_sections__section ON public.placement_sections USING btree (tenant_id, section_id);
alter table placement_sections enable row level security;
alter table placement_sections force row level security;
create policy tenant_isolation on placement_sections using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on placement_sections to homeroom_app;
grant delete, insert, select, update on placement_sections to homeroom_job;

create table plan_bulk_actions (
  tenant_id uuid not null,
  id uuid not null,
  actor_id uuid not null,
  action text not null,
  created_at timestamp with time zone not null,
  results jsonb not null,
  constraint plan_bulk_actions_pkey PRIMARY KEY (tenant_id, id),
  constraint plan_bulk_actions_tenant_id_actor_id_fkey FOREIGN KEY (tenant_id, actor_id) REFERENCES users(tenant_id, id),
  constraint plan_bulk_actions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint plan_bulk_actions_action_check CHECK ((action = ANY (ARRAY['archive'::text, 'unarchive'::text, 'delete'::text, 'restore'::text, 'tag'::text, 'untag'::text, 'move'::text, 'share'::text])))
);
CREATE INDEX plan_bulk_actions__actor ON public.plan_bulk_actions USING btree (tenant_id, actor_id, created_at);
alter table plan_bulk_actions enable row level security;
alter table plan_bulk_actions force row level security;
create policy tenant_isolation on plan_bulk_actions using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on plan_bulk_actions to homeroom_app;
grant delete, insert, select, update on plan_bulk_actions to homeroom_job;

create table plan_collaborators (
  tenant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  user_id uuid,
  planning_context_id uuid,
  access text not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  constraint plan_collaborators_pkey PRIMARY KEY (tenant_id, id),
  constraint plan_collaborators__team UNIQUE (tenant_id, plan_id, planning_context_id),
  constraint plan_collaborators__user UNIQUE (tenant_id, plan_id, user_id),
  constraint plan_collaborators_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  constraint plan_collaborators_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint plan_collaborators_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plans(tenant_id, id) ON DELETE CASCADE,
  constraint plan_collaborators_tenant_id_planning_context_id_fkey FOREIGN KEY (tenant_id, planning_context_id) REFERENCES planning_contexts(tenant_id, id) ON DELETE CASCADE,
  constraint plan_collaborators_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id),
  constraint plan_collaborators__one_kind CHECK ((num_nonnulls(user_id, planning_context_id) = 1)),
  constraint plan_collaborators_access_check CHECK ((access = ANY (ARRAY['view'::text, 'comment'::text, 'edit'::text, 'manage'::text])))
);
CREATE INDEX plan_collaborators__created_by ON public.plan_collaborators USING btree (tenant_id, created_by);
CREATE INDEX plan_collaborators__of_team ON public.plan_collaborators USING btree (tenant_id, planning_context_id);
CREATE INDEX plan_collaborators__of_user ON public.plan_collaborators USING btree (tenant_id, user_id, plan_id);
alter table plan_collaborators enable row level security;
alter table plan_collaborators force row level security;
create policy tenant_isolation on plan_collaborators using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on plan_collaborators to homeroom_app;
grant delete, insert, select, update on plan_collaborators to homeroom_job;

create table plan_comments (
  tenant_id uuid not null,
  id uuid not null,
  thread_id uuid not null,
  author_id uuid not null,
  body text not null,
  mentioned_ids uuid[] default '{}'::uuid[] not null,
  created_at timestamp with time zone not null,
  edited_at timestamp with time zone,
  lock_version integer default 0 not null,
  constraint plan_comments_pkey PRIMARY KEY (tenant_id, id),
  constraint plan_comments_tenant_id_author_id_fkey FOREIGN KEY (tenant_id, author_id) REFERENCES users(tenant_id, id),
  constraint plan_comments_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint plan_comments_tenant_id_thread_id_fkey FOREIGN KEY (tenant_id, thread_id) REFERENCES comment_threads(tenant_id, id) ON DELETE CASCADE,
  constraint plan_comments_body_check CHECK (((length(body) >= 1) AND (length(body) <= 5000)))
);
CREATE INDEX plan_comments__author ON public.plan_comments USING btree (tenant_id, author_id, created_at);
CREATE INDEX plan_comments__thread ON public.plan_comments USING btree (tenant_id, thread_id, created_at, id);
alter table plan_comments enable row level security;
alter table plan_comments force row level security;
create policy tenant_isolation on plan_comments using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on plan_comments to homeroom_app;
grant delete, insert, select, update on plan_comments to homeroom_job;

create table plan_draft_edits (
  tenant_id uuid not null,
  plan_id uuid not null,
  revision integer not null,
  change_id uuid not null,
  editor_id uuid not null,
  edited_at timestamp with time zone not null,
  paths text[] not null,
  section_key text,
  changes_digest text,
  constraint plan_draft_edits_pkey PRIMARY KEY (tenant_id, plan_id, revision),
  constraint plan_draft_edits__change UNIQUE (tenant_id, plan_id, change_id),
  constraint plan_draft_edits_tenant_id_editor_id_fkey FOREIGN KEY (tenant_id, editor_id) REFERENCES users(tenant_id, id),
  constraint plan_draft_edits_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint plan_draft_edits_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plans(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX plan_draft_edits__editor ON public.plan_draft_edits USING btree (tenant_id, editor_id);
alter table plan_draft_edits enable row level security;
alter table plan_draft_edits force row level security;
create policy tenant_isolation on plan_draft_edits using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on plan_draft_edits to homeroom_app;
grant delete, insert, select, update on plan_draft_edits to homeroom_job;

create table plan_drafts (
  tenant_id uuid not null,
  plan_id uuid not null,
  content jsonb default '{}'::jsonb not null,
  revision integer default 0 not null,
  last_editor_id uuid not null,
  last_edited_at timestamp with time zone not null,
  version_revision integer default 0 not null,
  constraint plan_drafts_pkey PRIMARY KEY (tenant_id, plan_id),
  constraint plan_drafts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint plan_drafts_tenant_id_last_editor_id_fkey FOREIGN KEY (tenant_id, last_editor_id) REFERENCES users(tenant_id, id),
  constraint plan_drafts_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plans(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX plan_drafts__edited ON public.plan_drafts USING btree (tenant_id, last_edited_at);
CREATE INDEX plan_drafts__last_editor ON public.plan_drafts USING btree (tenant_id, last_editor_id);
CREATE INDEX plan_drafts__quiet ON public.plan_drafts USING btree (tenant_id, last_edited_at) WHERE (revision > version_revision);
alter table plan_drafts enable row level security;
alter table plan_drafts force row level security;
create policy tenant_isolation on plan_drafts using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on plan_drafts to homeroom_app;
grant delete, insert, select, update on plan_drafts to homeroom_job;

create table plan_exports (
  tenant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  requested_by uuid not null,
  format text not null,
  options jsonb not null,
  request_hash bytea not null,
  state text default 'waiting'::text not null,
  storage_key text,
  file_name text,
  content_type text,
  size_bytes bigint,
  reason text,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  expires_at timestamp with time zone not null,
  constraint plan_exports_pkey PRIMARY KEY (tenant_id, id),
  constraint plan_exports_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint plan_exports_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plans(tenant_id, id) ON DELETE CASCADE,
  constraint plan_exports_tenant_id_requested_by_fkey FOREIGN KEY (tenant_id, requested_by) REFERENCES users(tenant_id, id),
  constraint plan_exports_format_check CHECK ((format = ANY (ARRAY['pdf'::text, 'docx'::text, 'markdown'::text, 'json'::text]))),
  constraint plan_exports_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'ready'::text, 'failed'::text, 'expired'::text])))
);
CREATE INDEX plan_exports__expiry ON public.plan_exports USING btree (tenant_id, expires_at) WHERE (state <> 'expired'::text);
CREATE INDEX plan_exports__plan ON public.plan_exports USING btree (tenant_id, plan_id);
CREATE INDEX plan_exports__requested ON public.plan_exports USING btree (tenant_id, requested_by, request_hash, created_at);
alter table plan_exports enable row level security;
alter table plan_exports force row level security;
create policy tenant_isolation on plan_exports using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on plan_exports to homeroom_app;
grant delete, insert, select, update on plan_exports to homeroom_job;

create table plan_improvements (
  tenant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  session_id uuid not null,
  lesson_title text not null,
  taught_on date not null,
  note text not null,
  done_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint plan_improvements_pkey PRIMARY KEY (tenant_id, id),
  constraint plan_improvements_tenant_id_plan_id_session_id_key UNIQUE (tenant_id, plan_id, session_id),
  constraint plan_improvements_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint plan_improvements_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plans(tenant_id, id) ON DELETE CASCADE,
  constraint plan_improvements_tenant_id_session_id_fkey FOREIGN KEY (tenant_id, session_id) REFERENCES lesson_sessions(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX plan_improvements__session ON public.plan_improvements USING btree (tenant_id, session_id);
alter table plan_improvements enable row level security;
alter table plan_improvements force row level security;
create policy tenant_isolation on plan_improvements using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on plan_improvements to homeroom_app;
grant delete, insert, select, update on plan_improvements to homeroom_job;

create table plan_kept_texts (
  tenant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  path text not null,
  label jsonb not null,
  value jsonb not null,
  reason text not null,
  created_at timestamp with time zone not null,
  constraint plan_kept_texts_pkey PRIMARY KEY (tenant_id, id),
  constraint plan_kept_texts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint plan_kept_texts_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plans(tenant_id, id) ON DELETE CASCADE,
  constraint plan_kept_texts_reason_check CHECK ((reason = ANY (ARRAY['push'::text, 'pack_move'::text])))
);
CREATE INDEX plan_kept_texts__plan ON public.plan_kept_texts USING btree (tenant_id, plan_id, id);
alter table plan_kept_texts enable row level security;
alter table plan_kept_texts force row level security;
create policy tenant_isolation on plan_kept_texts using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on plan_kept_texts to homeroom_app;
grant delete, insert, select, update on plan_kept_texts to homeroom_job;

create table plan_offers (
  tenant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  user_id uuid,
  planning_context_id uuid,
  school_id uuid,
  note text,
  offered_by uuid not null,
  created_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint plan_offers_pkey PRIMARY KEY (tenant_id, id),
  constraint plan_offers_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint plan_offers_tenant_id_offered_by_fkey FOREIGN KEY (tenant_id, offered_by) REFERENCES users(tenant_id, id),
  constraint plan_offers_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plans(tenant_id, id) ON DELETE CASCADE,
  constraint plan_offers_tenant_id_planning_context_id_fkey FOREIGN KEY (tenant_id, planning_context_id) REFERENCES planning_contexts(tenant_id, id) ON DELETE CASCADE,
  constraint plan_offers_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id),
  constraint plan_offers_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id),
  constraint plan_offers__one_kind CHECK ((num_nonnulls(user_id, planning_context_id, school_id) = 1)),
  constraint plan_offers_note_check CHECK ((length(note) <= 500))
);
CREATE INDEX plan_offers__offered_by ON public.plan_offers USING btree (tenant_id, offered_by);
CREATE INDEX plan_offers__plan ON public.plan_offers USING btree (tenant_id, plan_id);
CREATE INDEX plan_offers__school ON public.plan_offers USING btree (tenant_id, school_id);
CREATE INDEX plan_offers__team ON public.plan_offers USING btree (tenant_id, planning_context_id);
CREATE INDEX plan_offers__user ON public.plan_offers USING btree (tenant_id, user_id);
alter table plan_offers enable row level security;
alter table plan_offers force row level security;
create policy tenant_isolation on plan_offers using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on plan_offers to homeroom_app;
grant delete, insert, select, update on plan_offers to homeroom_job;

create table plan_package_imports (
  tenant_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  file_name text not null,
  title text,
  home text not null,
  school_id uuid,
  planning_context_id uuid,
  created_by uuid not null,
  may_add_frameworks boolean default false not null,
  may_add_packs boolean default false not null,
  state text default 'waiting'::text not null,
  counts jsonb,
  problems jsonb default '[]'::jsonb not null,
  errors_count integer default 0 not null,
  plan_ids uuid[] default '{}'::uuid[] not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint plan_package_imports_pkey PRIMARY KEY (tenant_id, id),
  constraint plan_package_imports_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  constraint plan_package_imports_tenant_id_file_id_fkey FOREIGN KEY (tenant_id, file_id) REFERENCES files(tenant_id, id),
  constraint plan_package_imports_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint plan_package_imports_tenant_id_planning_context_id_fkey FOREIGN KEY (tenant_id, planning_context_id) REFERENCES planning_contexts(tenant_id, id),
  constraint plan_package_imports_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id),
  constraint plan_package_imports_errors_count_check CHECK ((errors_count >= 0)),
  constraint plan_package_imports_home_check CHECK ((home = ANY (ARRAY['personal'::text, 'team'::text, 'school'::text, 'district'::text]))),
  constraint plan_package_imports_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'reading'::text, 'previewed'::text, 'applying'::text, 'applied'::text, 'failed'::text])))
);
CREATE INDEX plan_package_imports__created ON public.plan_package_imports USING btree (tenant_id, created_by, created_at);
CREATE INDEX plan_package_imports__file ON public.plan_package_imports USING btree (tenant_id, file_id);
CREATE INDEX plan_package_imports__school ON public.plan_package_imports USING btree (tenant_id, school_id);
CREATE INDEX plan_package_imports__team ON public.plan_package_imports USING btree (tenant_id, planning_context_id);
alter table plan_package_imports enable row level security;
alter table plan_package_imports force row level security;
create policy tenant_isolation on plan_package_imports using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on plan_package_imports to homeroom_app;
grant delete, insert, select, update on plan_package_imports to homeroom_job;

create table plan_publications (
  tenant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  version_id uuid not null,
  published_by uuid not null,
  published_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint plan_publications_pkey PRIMARY KEY (tenant_id, id),
  constraint plan_publications_tenant_id_ended_by_fkey FOREIGN KEY (tenant_id, ended_by) REFERENCES users(tenant_id, id),
  constraint plan_publications_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint plan_publications_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plans(tenant_id, id) ON DELETE CASCADE,
  constraint plan_publications_tenant_id_published_by_fkey FOREIGN KEY (tenant_id, published_by) REFERENCES users(tenant_id, id),
  constraint plan_publications_tenant_id_version_id_fkey FOREIGN KEY (tenant_id, version_id) REFERENCES plan_versions(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX plan_publications__ended_by ON public.plan_publications USING btree (tenant_id, ended_by);
CREATE INDEX plan_publications__plan ON public.plan_publications USING btree (tenant_id, plan_id, published_at);
CREATE INDEX plan_publications__published_by ON public.plan_publications USING btree (tenant_id, published_by);
CREATE INDEX plan_publications__version ON public.plan_publications USING btree (tenant_id, version_id);
alter table plan_publications enable row level security;
alter table plan_publications force row level security;
create policy tenant_isolation on plan_publications using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on plan_publications to homeroom_app;
grant delete, insert, select, update on plan_publications to homeroom_job;

create table plan_rollovers (
  tenant_id uuid not null,
  id uuid not null,
  from_course_id uuid not null,
  to_course_id uuid not null,
  copy_units boolean not null,
  placement_ids uuid[] not null,
  state text default 'waiting'::text not null,
  results jsonb default '{}'::jsonb not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint plan_rollovers_pkey PRIMARY KEY (tenant_id, id),
  constraint plan_rollovers_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  constraint plan_rollovers_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint plan_rollovers_tenant_id_from_course_id_fkey FOREIGN KEY (tenant_id, from_course_id) REFERENCES courses(tenant_id, id) ON DELETE CASCADE,
  constraint plan_rollovers_tenant_id_to_course_id_fkey FOREIGN KEY (tenant_id, to_course_id) REFERENCES courses(tenant_id, id) ON DELETE CASCADE,
  constraint plan_rollovers_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text])))
);
CREATE INDEX plan_rollovers__created_by ON public.plan_rollovers USING btree (tenant_id, created_by, created_at);
CREATE INDEX plan_rollovers__from_course ON public.plan_rollovers USING btree (tenant_id, from_course_id);
CREATE INDEX plan_rollovers__to_course ON public.plan_rollovers USING btree (tenant_id, to_course_id);
alter table plan_rollovers enable row level security;
alter table plan_rollovers force row level security;
create policy tenant_isolation on plan_rollovers using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on plan_rollovers to homeroom_app;
grant delete, insert, select, update on plan_rollovers to homeroom_job;

create table plan_set_exports (
  tenant_id uuid not null,
  id uuid not null,
  requested_by uuid not null,
  format text not null,
  title text not null,
  plan_ids uuid[] not null,
  resource_ids uuid[] default '{}'::uuid[] not null,
  framework_ids uuid[] default '{}'::uuid[] not null,
  options jsonb default '{}'::jsonb not null,
  state text default 'waiting'::text not null,
  done_count integer default 0 not null,
  total_count integer default 0 not null,
  left_out jsonb default '[]'::jsonb not null,
  storage_key text,
  file_name text,
  content_type text,
  size_bytes bigint,
  reason text,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  expires_at timestamp with time zone not null,
  constraint plan_set_exports_pkey PRIMARY KEY (tenant_id, id),
  constraint plan_set_exports_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint plan_set_exports_tenant_id_requested_by_fkey FOREIGN KEY (tenant_id, requested_by) REFERENCES users(tenant_id, id),
  constraint plan_set_exports_done_count_check CHECK ((done_count >= 0)),
  constraint plan_set_exports_format_check CHECK ((format = ANY (ARRAY['package'::text, 'pdf'::text, 'pdf_files'::text]))),
  constraint plan_set_exports_plan_ids_check CHECK (((cardinality(plan_ids) >= 1) AND (cardinality(plan_ids) <= 2000))),
  constraint plan_set_exports_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'ready'::text, 'failed'::text, 'expired'::text]))),
  constraint plan_set_exports_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  constraint plan_set_exports_total_count_check CHECK ((total_count >= 0))
);
CREATE INDEX plan_set_exports__expiry ON public.plan_set_exports USING btree (tenant_id, expires_at) WHERE (state <> 'expired'::text);
CREATE INDEX plan_set_exports__requested ON public.plan_set_exports USING btree (tenant_id, requested_by, created_at);
alter table plan_set_exports enable row level security;
alter table plan_set_exports force row level security;
create policy tenant_isolation on plan_set_exports using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on plan_set_exports to homeroom_app;
grant delete, insert, select, update on plan_set_exports to homeroom_job;

create table plan_version_alignments (
  tenant_id uuid not null,
  version_id uuid not null,
  standard_id uuid not null,
  plan_id uuid not null,
  emphasis text,
  constraint plan_version_alignments_pkey PRIMARY KEY (tenant_id, version_id, standard_id),
  constraint plan_version_alignments_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint plan_version_alignments_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plans(tenant_id, id) ON DELETE CASCADE,
  constraint plan_version_alignments_tenant_id_standard_id_fkey FOREIGN KEY (tenant_id, standard_id) REFERENCES standards(tenant_id, id),
  constraint plan_version_alignments_tenant_id_version_id_fkey FOREIGN KEY (tenant_id, version_id) REFERENCES plan_versions(tenant_id, id) ON DELETE CASCADE,
  constraint plan_version_alignments_emphasis_check CHECK ((emphasis = ANY (ARRAY['introduced'::text, 'developed'::text, 'mastered'::text, 'reviewed'::text])))
);
CREATE INDEX plan_version_alignments__plan ON public.plan_version_alignments USING btree (tenant_id, plan_id);
CREATE INDEX plan_version_alignments__standard ON public.plan_version_alignments USING btree (tenant_id, standard_id);
alter table plan_version_alignments enable row level security;
alter table plan_version_alignments force row level security;
create policy tenant_isolation on plan_version_alignments using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on plan_version_alignments to homeroom_app;
grant delete, insert, select, update on plan_version_alignments to homeroom_job;

create table plan_versions (
  tenant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  version_number integer not null,
  title text not null,
  content jsonb not null,
  alignments jsonb default '[]'::jsonb not null,
  resources jsonb default '[]'::jsonb not null,
  lessons jsonb default '[]'::jsonb not null,
  tags text[] default '{}'::text[] not null,
  duration_minutes integer,
  author_id uuid not null,
  change_note text,
  kind text not null,
  restored_from_version_id uuid,
  content_hash bytea not null,
  changed_fields_count integer default 0 not null,
  created_at timestamp with time zone not null,
  constraint plan_versions_pkey PRIMARY KEY (tenant_id, id),
  constraint plan_versions__number UNIQUE (tenant_id, plan_id, version_number),
  constraint plan_versions_tenant_id_author_id_fkey FOREIGN KEY (tenant_id, author_id) REFERENCES users(tenant_id, id),
  constraint plan_versions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint plan_versions_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plans(tenant_id, id) ON DELETE CASCADE,
  constraint plan_versions_tenant_id_restored_from_version_id_fkey FOREIGN KEY (tenant_id, restored_from_version_id) REFERENCES plan_versions(tenant_id, id),
  constraint plan_versions_change_note_check CHECK ((length(change_note) <= 500)),
  constraint plan_versions_kind_check CHECK ((kind = ANY (ARRAY['manual'::text, 'snapshot'::text, 'submit'::text, 'publish'::text, 'restore'::text, 'ai_apply'::text, 'import'::text, 'push'::text]))),
  constraint plan_versions_version_number_check CHECK ((version_number > 0))
);
CREATE INDEX plan_versions__author ON public.plan_versions USING btree (tenant_id, author_id);
CREATE INDEX plan_versions__restored_from ON public.plan_versions USING btree (tenant_id, restored_from_version_id);
alter table plan_versions enable row level security;
alter table plan_versions force row level security;
create policy tenant_isolation on plan_versions using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
CREATE TRIGGER plan_versions__immutable BEFORE DELETE OR UPDATE ON public.plan_versions FOR EACH ROW EXECUTE FUNCTION app.refuse_version_change();
grant delete, insert, select, update on plan_versions to homeroom_app;
grant delete, insert, select, update on plan_versions to homeroom_job;

create table plan_visits (
  tenant_id uuid not null,
  plan_id uuid not null,
  user_id uuid not null,
  seen_at timestamp with time zone not null,
  section_key text,
  constraint plan_visits_pkey PRIMARY KEY (tenant_id, plan_id, user_id),
  constraint plan_visits_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint plan_visits_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plans(tenant_id, id) ON DELETE CASCADE,
  constraint plan_visits_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id)
);
CREATE INDEX plan_visits__user ON public.plan_visits USING btree (tenant_id, user_id, seen_at);
alter table plan_visits enable row level security;
alter table plan_visits force row level security;
create policy tenant_isolation on plan_visits using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on plan_visits to homeroom_app;
grant delete, insert, select, update on plan_visits to homeroom_job;

create table planner_events (
  tenant_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  title text not null,
  color text,
  starts_on date,
  ends_on date,
  starts_at timestamp with time zone,
  ends_at timestamp with time zone,
  sequence integer default 0 not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  lock_version integer default 0 not null,
  constraint planner_events_pkey PRIMARY KEY (tenant_id, id),
  constraint planner_events_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint planner_events_tenant_id_owner_id_fkey FOREIGN KEY (tenant_id, owner_id) REFERENCES users(tenant_id, id),
  constraint planner_events__one_kind CHECK ((((num_nonnulls(starts_on, ends_on) = 2) AND (num_nonnulls(starts_at, ends_at) = 0) AND (ends_on >= starts_on)) OR ((num_nonnulls(starts_on, ends_on) = 0) AND (num_nonnulls(starts_at, ends_at) = 2) AND (ends_at >= starts_at)))),
  constraint planner_events_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);
CREATE INDEX planner_events__owner ON public.planner_events USING btree (tenant_id, owner_id, id);
alter table planner_events enable row level security;
alter table planner_events force row level security;
create policy tenant_isolation on planner_events using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on planner_events to homeroom_app;
grant delete, insert, select, update on planner_events to homeroom_job;

create table planner_packs (
  tenant_id uuid not null,
  id uuid not null,
  key text not null,
  version integer not null,
  school_id uuid,
  state text default 'draft'::text not null,
  definition jsonb not null,
  checksum bytea not null,
  based_on_key text not null,
  based_on_version integer not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  activated_at timestamp with time zone,
  lock_version integer default 0 not null,
  constraint planner_packs_pkey PRIMARY KEY (tenant_id, id),
  constraint planner_packs__version UNIQUE (tenant_id, key, version),
  constraint planner_packs_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  constraint planner_packs_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint planner_packs_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id),
  constraint planner_packs_key_check CHECK ((key ~ '^[a-z][a-z0-9_]{1,39}$'::text)),
  constraint planner_packs_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'active'::text, 'deprecated'::text]))),
  constraint planner_packs_version_check CHECK ((version > 0))
);
CREATE INDEX planner_packs__created_by ON public.planner_packs USING btree (tenant_id, created_by);
CREATE UNIQUE INDEX planner_packs__one_draft ON public.planner_packs USING btree (tenant_id, key) WHERE (state = 'draft'::text);
CREATE INDEX planner_packs__school ON public.planner_packs USING btree (tenant_id, school_id);
alter table planner_packs enable row level security;
alter table planner_packs force row level security;
create policy tenant_isolation on planner_packs using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on planner_packs to homeroom_app;
grant delete, insert, select, update on planner_packs to homeroom_job;

create table planning_context_courses (
  tenant_id uuid not null,
  planning_context_id uuid not null,
  course_id uuid not null,
  constraint planning_context_courses_pkey PRIMARY KEY (tenant_id, planning_context_id, course_id),
  constraint planning_context_courses_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint planning_context_courses_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint planning_context_courses_tenant_id_planning_context_id_fkey FOREIGN KEY (tenant_id, planning_context_id) REFERENCES planning_contexts(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX planning_context_courses__course ON public.planning_context_courses USING btree (tenant_id, course_id);
alter table planning_context_courses enable row level security;
alter table planning_context_courses force row level security;
create policy tenant_isolation on planning_context_courses using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on planning_context_courses to homeroom_app;
grant delete, insert, select, update on planning_context_courses to homeroom_job;

create table planning_context_members (
  tenant_id uuid not null,
  planning_context_id uuid not null,
  user_id uuid not null,
  constraint planning_context_members_pkey PRIMARY KEY (tenant_id, planning_context_id, user_id),
  constraint planning_context_members_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint planning_context_members_tenant_id_planning_context_id_fkey FOREIGN KEY (tenant_id, planning_context_id) REFERENCES planning_contexts(tenant_id, id) ON DELETE CASCADE,
  constraint planning_context_members_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id)
);
CREATE INDEX planning_context_members__user ON public.planning_context_members USING btree (tenant_id, user_id);
alter table planning_context_members enable row level security;
alter table planning_context_members force row level security;
create policy tenant_isolation on planning_context_members using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on planning_context_members to homeroom_app;
grant delete, insert, select, update on planning_context_members to homeroom_job;

create table planning_contexts (
  tenant_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  academic_year_id uuid not null,
  kind text not null,
  name text not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  lock_version integer default 0 not null,
  constraint planning_contexts_pkey PRIMARY KEY (tenant_id, id),
  constraint planning_contexts_tenant_id_academic_year_id_fkey FOREIGN KEY (tenant_id, academic_year_id) REFERENCES academic_years(tenant_id, id),
  constraint planning_contexts_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  constraint planning_contexts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint planning_contexts_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id),
  constraint planning_contexts_kind_check CHECK ((kind = ANY (ARRAY['course'::text, 'grade_team'::text, 'interdisciplinary'::text, 'programme'::text, 'school_wide'::text]))),
  constraint planning_contexts_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
);
CREATE INDEX planning_contexts__created_by ON public.planning_contexts USING btree (tenant_id, created_by);
CREATE INDEX planning_contexts__school ON public.planning_contexts USING btree (tenant_id, school_id, name, id);
CREATE INDEX planning_contexts__year ON public.planning_contexts USING btree (tenant_id, academic_year_id);
alter table planning_contexts enable row level security;
alter table planning_contexts force row level security;
create policy tenant_isolation on planning_contexts using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on planning_contexts to homeroom_app;
grant delete, insert, select, update on planning_contexts to homeroom_job;

create table plans (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  title text not null,
  school_id uuid,
  owner_id uuid not null,
  home text default 'personal'::text not null,
  subjects text[] default '{}'::text[] not null,
  grade_levels text[] default '{}'::text[] not null,
  planning_context_id uuid,
  academic_year_id uuid,
  pack_key text not null,
  pack_version integer not null,
  schema_key text not null,
  state text default 'draft'::text not null,
  current_version_id uuid,
  published_version_id uuid,
  template_version_id uuid,
  source_plan_id uuid,
  source_version_id uuid,
  locked_paths jsonb default '[]'::jsonb not null,
  tags text[] default '{}'::text[] not null,
  language text default 'en'::text not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  deleted_by uuid,
  lock_version integer default 0 not null,
  unit_plan_id uuid,
  course_id uuid,
  position integer,
  duration_minutes integer,
  level text,
  plan_kind text,
  description text,
  suggested_weeks integer,
  document_type text,
  constraint plans_pkey PRIMARY KEY (tenant_id, id),
  constraint plans_tenant_id_academic_year_id_fkey FOREIGN KEY (tenant_id, academic_year_id) REFERENCES academic_years(tenant_id, id),
  constraint plans_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint plans_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  constraint plans_tenant_id_deleted_by_fkey FOREIGN KEY (tenant_id, deleted_by) REFERENCES users(tenant_id, id),
  constraint plans_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint plans_tenant_id_owner_id_fkey FOREIGN KEY (tenant_id, owner_id) REFERENCES users(tenant_id, id),
  constraint plans_tenant_id_planning_context_id_fkey FOREIGN KEY (tenant_id, planning_context_id) REFERENCES planning_contexts(tenant_id, id),
  constraint plans_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id),
  constraint plans_tenant_id_source_plan_id_fkey FOREIGN KEY (tenant_id, source_plan_id) REFERENCES plans(tenant_id, id),
  constraint plans_tenant_id_unit_plan_id_fkey FOREIGN KEY (tenant_id, unit_plan_id) REFERENCES plans(tenant_id, id),
  constraint plans__document_columns CHECK (((kind = 'document'::text) = (document_type IS NOT NULL))),
  constraint plans__lesson_columns CHECK (((kind = 'lesson'::text) OR (num_nonnulls(unit_plan_id, "position") = 0))),
  constraint plans__template_columns CHECK (((kind = 'template'::text) = (level IS NOT NULL))),
  constraint plans_duration_minutes_check CHECK (((duration_minutes >= 1) AND (duration_minutes <= 600))),
  constraint plans_home_check CHECK ((home = ANY (ARRAY['personal'::text, 'team'::text, 'school'::text, 'district'::text]))),
  constraint plans_kind_check CHECK ((kind = ANY (ARRAY['unit'::text, 'lesson'::text, 'template'::text, 'document'::text]))),
  constraint plans_level_check CHECK ((level = ANY (ARRAY['personal'::text, 'school'::text, 'district'::text]))),
  constraint plans_plan_kind_check CHECK ((plan_kind = ANY (ARRAY['unit'::text, 'lesson'::text]))),
  constraint plans_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'approved'::text, 'returned'::text, 'published'::text, 'archived'::text]))),
  constraint plans_suggested_weeks_check CHECK (((suggested_weeks >= 1) AND (suggested_weeks <= 60))),
  constraint plans_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);
CREATE INDEX plans__bin ON public.plans USING btree (tenant_id, deleted_at) WHERE (deleted_at IS NOT NULL);
CREATE INDEX plans__context ON public.plans USING btree (tenant_id, planning_context_id);
CREATE INDEX plans__course ON public.plans USING btree (tenant_id, course_id);
CREATE INDEX plans__created_by ON public.plans USING btree (tenant_id, created_by);
CREATE INDEX plans__deleted_by ON public.plans USING btree (tenant_id, deleted_by);
CREATE INDEX plans__owner ON public.plans USING btree (tenant_id, owner_id);
CREATE INDEX plans__school ON public.plans USING btree (tenant_id, school_id);
CREATE INDEX plans__source ON public.plans USING btree (tenant_id, source_plan_id);
CREATE INDEX plans__template_version ON public.plans USING btree (tenant_id, template_version_id);
CREATE INDEX plans__title ON public.plans USING btree (tenant_id, kind, title, id) WHERE (deleted_at IS NULL);
CREATE INDEX plans__unit ON public.plans USING btree (tenant_id, unit_plan_id, "position");
CREATE INDEX plans__updated ON public.plans USING btree (tenant_id, kind, updated_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX plans__year ON public.plans USING btree (tenant_id, academic_year_id);
alter table plans enable row level security;
alter table plans force row level security;
create policy tenant_isolation on plans using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on plans to homeroom_app;
grant delete, insert, select, update on plans to homeroom_job;

create table proficiency_scales (
  tenant_id uuid not null,
  id uuid not null,
  scope text not null,
  school_id uuid,
  course_id uuid,
  name text not null,
  levels jsonb not null,
  method jsonb not null,
  mastery_at numeric(12,4) not null,
  least_assessed_percent numeric(6,3) default 50 not null,
  conversion jsonb,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  lock_version integer default 0 not null,
  constraint proficiency_scales_pkey PRIMARY KEY (tenant_id, id),
  constraint proficiency_scales_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint proficiency_scales_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint proficiency_scales_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id),
  constraint proficiency_scales__place CHECK ((((scope = 'tenant'::text) AND (school_id IS NULL) AND (course_id IS NULL)) OR ((scope = 'school'::text) AND (school_id IS NOT NULL) AND (course_id IS NULL)) OR ((scope = 'course'::text) AND (school_id IS NULL) AND (course_id IS NOT NULL)))),
  constraint proficiency_scales_least_assessed_percent_check CHECK (((least_assessed_percent >= (0)::numeric) AND (least_assessed_percent <= (100)::numeric))),
  constraint proficiency_scales_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint proficiency_scales_scope_check CHECK ((scope = ANY (ARRAY['tenant'::text, 'school'::text, 'course'::text])))
);
CREATE INDEX proficiency_scales__course ON public.proficiency_scales USING btree (tenant_id, course_id);
CREATE UNIQUE INDEX proficiency_scales__one ON public.proficiency_scales USING btree (tenant_id, scope, school_id, course_id) NULLS NOT DISTINCT;
CREATE INDEX proficiency_scales__school ON public.proficiency_scales USING btree (tenant_id, school_id);
alter table proficiency_scales enable row level security;
alter table proficiency_scales force row level security;
create policy tenant_isolation on proficiency_scales using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on proficiency_scales to homeroom_app;
grant delete, insert, select, update on proficiency_scales to homeroom_job;

create table recovery_codes (
  tenant_id uuid not null,
  user_id uuid not null,
  code_hash bytea not null,
  used_at timestamp with time zone,
  constraint recovery_codes_pkey PRIMARY KEY (tenant_id, user_id, code_hash),
  constraint recovery_codes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint recovery_codes_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id)
);
alter table recovery_codes enable row level security;
alter table recovery_codes force row level security;
create policy tenant_isolation on recovery_codes using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on recovery_codes to homeroom_app;
grant delete, insert, select, update on recovery_codes to homeroom_job;

create table resource_attachments (
  tenant_id uuid not null,
  id uuid not null,
  resource_id uuid not null,
  target_type text not null,
  target_id uuid not null,
  path text default ''::text not null,
  caption text default ''::text not null,
  position integer not null,
  audience text default 'teacher'::text not null,
  pinned_version_id uuid,
  opens_for_readers boolean default true not null,
  created_by uuid,
  created_at timestamp with time zone not null,
  constraint resource_attachments_pkey PRIMARY KEY (tenant_id, id),
  constraint resource_attachments__place UNIQUE (tenant_id, target_id, target_type, path, resource_id),
  constraint resource_attachments_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  constraint resource_attachments_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint resource_attachments_tenant_id_pinned_version_id_fkey FOREIGN KEY (tenant_id, pinned_version_id) REFERENCES resource_versions(tenant_id, id),
  constraint resource_attachments_tenant_id_resource_id_fkey FOREIGN KEY (tenant_id, resource_id) REFERENCES resources(tenant_id, id),
  constraint resource_attachments_audience_check CHECK ((audience = ANY (ARRAY['teacher'::text, 'student'::text]))),
  constraint resource_attachments_caption_check CHECK ((length(caption) <= 500)),
  constraint resource_attachments_path_check CHECK ((length(path) <= 300)),
  constraint resource_attachments_target_type_check CHECK ((target_type = ANY (ARRAY['unit_plan'::text, 'lesson_plan'::text, 'template'::text, 'curriculum_document'::text, 'assignment'::text, 'module'::text, 'course'::text, 'discussion'::text, 'quiz'::text, 'announcement'::text])))
);
CREATE INDEX resource_attachments__created_by ON public.resource_attachments USING btree (tenant_id, created_by);
CREATE INDEX resource_attachments__pinned ON public.resource_attachments USING btree (tenant_id, pinned_version_id);
CREATE INDEX resource_attachments__resource ON public.resource_attachments USING btree (tenant_id, resource_id);
alter table resource_attachments enable row level security;
alter table resource_attachments force row level security;
create policy tenant_isolation on resource_attachments using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on resource_attachments to homeroom_app;
grant delete, insert, select, update on resource_attachments to homeroom_job;

create table resource_folders (
  tenant_id uuid not null,
  id uuid not null,
  parent_id uuid,
  name text not null,
  name_normalized text not null,
  scope text not null,
  owner_id uuid not null,
  planning_context_id uuid,
  school_id uuid,
  siblings_key text not null,
  ancestor_ids uuid[] default '{}'::uuid[] not null,
  colour text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  deleted_by uuid,
  lock_version integer default 0 not null,
  constraint resource_folders_pkey PRIMARY KEY (tenant_id, id),
  constraint resource_folders_tenant_id_deleted_by_fkey FOREIGN KEY (tenant_id, deleted_by) REFERENCES users(tenant_id, id),
  constraint resource_folders_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint resource_folders_tenant_id_owner_id_fkey FOREIGN KEY (tenant_id, owner_id) REFERENCES users(tenant_id, id),
  constraint resource_folders_tenant_id_parent_id_fkey FOREIGN KEY (tenant_id, parent_id) REFERENCES resource_folders(tenant_id, id),
  constraint resource_folders_tenant_id_planning_context_id_fkey FOREIGN KEY (tenant_id, planning_context_id) REFERENCES planning_contexts(tenant_id, id),
  constraint resource_folders_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id),
  constraint resource_folders__not_own_parent CHECK ((parent_id <> id)),
  constraint resource_folders__school CHECK (((scope <> 'school'::text) OR (school_id IS NOT NULL))),
  constraint resource_folders__team CHECK (((scope <> 'team'::text) OR (planning_context_id IS NOT NULL))),
  constraint resource_folders_ancestor_ids_check CHECK ((cardinality(ancestor_ids) <= 7)),
  constraint resource_folders_colour_check CHECK ((colour = ANY (ARRAY['red'::text, 'orange'::text, 'yellow'::text, 'green'::text, 'teal'::text, 'blue'::text, 'purple'::text, 'pink'::text]))),
  constraint resource_folders_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint resource_folders_scope_check CHECK ((scope = ANY (ARRAY['personal'::text, 'team'::text, 'school'::text, 'tenant'::text])))
);
CREATE INDEX resource_folders__deleted_by ON public.resource_folders USING btree (tenant_id, deleted_by);
CREATE UNIQUE INDEX resource_folders__name ON public.resource_folders USING btree (tenant_id, siblings_key, name_normalized) WHERE (deleted_at IS NULL);
CREATE INDEX resource_folders__owner ON public.resource_folders USING btree (tenant_id, owner_id);
CREATE INDEX resource_folders__parent ON public.resource_folders USING btree (tenant_id, parent_id);
CREATE INDEX resource_folders__school ON public.resource_folders USING btree (tenant_id, school_id);
CREATE INDEX resource_folders__team ON public.resource_folders USING btree (tenant_id, planning_context_id);
alter table resource_folders enable row level security;
alter table resource_folders force row level security;
create policy tenant_isolation on resource_folders using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on resource_folders to homeroom_app;
grant delete, insert, select, update on resource_folders to homeroom_job;

create table resource_versions (
  tenant_id uuid not null,
  id uuid not null,
  resource_id uuid not null,
  version_number integer not null,
  file_id uuid not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  constraint resource_versions_pkey PRIMARY KEY (tenant_id, id),
  constraint resource_versions__number UNIQUE (tenant_id, resource_id, version_number),
  constraint resource_versions_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  constraint resource_versions_tenant_id_file_id_fkey FOREIGN KEY (tenant_id, file_id) REFERENCES files(tenant_id, id),
  constraint resource_versions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint resource_versions_tenant_id_resource_id_fkey FOREIGN KEY (tenant_id, resource_id) REFERENCES resources(tenant_id, id) ON DELETE CASCADE,
  constraint resource_versions_version_number_check CHECK ((version_number > 0))
);
CREATE INDEX resource_versions__created_by ON public.resource_versions USING btree (tenant_id, created_by);
CREATE INDEX resource_versions__file ON public.resource_versions USING btree (tenant_id, file_id);
alter table resource_versions enable row level security;
alter table resource_versions force row level security;
create policy tenant_isolation on resource_versions using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on resource_versions to homeroom_app;
grant delete, insert, select, update on resource_versions to homeroom_job;

create table resources (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  title text not null,
  description text default ''::text not null,
  folder_id uuid,
  owner_id uuid not null,
  visibility text default 'private'::text not null,
  planning_context_id uuid,
  school_id uuid,
  tags text[] default '{}'::text[] not null,
  current_version_id uuid,
  content_type text,
  size_bytes bigint,
  sha256 bytea,
  drive_file_id text,
  url text,
  state text default 'active'::text not null,
  health text default 'unknown'::text not null,
  checked_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  deleted_by uuid,
  deleted_with_folder_id uuid,
  purged_at timestamp with time zone,
  lock_version integer default 0 not null,
  constraint resources_pkey PRIMARY KEY (tenant_id, id),
  constraint resources_tenant_id_deleted_by_fkey FOREIGN KEY (tenant_id, deleted_by) REFERENCES users(tenant_id, id),
  constraint resources_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint resources_tenant_id_folder_id_fkey FOREIGN KEY (tenant_id, folder_id) REFERENCES resource_folders(tenant_id, id),
  constraint resources_tenant_id_owner_id_fkey FOREIGN KEY (tenant_id, owner_id) REFERENCES users(tenant_id, id),
  constraint resources_tenant_id_planning_context_id_fkey FOREIGN KEY (tenant_id, planning_context_id) REFERENCES planning_contexts(tenant_id, id),
  constraint resources_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id),
  constraint resources__drive_file CHECK (((kind <> 'drive_file'::text) OR (drive_file_id IS NOT NULL))),
  constraint resources__link CHECK (((kind <> 'link'::text) OR (url IS NOT NULL))),
  constraint resources__school CHECK (((visibility <> 'school'::text) OR (school_id IS NOT NULL))),
  constraint resources__team CHECK (((visibility <> 'team'::text) OR (planning_context_id IS NOT NULL))),
  constraint resources_description_check CHECK ((length(description) <= 2000)),
  constraint resources_health_check CHECK ((health = ANY (ARRAY['ok'::text, 'unreachable'::text, 'forbidden'::text, 'unknown'::text]))),
  constraint resources_kind_check CHECK ((kind = ANY (ARRAY['file'::text, 'drive_file'::text, 'link'::text]))),
  constraint resources_state_check CHECK ((state = ANY (ARRAY['active'::text, 'archived'::text]))),
  constraint resources_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  constraint resources_url_check CHECK ((length(url) <= 2000)),
  constraint resources_visibility_check CHECK ((visibility = ANY (ARRAY['private'::text, 'team'::text, 'school'::text, 'tenant'::text])))
);
CREATE INDEX resources__bin ON public.resources USING btree (tenant_id, deleted_at) WHERE (deleted_at IS NOT NULL);
CREATE INDEX resources__deleted_by ON public.resources USING btree (tenant_id, deleted_by);
CREATE INDEX resources__folder ON public.resources USING btree (tenant_id, folder_id);
CREATE INDEX resources__owner ON public.resources USING btree (tenant_id, owner_id);
CREATE INDEX resources__school ON public.resources USING btree (tenant_id, school_id);
CREATE INDEX resources__tags ON public.resources USING gin (tenant_id, tags);
CREATE INDEX resources__team ON public.resources USING btree (tenant_id, planning_context_id);
CREATE INDEX resources__title ON public.resources USING btree (tenant_id, title, id) WHERE (deleted_at IS NULL);
CREATE INDEX resources__to_check ON public.resources USING btree (tenant_id, checked_at) WHERE ((kind = 'link'::text) AND (deleted_at IS NULL));
CREATE INDEX resources__updated ON public.resources USING btree (tenant_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL);
alter table resources enable row level security;
alter table resources force row level security;
create policy tenant_isolation on resources using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on resources to homeroom_app;
grant delete, insert, select, update on resources to homeroom_job;

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

create table rubric_assessments (
  tenant_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  assignment_id uuid not null,
  student_id uuid not null,
  rubric_id uuid not null,
  kind text default 'staff'::text not null,
  attempt integer default 0 not null,
  assessor_id uuid not null,
  marks jsonb default '{}'::jsonb not null,
  is_accepted boolean default false not null,
  is_complete boolean default false not null,
  score numeric(12,4),
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  lock_version integer default 0 not null,
  constraint rubric_assessments_pkey PRIMARY KEY (tenant_id, id),
  constraint rubric_assessments__one UNIQUE (tenant_id, assignment_id, student_id, kind, attempt, rubric_id),
  constraint rubric_assessments_tenant_id_assessor_id_fkey FOREIGN KEY (tenant_id, assessor_id) REFERENCES users(tenant_id, id),
  constraint rubric_assessments_tenant_id_assignment_id_fkey FOREIGN KEY (tenant_id, assignment_id) REFERENCES assignments(tenant_id, id),
  constraint rubric_assessments_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint rubric_assessments_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint rubric_assessments_tenant_id_rubric_id_fkey FOREIGN KEY (tenant_id, rubric_id) REFERENCES rubrics(tenant_id, id),
  constraint rubric_assessments_tenant_id_student_id_fkey FOREIGN KEY (tenant_id, student_id) REFERENCES users(tenant_id, id),
  constraint rubric_assessments_attempt_check CHECK ((attempt >= 0)),
  constraint rubric_assessments_kind_check CHECK ((kind = ANY (ARRAY['staff'::text, 'self'::text])))
);
CREATE INDEX rubric_assessments__assessor ON public.rubric_assessments USING btree (tenant_id, assessor_id);
CREATE INDEX rubric_assessments__course ON public.rubric_assessments USING btree (tenant_id, course_id);
CREATE INDEX rubric_assessments__rubric ON public.rubric_assessments USING btree (tenant_id, rubric_id);
CREATE INDEX rubric_assessments__student ON public.rubric_assessments USING btree (tenant_id, student_id);
alter table rubric_assessments enable row level security;
alter table rubric_assessments force row level security;
create policy tenant_isolation on rubric_assessments using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on rubric_assessments to homeroom_app;
grant delete, insert, select, update on rubric_assessments to homeroom_job;

create table rubrics (
  tenant_id uuid not null,
  id uuid not null,
  scope text not null,
  owner_id uuid not null,
  course_id uuid,
  school_id uuid,
  title text not null,
  has_points boolean default true not null,
  state text default 'draft'::text not null,
  rubric_key uuid not null,
  version integer default 1 not null,
  criteria jsonb default '[]'::jsonb not null,
  used_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  lock_version integer default 0 not null,
  constraint rubrics_pkey PRIMARY KEY (tenant_id, id),
  constraint rubrics__version UNIQUE (tenant_id, rubric_key, version),
  constraint rubrics_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint rubrics_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint rubrics_tenant_id_owner_id_fkey FOREIGN KEY (tenant_id, owner_id) REFERENCES users(tenant_id, id),
  constraint rubrics_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id),
  constraint rubrics_scope_check CHECK ((scope = ANY (ARRAY['mine'::text, 'course'::text, 'school'::text, 'tenant'::text]))),
  constraint rubrics_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'archived'::text]))),
  constraint rubrics_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);
CREATE INDEX rubrics__course ON public.rubrics USING btree (tenant_id, course_id, title, id);
CREATE INDEX rubrics__owner ON public.rubrics USING btree (tenant_id, owner_id, title, id);
CREATE INDEX rubrics__school ON public.rubrics USING btree (tenant_id, school_id, title, id);
CREATE INDEX rubrics__scope ON public.rubrics USING btree (tenant_id, scope, title, id);
alter table rubrics enable row level security;
alter table rubrics force row level security;
create policy tenant_isolation on rubrics using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on rubrics to homeroom_app;
grant delete, insert, select, update on rubrics to homeroom_job;

create table saved_searches (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  name text not null,
  query jsonb not null,
  digest boolean default false not null,
  digest_sent_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  lock_version integer default 0 not null,
  constraint saved_searches_pkey PRIMARY KEY (tenant_id, id),
  constraint saved_searches__name UNIQUE (tenant_id, user_id, name),
  constraint saved_searches_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint saved_searches_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id),
  constraint saved_searches_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80)))
);
alter table saved_searches enable row level security;
alter table saved_searches force row level security;
create policy tenant_isolation on saved_searches using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on saved_searches to homeroom_app;
grant delete, insert, select, update on saved_searches to homeroom_job;

create table saved_views (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  page text not null,
  name text not null,
  filters jsonb default '{}'::jsonb not null,
  sort text,
  columns text[],
  shared_with_school_id uuid,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  lock_version integer default 0 not null,
  constraint saved_views_pkey PRIMARY KEY (tenant_id, id),
  constraint saved_views__name UNIQUE (tenant_id, user_id, page, name),
  constraint saved_views_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint saved_views_tenant_id_shared_with_school_id_fkey FOREIGN KEY (tenant_id, shared_with_school_id) REFERENCES schools(tenant_id, id),
  constraint saved_views_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id),
  constraint saved_views_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint saved_views_page_check CHECK ((page ~ '^/[a-z/-]{1,80}$'::text)),
  constraint saved_views_sort_check CHECK (((length(sort) >= 1) AND (length(sort) <= 60)))
);
CREATE INDEX saved_views__school ON public.saved_views USING btree (tenant_id, shared_with_school_id);
alter table saved_views enable row level security;
alter table saved_views force row level security;
create policy tenant_isolation on saved_views using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on saved_views to homeroom_app;
grant delete, insert, select, update on saved_views to homeroom_job;

create table schedule_changes (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  course_id uuid,
  actor_id uuid not null,
  changes jsonb not null,
  created_at timestamp with time zone not null,
  undo_until_at timestamp with time zone not null,
  undone_at timestamp with time zone,
  constraint schedule_changes_pkey PRIMARY KEY (tenant_id, id),
  constraint schedule_changes_tenant_id_actor_id_fkey FOREIGN KEY (tenant_id, actor_id) REFERENCES users(tenant_id, id),
  constraint schedule_changes_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint schedule_changes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint schedule_changes_kind_check CHECK ((kind = ANY (ARRAY['bump'::text, 'move'::text, 'snow_day'::text, 'holiday'::text, 'adopt'::text])))
);
CREATE INDEX schedule_changes__actor ON public.schedule_changes USING btree (tenant_id, actor_id, created_at);
CREATE INDEX schedule_changes__course ON public.schedule_changes USING btree (tenant_id, course_id);
CREATE INDEX schedule_changes__created ON public.schedule_changes USING btree (tenant_id, created_at);
alter table schedule_changes enable row level security;
alter table schedule_changes force row level security;
create policy tenant_isolation on schedule_changes using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on schedule_changes to homeroom_app;
grant delete, insert, select, update on schedule_changes to homeroom_job;

create table school_calendars (
  tenant_id uuid not null,
  school_id uuid not null,
  academic_year_id uuid not null,
  weekdays integer[] default '{1,2,3,4,5}'::integer[] not null,
  rotation_days text[] default '{}'::text[] not null,
  rotation_on_day_off text default 'keep'::text not null,
  rotation_starts_on date,
  updated_at timestamp with time zone not null,
  lock_version integer default 0 not null,
  constraint school_calendars_pkey PRIMARY KEY (tenant_id, school_id, academic_year_id),
  constraint school_calendars_tenant_id_academic_year_id_fkey FOREIGN KEY (tenant_id, academic_year_id) REFERENCES academic_years(tenant_id, id),
  constraint school_calendars_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint school_calendars_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id),
  constraint school_calendars_rotation_on_day_off_check CHECK ((rotation_on_day_off = ANY (ARRAY['keep'::text, 'advance'::text])))
);
CREATE INDEX school_calendars__year ON public.school_calendars USING btree (tenant_id, academic_year_id);
alter table school_calendars enable row level security;
alter table school_calendars force row level security;
create policy tenant_isolation on school_calendars using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on school_calendars to homeroom_app;
grant delete, insert, select, update on school_calendars to homeroom_job;

create table school_days (
  tenant_id uuid not null,
  school_id uuid not null,
  day_on date not null,
  is_instructional boolean default true not null,
  rotation_day text,
  bell_schedule text default 'normal'::text not null,
  note text,
  opens_at time without time zone,
  closes_at time without time zone,
  constraint school_days_pkey PRIMARY KEY (tenant_id, school_id, day_on),
  constraint school_days_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint school_days_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id)
);
alter table school_days enable row level security;
alter table school_days force row level security;
create policy tenant_isolation on school_days using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on school_days to homeroom_app;
grant delete, insert, select, update on school_days to homeroom_job;

create table school_grading (
  tenant_id uuid not null,
  school_id uuid not null,
  year_grade text default 'items'::text not null,
  updated_at timestamp with time zone not null,
  lock_version integer default 0 not null,
  constraint school_grading_pkey PRIMARY KEY (tenant_id, school_id),
  constraint school_grading_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint school_grading_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id),
  constraint school_grading_year_grade_check CHECK ((year_grade = ANY (ARRAY['items'::text, 'periods'::text])))
);
alter table school_grading enable row level security;
alter table school_grading force row level security;
create policy tenant_isolation on school_grading using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on school_grading to homeroom_app;
grant delete, insert, select, update on school_grading to homeroom_job;

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
  first_weekday integer,
  constraint schools_pkey PRIMARY KEY (tenant_id, id),
  constraint schools__code UNIQUE (tenant_id, code_normalized),
  constraint schools_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint schools_first_weekday_check CHECK (((first_weekday >= 0) AND (first_weekday <= 6))),
  constraint schools_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint schools_state_check CHECK ((state = ANY (ARRAY['active'::text, 'archived'::text])))
);
CREATE INDEX schools__name ON public.schools USING btree (tenant_id, name, id);
alter table schools enable row level security;
alter table schools force row level security;
create policy tenant_isolation on schools using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on schools to homeroom_app;
grant delete, insert, select, update on schools to homeroom_job;

create table search_documents (
  tenant_id uuid not null,
  kind text not null,
  record_id uuid not null,
  title text not null,
  title_folded text not null,
  code text,
  code_folded text,
  detail text default ''::text not null,
  body text default ''::text not null,
  language text default 'en'::text not null,
  title_words tsvector not null,
  all_words tsvector not null,
  subjects text[] default '{}'::text[] not null,
  grade_levels text[] default '{}'::text[] not null,
  state text,
  tags text[] default '{}'::text[] not null,
  school_id uuid,
  owner_id uuid,
  academic_year_id uuid,
  framework_id uuid,
  course_id uuid,
  record_updated_at timestamp with time zone not null,
  indexed_at timestamp with time zone not null,
  constraint search_documents_pkey PRIMARY KEY (tenant_id, kind, record_id),
  constraint search_documents_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint search_documents_kind_check CHECK ((kind = ANY (ARRAY['unit'::text, 'lesson'::text, 'template'::text, 'document'::text, 'standard'::text, 'resource'::text, 'course'::text, 'assignment'::text, 'announcement'::text])))
);
CREATE INDEX search_documents__code ON public.search_documents USING btree (tenant_id, code_folded text_pattern_ops) WHERE (code_folded IS NOT NULL);
CREATE INDEX search_documents__time ON public.search_documents USING btree (tenant_id, record_updated_at DESC);
CREATE INDEX search_documents__title ON public.search_documents USING gin (tenant_id, title_folded extensions.gin_trgm_ops);
CREATE INDEX search_documents__title_words ON public.search_documents USING gin (tenant_id, title_words);
CREATE INDEX search_documents__words ON public.search_documents USING gin (tenant_id, all_words);
alter table search_documents enable row level security;
alter table search_documents force row level security;
create policy tenant_isolation on search_documents using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on search_documents to homeroom_app;
grant delete, insert, select, update on search_documents to homeroom_job;

create table search_progress (
  tenant_id uuid not null,
  kind text not null,
  indexed_through_at timestamp with time zone not null,
  constraint search_progress_pkey PRIMARY KEY (tenant_id, kind),
  constraint search_progress_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
);
alter table search_progress enable row level security;
alter table search_progress force row level security;
create policy tenant_isolation on search_progress using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on search_progress to homeroom_app;
grant delete, insert, select, update on search_progress to homeroom_job;

create table section_meetings (
  tenant_id uuid not null,
  id uuid not null,
  section_id uuid not null,
  weekday integer,
  rotation_day text,
  starts_at time without time zone not null,
  ends_at time without time zone not null,
  location text,
  effective_from_on date,
  effective_to_on date,
  created_at timestamp with time zone not null,
  constraint section_meetings_pkey PRIMARY KEY (tenant_id, id),
  constraint section_meetings_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint section_meetings_tenant_id_section_id_fkey FOREIGN KEY (tenant_id, section_id) REFERENCES sections(tenant_id, id) ON DELETE CASCADE,
  constraint section_meetings__one_kind CHECK ((num_nonnulls(weekday, rotation_day) = 1)),
  constraint section_meetings_check CHECK ((ends_at > starts_at)),
  constraint section_meetings_weekday_check CHECK (((weekday >= 0) AND (weekday <= 6)))
);
CREATE INDEX section_meetings__section ON public.section_meetings USING btree (tenant_id, section_id);
alter table section_meetings enable row level security;
alter table section_meetings force row level security;
create policy tenant_isolation on section_meetings using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on section_meetings to homeroom_app;
grant delete, insert, select, update on section_meetings to homeroom_job;

create table section_terms (
  tenant_id uuid not null,
  section_id uuid not null,
  term_id uuid not null,
  constraint section_terms_pkey PRIMARY KEY (tenant_id, section_id, term_id),
  constraint section_terms_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint section_terms_tenant_id_section_id_fkey FOREIGN KEY (tenant_id, section_id) REFERENCES sections(tenant_id, id) ON DELETE CASCADE,
  constraint section_terms_tenant_id_term_id_fkey FOREIGN KEY (tenant_id, term_id) REFERENCES terms(tenant_id, id)
);
CREATE INDEX section_terms__term ON public.section_terms USING btree (tenant_id, term_id);
alter table section_terms enable row level security;
alter table section_terms force row level security;
create policy tenant_isolation on section_terms using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on section_terms to homeroom_app;
grant delete, insert, select, update on section_terms to homeroom_job;

create table sections (
  tenant_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  name text not null,
  code text default ''::text not null,
  capacity integer,
  state text default 'active'::text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  lock_version integer default 0 not null,
  constraint sections_pkey PRIMARY KEY (tenant_id, id),
  constraint sections_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint sections_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint sections_capacity_check CHECK ((capacity > 0)),
  constraint sections_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint sections_state_check CHECK ((state = ANY (ARRAY['active'::text, 'archived'::text])))
);
CREATE INDEX sections__course ON public.sections USING btree (tenant_id, course_id, name, id);
alter table sections enable row level security;
alter table sections force row level security;
create policy tenant_isolation on sections using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on sections to homeroom_app;
grant delete, insert, select, update on sections to homeroom_job;

create table service_account_owners (
  tenant_id uuid not null,
  service_user_id uuid not null,
  owner_user_id uuid not null,
  left_at timestamp with time zone,
  constraint service_account_owners_pkey PRIMARY KEY (tenant_id, service_user_id, owner_user_id),
  constraint service_account_owners_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint service_account_owners_tenant_id_owner_user_id_fkey FOREIGN KEY (tenant_id, owner_user_id) REFERENCES users(tenant_id, id),
  constraint service_account_owners_tenant_id_service_user_id_fkey FOREIGN KEY (tenant_id, service_user_id) REFERENCES users(tenant_id, id)
);
CREATE INDEX service_account_owners__owner ON public.service_account_owners USING btree (tenant_id, owner_user_id);
alter table service_account_owners enable row level security;
alter table service_account_owners force row level security;
create policy tenant_isolation on service_account_owners using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on service_account_owners to homeroom_app;
grant delete, insert, select, update on service_account_owners to homeroom_job;

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
  pending_step text,
  support_tenant_id uuid,
  constraint sessions_pkey PRIMARY KEY (tenant_id, id),
  constraint sessions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint sessions_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id),
  constraint sessions_method_check CHECK ((method = ANY (ARRAY['password'::text, 'passkey'::text, 'google'::text, 'saml'::text, 'code'::text, 'card'::text]))),
  constraint sessions_pending_step_check CHECK ((pending_step = ANY (ARRAY['second_factor'::text, 'enrol_factor'::text, 'new_password'::text])))
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

create table sign_in_policies (
  tenant_id uuid not null,
  policy jsonb default '{}'::jsonb not null,
  lock_version integer default 0 not null,
  updated_at timestamp with time zone default now() not null,
  constraint sign_in_policies_pkey PRIMARY KEY (tenant_id),
  constraint sign_in_policies_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
);
alter table sign_in_policies enable row level security;
alter table sign_in_policies force row level security;
create policy tenant_isolation on sign_in_policies using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on sign_in_policies to homeroom_app;
grant delete, insert, select, update on sign_in_policies to homeroom_job;

create table sign_in_throttles (
  account_hash bytea not null,
  device_hash bytea not null,
  failures integer default 0 not null,
  first_failed_at timestamp with time zone not null,
  last_failed_at timestamp with time zone not null,
  blocked_until_at timestamp with time zone,
  constraint sign_in_throttles_pkey PRIMARY KEY (account_hash, device_hash)
);
CREATE INDEX sign_in_throttles__last_failed ON public.sign_in_throttles USING btree (last_failed_at);
grant delete, insert, select, update on sign_in_throttles to homeroom_app;
grant delete, insert, select, update on sign_in_throttles to homeroom_job;

create table standard_alignments (
  tenant_id uuid not null,
  id uuid not null,
  standard_id uuid not null,
  target_type text not null,
  target_id uuid not null,
  emphasis text,
  note text,
  source text default 'manual'::text not null,
  created_by uuid,
  created_at timestamp with time zone not null,
  constraint standard_alignments_pkey PRIMARY KEY (tenant_id, id),
  constraint standard_alignments__pair UNIQUE (tenant_id, target_id, target_type, standard_id),
  constraint standard_alignments_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  constraint standard_alignments_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint standard_alignments_tenant_id_standard_id_fkey FOREIGN KEY (tenant_id, standard_id) REFERENCES standards(tenant_id, id),
  constraint standard_alignments_emphasis_check CHECK ((emphasis = ANY (ARRAY['introduced'::text, 'developed'::text, 'mastered'::text, 'reviewed'::text]))),
  constraint standard_alignments_note_check CHECK ((length(note) <= 500)),
  constraint standard_alignments_source_check CHECK ((source = ANY (ARRAY['manual'::text, 'template'::text, 'inherited'::text, 'ai'::text, 'import'::text]))),
  constraint standard_alignments_target_type_check CHECK ((target_type = ANY (ARRAY['unit_plan'::text, 'lesson_plan'::text, 'template'::text, 'curriculum_document'::text, 'assignment'::text, 'question'::text, 'rubric_criterion'::text, 'resource'::text])))
);
CREATE INDEX standard_alignments__recent ON public.standard_alignments USING btree (tenant_id, created_by, created_at DESC);
CREATE INDEX standard_alignments__standard ON public.standard_alignments USING btree (tenant_id, standard_id);
alter table standard_alignments enable row level security;
alter table standard_alignments force row level security;
create policy tenant_isolation on standard_alignments using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on standard_alignments to homeroom_app;
grant delete, insert, select, update on standard_alignments to homeroom_job;

create table standard_associations (
  tenant_id uuid not null,
  id uuid not null,
  framework_id uuid not null,
  identifier text not null,
  type text not null,
  origin_identifier text not null,
  origin_uri text,
  destination_identifier text not null,
  destination_uri text,
  sequence double precision,
  source jsonb,
  content_hash text default ''::text not null,
  constraint standard_associations_pkey PRIMARY KEY (tenant_id, id),
  constraint standard_associations__identifier UNIQUE (tenant_id, framework_id, identifier),
  constraint standard_associations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint standard_associations_tenant_id_framework_id_fkey FOREIGN KEY (tenant_id, framework_id) REFERENCES standard_frameworks(tenant_id, id) ON DELETE CASCADE,
  constraint standard_associations_identifier_check CHECK (((length(identifier) >= 1) AND (length(identifier) <= 200))),
  constraint standard_associations_type_check CHECK ((type = ANY (ARRAY['is_child_of'::text, 'is_part_of'::text, 'is_peer_of'::text, 'exact_match_of'::text, 'precedes'::text, 'is_related_to'::text, 'replaced_by'::text, 'exemplar'::text, 'has_skill_level'::text, 'is_translation_of'::text, 'other'::text])))
);
CREATE INDEX standard_associations__destination ON public.standard_associations USING btree (tenant_id, destination_identifier, type);
CREATE INDEX standard_associations__origin ON public.standard_associations USING btree (tenant_id, origin_identifier, type);
alter table standard_associations enable row level security;
alter table standard_associations force row level security;
create policy tenant_isolation on standard_associations using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on standard_associations to homeroom_app;
grant delete, insert, select, update on standard_associations to homeroom_job;

create table standard_code_keys (
  tenant_id uuid not null,
  code_key text not null,
  standard_id uuid not null,
  constraint standard_code_keys_pkey PRIMARY KEY (tenant_id, code_key, standard_id),
  constraint standard_code_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint standard_code_keys_tenant_id_standard_id_fkey FOREIGN KEY (tenant_id, standard_id) REFERENCES standards(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX standard_code_keys__standard ON public.standard_code_keys USING btree (tenant_id, standard_id);
alter table standard_code_keys enable row level security;
alter table standard_code_keys force row level security;
create policy tenant_isolation on standard_code_keys using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on standard_code_keys to homeroom_app;
grant delete, insert, select, update on standard_code_keys to homeroom_job;

create table standard_frameworks (
  tenant_id uuid not null,
  id uuid not null,
  identifier text not null,
  source_uri text,
  title text not null,
  creator text default ''::text not null,
  publisher text default ''::text not null,
  jurisdiction text default ''::text not null,
  description text default ''::text not null,
  subjects text[] default '{}'::text[] not null,
  version text default ''::text not null,
  adoption_status text default 'adopted'::text not null,
  language text default 'en'::text not null,
  licence text default ''::text not null,
  scope text not null,
  school_id uuid,
  document_source jsonb,
  definitions_source jsonb,
  package_source jsonb,
  content_hash text default ''::text not null,
  standards_count integer default 0 not null,
  created_by uuid,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  imported_at timestamp with time zone,
  lock_version integer default 0 not null,
  constraint standard_frameworks_pkey PRIMARY KEY (tenant_id, id),
  constraint standard_frameworks__identifier UNIQUE (tenant_id, identifier),
  constraint standard_frameworks_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  constraint standard_frameworks_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint standard_frameworks_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id),
  constraint standard_frameworks__school_scope CHECK (((scope = 'school'::text) = (school_id IS NOT NULL))),
  constraint standard_frameworks_adoption_status_check CHECK ((adoption_status = ANY (ARRAY['draft'::text, 'adopted'::text, 'deprecated'::text, 'private'::text]))),
  constraint standard_frameworks_identifier_check CHECK (((length(identifier) >= 1) AND (length(identifier) <= 200))),
  constraint standard_frameworks_scope_check CHECK ((scope = ANY (ARRAY['platform'::text, 'district'::text, 'school'::text]))),
  constraint standard_frameworks_title_check CHECK (((length(title) >= 1) AND (length(title) <= 300)))
);
CREATE INDEX standard_frameworks__created_by ON public.standard_frameworks USING btree (tenant_id, created_by);
CREATE INDEX standard_frameworks__school ON public.standard_frameworks USING btree (tenant_id, school_id);
CREATE INDEX standard_frameworks__title ON public.standard_frameworks USING btree (tenant_id, title, id);
alter table standard_frameworks enable row level security;
alter table standard_frameworks force row level security;
create policy tenant_isolation on standard_frameworks using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on standard_frameworks to homeroom_app;
grant delete, insert, select, update on standard_frameworks to homeroom_job;

create table standard_import_problems (
  tenant_id uuid not null,
  import_id uuid not null,
  number integer not null,
  severity text not null,
  code text not null,
  place text not null,
  line integer,
  column_name text,
  identifier text,
  value text,
  detail text not null,
  constraint standard_import_problems_pkey PRIMARY KEY (tenant_id, import_id, number),
  constraint standard_import_problems_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint standard_import_problems_tenant_id_import_id_fkey FOREIGN KEY (tenant_id, import_id) REFERENCES standard_imports(tenant_id, id) ON DELETE CASCADE,
  constraint standard_import_problems_severity_check CHECK ((severity = ANY (ARRAY['error'::text, 'note'::text])))
);
alter table standard_import_problems enable row level security;
alter table standard_import_problems force row level security;
create policy tenant_isolation on standard_import_problems using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on standard_import_problems to homeroom_app;
grant delete, insert, select, update on standard_import_problems to homeroom_job;

create table standard_imports (
  tenant_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  file_name text not null,
  format text not null,
  framework_id uuid,
  framework_identifier text,
  school_id uuid,
  title text,
  document_identifier text,
  mapping jsonb,
  columns jsonb,
  documents jsonb default '[]'::jsonb not null,
  state text default 'waiting'::text not null,
  counts jsonb default '{}'::jsonb not null,
  fault text,
  done_count integer default 0 not null,
  total_count integer default 0 not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  corrects_import_id uuid,
  constraint standard_imports_pkey PRIMARY KEY (tenant_id, id),
  constraint standard_imports__corrects FOREIGN KEY (tenant_id, corrects_import_id) REFERENCES standard_imports(tenant_id, id),
  constraint standard_imports_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  constraint standard_imports_tenant_id_file_id_fkey FOREIGN KEY (tenant_id, file_id) REFERENCES files(tenant_id, id),
  constraint standard_imports_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint standard_imports_tenant_id_framework_id_fkey FOREIGN KEY (tenant_id, framework_id) REFERENCES standard_frameworks(tenant_id, id) ON DELETE CASCADE,
  constraint standard_imports_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id),
  constraint standard_imports_format_check CHECK ((format = ANY (ARRAY['case'::text, 'csv'::text]))),
  constraint standard_imports_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'reading'::text, 'previewed'::text, 'applying'::text, 'applied'::text, 'cancelled'::text, 'failed'::text])))
);
CREATE INDEX standard_imports__corrects ON public.standard_imports USING btree (tenant_id, corrects_import_id);
CREATE INDEX standard_imports__created_by ON public.standard_imports USING btree (tenant_id, created_by);
CREATE INDEX standard_imports__file ON public.standard_imports USING btree (tenant_id, file_id);
CREATE INDEX standard_imports__framework ON public.standard_imports USING btree (tenant_id, framework_id);
CREATE INDEX standard_imports__newest ON public.standard_imports USING btree (tenant_id, created_at DESC, id DESC);
CREATE UNIQUE INDEX standard_imports__running ON public.standard_imports USING btree (tenant_id, framework_identifier) WHERE (state = ANY (ARRAY['waiting'::text, 'reading'::text, 'applying'::text]));
CREATE INDEX standard_imports__school ON public.standard_imports USING btree (tenant_id, school_id);
alter table standard_imports enable row level security;
alter table standard_imports force row level security;
create policy tenant_isolation on standard_imports using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on standard_imports to homeroom_app;
grant delete, insert, select, update on standard_imports to homeroom_job;

create table standards (
  tenant_id uuid not null,
  id uuid not null,
  framework_id uuid not null,
  identifier text not null,
  parent_id uuid,
  ancestor_ids uuid[] default '{}'::uuid[] not null,
  position integer not null,
  depth integer default 0 not null,
  is_leaf boolean default true not null,
  is_unplaced boolean default false not null,
  code text default ''::text not null,
  code_normalized text default ''::text not null,
  statement text not null,
  short_statement text,
  label text,
  item_type text,
  education_levels text[] default '{}'::text[] not null,
  grade_levels text[] default '{}'::text[] not null,
  subjects text[] default '{}'::text[] not null,
  assessable boolean default true not null,
  list_enumeration text,
  notes text,
  language text default 'en'::text not null,
  licence text default ''::text not null,
  source_uri text,
  state text default 'active'::text not null,
  retired_at timestamp with time zone,
  origin text default 'manual'::text not null,
  school_id uuid,
  source jsonb,
  content_hash text default ''::text not null,
  words tsvector generated always as (to_tsvector(
CASE "left"(language, 2)
    WHEN 'es'::text THEN 'spanish'::regconfig
    WHEN 'fr'::text THEN 'french'::regconfig
    WHEN 'ar'::text THEN 'arabic'::regconfig
    WHEN 'en'::text THEN 'english'::regconfig
    ELSE 'simple'::regconfig
END, ((((statement || ' '::text) || COALESCE(short_statement, ''::text)) || ' '::text) || COALESCE(label, ''::text)))) stored,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  lock_version integer default 0 not null,
  constraint standards_pkey PRIMARY KEY (tenant_id, id),
  constraint standards__identifier UNIQUE (tenant_id, framework_id, identifier),
  constraint standards_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint standards_tenant_id_framework_id_fkey FOREIGN KEY (tenant_id, framework_id) REFERENCES standard_frameworks(tenant_id, id) ON DELETE CASCADE,
  constraint standards_tenant_id_parent_id_fkey FOREIGN KEY (tenant_id, parent_id) REFERENCES standards(tenant_id, id),
  constraint standards_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id),
  constraint standards_code_check CHECK ((length(code) <= 200)),
  constraint standards_identifier_check CHECK (((length(identifier) >= 1) AND (length(identifier) <= 200))),
  constraint standards_origin_check CHECK ((origin = ANY (ARRAY['import'::text, 'manual'::text]))),
  constraint standards_state_check CHECK ((state = ANY (ARRAY['active'::text, 'retired'::text]))),
  constraint standards_statement_check CHECK (((length(statement) >= 1) AND (length(statement) <= 20000)))
);
CREATE INDEX standards__code ON public.standards USING btree (tenant_id, framework_id, code_normalized);
CREATE INDEX standards__of_identifier ON public.standards USING btree (tenant_id, identifier);
CREATE INDEX standards__parent ON public.standards USING btree (tenant_id, parent_id);
CREATE INDEX standards__school ON public.standards USING btree (tenant_id, school_id);
CREATE INDEX standards__tree ON public.standards USING btree (tenant_id, framework_id, parent_id, "position");
alter table standards enable row level security;
alter table standards force row level security;
create policy tenant_isolation on standards using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on standards to homeroom_app;
grant delete, insert, select, update on standards to homeroom_job;

create table student_groups (
  tenant_id uuid not null,
  id uuid not null,
  group_set_id uuid not null,
  name text not null,
  position integer default 0 not null,
  created_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint student_groups_pkey PRIMARY KEY (tenant_id, id),
  constraint student_groups_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint student_groups_tenant_id_group_set_id_fkey FOREIGN KEY (tenant_id, group_set_id) REFERENCES group_sets(tenant_id, id) ON DELETE CASCADE,
  constraint student_groups_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
);
CREATE INDEX student_groups__set ON public.student_groups USING btree (tenant_id, group_set_id, "position", id);
alter table student_groups enable row level security;
alter table student_groups force row level security;
create policy tenant_isolation on student_groups using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on student_groups to homeroom_app;
grant delete, insert, select, update on student_groups to homeroom_job;

create table student_notes (
  tenant_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  student_id uuid not null,
  author_id uuid not null,
  body text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  lock_version integer default 0 not null,
  constraint student_notes_pkey PRIMARY KEY (tenant_id, id),
  constraint student_notes_tenant_id_author_id_fkey FOREIGN KEY (tenant_id, author_id) REFERENCES users(tenant_id, id),
  constraint student_notes_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint student_notes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint student_notes_tenant_id_student_id_fkey FOREIGN KEY (tenant_id, student_id) REFERENCES users(tenant_id, id),
  constraint student_notes_body_check CHECK (((length(body) >= 1) AND (length(body) <= 5000)))
);
CREATE INDEX student_notes__author ON public.student_notes USING btree (tenant_id, author_id);
CREATE INDEX student_notes__person ON public.student_notes USING btree (tenant_id, student_id);
CREATE INDEX student_notes__student ON public.student_notes USING btree (tenant_id, course_id, student_id, created_at, id);
alter table student_notes enable row level security;
alter table student_notes force row level security;
create policy tenant_isolation on student_notes using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on student_notes to homeroom_app;
grant delete, insert, select, update on student_notes to homeroom_job;

create table student_work (
  tenant_id uuid not null,
  assignment_id uuid not null,
  student_id uuid not null,
  course_id uuid not null,
  section_id uuid,
  is_assigned boolean default true not null,
  available_from_at timestamp with time zone,
  due_at timestamp with time zone,
  available_until_at timestamp with time zone,
  dates_from text default 'everyone'::text not null,
  is_before_enrollment boolean default false not null,
  submission_id uuid,
  submission_state text default 'not_started'::text not null,
  submitted_at timestamp with time zone,
  attempts_count integer default 0 not null,
  late_seconds integer default 0 not null,
  has_new_work boolean default false not null,
  entry text,
  entered_score numeric(12,4),
  grade_state text default 'none'::text not null,
  status_override text,
  late_minutes_override integer,
  deduction numeric(12,4) default 0 not null,
  effective_score numeric(12,4),
  attempt_graded integer,
  grade_source text,
  graded_by uuid,
  graded_at timestamp with time zone,
  posted_at timestamp with time zone,
  posts_at timestamp with time zone,
  grade_version integer default 0 not null,
  changed_at timestamp with time zone not null,
  grade_code text generated always as ((((((((((((((((((
CASE grade_state
    WHEN 'graded'::text THEN 1
    WHEN 'excused'::text THEN 2
    WHEN 'incomplete'::text THEN 3
    ELSE 0
END +
CASE
    WHEN has_new_work THEN 4
    ELSE 0
END) +
CASE
    WHEN (submitted_at IS NOT NULL) THEN 8
    ELSE 0
END) +
CASE
    WHEN (posted_at IS NOT NULL) THEN 16
    ELSE 0
END) +
CASE
    WHEN (grade_source = 'policy'::text) THEN 32
    ELSE 0
END) +
CASE
    WHEN is_before_enrollment THEN 64
    ELSE 0
END) +
CASE status_override
    WHEN 'late'::text THEN 256
    WHEN 'not_late'::text THEN 512
    WHEN 'missing'::text THEN 768
    WHEN 'not_missing'::text THEN 1024
    WHEN 'none'::text THEN 1280
    ELSE 0
END))::text || '~'::text) || (grade_version)::text) || '~'::text) || COALESCE((trim_scale(effective_score))::text, ''::text)) || '~'::text) ||
CASE
    WHEN ((entry IS NULL) OR (entry = (trim_scale(effective_score))::text)) THEN ''::text
    ELSE translate(entry, '~|'::text, '  '::text)
END) || '~'::text) ||
CASE
    WHEN (deduction = (0)::numeric) THEN ''::text
    ELSE (trim_scale(deduction))::text
END) || '~'::text) ||
CASE
    WHEN (late_minutes_override IS NOT NULL) THEN (late_minutes_override)::text
    WHEN (late_seconds > 0) THEN (((late_seconds + 59) / 60))::text
    ELSE ''::text
END)) stored,
  constraint student_work_pkey PRIMARY KEY (tenant_id, assignment_id, student_id),
  constraint student_work_tenant_id_assignment_id_fkey FOREIGN KEY (tenant_id, assignment_id) REFERENCES assignments(tenant_id, id),
  constraint student_work_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint student_work_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint student_work_tenant_id_graded_by_fkey FOREIGN KEY (tenant_id, graded_by) REFERENCES users(tenant_id, id),
  constraint student_work_tenant_id_section_id_fkey FOREIGN KEY (tenant_id, section_id) REFERENCES sections(tenant_id, id),
  constraint student_work_tenant_id_student_id_fkey FOREIGN KEY (tenant_id, student_id) REFERENCES users(tenant_id, id),
  constraint student_work_tenant_id_submission_id_fkey FOREIGN KEY (tenant_id, submission_id) REFERENCES submissions(tenant_id, id),
  constraint student_work_dates_from_check CHECK ((dates_from = ANY (ARRAY['everyone'::text, 'section'::text, 'group'::text, 'student'::text]))),
  constraint student_work_grade_source_check CHECK ((grade_source = ANY (ARRAY['typed'::text, 'rubric'::text, 'quiz'::text, 'import'::text, 'policy'::text, 'sync'::text, 'transfer'::text]))),
  constraint student_work_grade_state_check CHECK ((grade_state = ANY (ARRAY['none'::text, 'graded'::text, 'excused'::text, 'incomplete'::text]))),
  constraint student_work_status_override_check CHECK ((status_override = ANY (ARRAY['late'::text, 'not_late'::text, 'missing'::text, 'not_missing'::text, 'none'::text]))),
  constraint student_work_submission_state_check CHECK ((submission_state = ANY (ARRAY['not_started'::text, 'draft'::text, 'submitted'::text, 'revision_requested'::text])))
);
CREATE INDEX student_work__changed ON public.student_work USING btree (tenant_id, course_id, changed_at);
CREATE INDEX student_work__graded_by ON public.student_work USING btree (tenant_id, graded_by);
CREATE INDEX student_work__posts_at ON public.student_work USING btree (tenant_id, posts_at) WHERE ((posts_at IS NOT NULL) AND (posted_at IS NULL));
CREATE INDEX student_work__section ON public.student_work USING btree (tenant_id, section_id);
CREATE INDEX student_work__sheet ON public.student_work USING btree (tenant_id, course_id, student_id, assignment_id) INCLUDE (is_assigned, due_at, grade_code);
CREATE INDEX student_work__student_due ON public.student_work USING btree (tenant_id, student_id, due_at);
CREATE INDEX student_work__submission ON public.student_work USING btree (tenant_id, submission_id);
CREATE INDEX student_work__to_grade ON public.student_work USING btree (tenant_id, course_id, submitted_at) WHERE has_new_work;
alter table student_work enable row level security;
alter table student_work force row level security;
create policy tenant_isolation on student_work using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on student_work to homeroom_app;
grant delete, insert, select, update on student_work to homeroom_job;

create table submission_attempts (
  tenant_id uuid not null,
  id uuid not null,
  submission_id uuid not null,
  number integer not null,
  official_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  device_at timestamp with time zone,
  body jsonb,
  links jsonb default '[]'::jsonb not null,
  files jsonb default '[]'::jsonb not null,
  submitted_by uuid not null,
  on_behalf_reason text,
  receipt_code text not null,
  word_count integer default 0 not null,
  withdrawn_at timestamp with time zone,
  request_key text,
  on_time_because text,
  constraint submission_attempts_pkey PRIMARY KEY (tenant_id, id),
  constraint submission_attempts__number UNIQUE (tenant_id, submission_id, number),
  constraint submission_attempts__receipt UNIQUE (tenant_id, receipt_code),
  constraint submission_attempts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint submission_attempts_tenant_id_submission_id_fkey FOREIGN KEY (tenant_id, submission_id) REFERENCES submissions(tenant_id, id) ON DELETE CASCADE,
  constraint submission_attempts_tenant_id_submitted_by_fkey FOREIGN KEY (tenant_id, submitted_by) REFERENCES users(tenant_id, id),
  constraint submission_attempts_number_check CHECK ((number > 0)),
  constraint submission_attempts_on_time_because_check CHECK ((on_time_because = ANY (ARRAY['upload_began'::text, 'chosen_by_staff'::text])))
);
CREATE UNIQUE INDEX submission_attempts__request ON public.submission_attempts USING btree (tenant_id, submission_id, request_key) WHERE (request_key IS NOT NULL);
CREATE INDEX submission_attempts__submitted_by ON public.submission_attempts USING btree (tenant_id, submitted_by);
alter table submission_attempts enable row level security;
alter table submission_attempts force row level security;
create policy tenant_isolation on submission_attempts using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant insert, select on submission_attempts to homeroom_app;
grant delete, insert, select, update on submission_attempts to homeroom_job;

create table submissions (
  tenant_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  assignment_id uuid not null,
  student_id uuid,
  group_id uuid,
  draft jsonb,
  draft_version integer default 0 not null,
  draft_edited_by uuid,
  draft_edited_at timestamp with time zone,
  extra_attempts integer default 0 not null,
  attempts_count integer default 0 not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  revision_note text,
  revision_asked_by uuid,
  revision_asked_at timestamp with time zone,
  revision_due_at timestamp with time zone,
  constraint submissions_pkey PRIMARY KEY (tenant_id, id),
  constraint submissions_tenant_id_assignment_id_fkey FOREIGN KEY (tenant_id, assignment_id) REFERENCES assignments(tenant_id, id),
  constraint submissions_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint submissions_tenant_id_draft_edited_by_fkey FOREIGN KEY (tenant_id, draft_edited_by) REFERENCES users(tenant_id, id),
  constraint submissions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint submissions_tenant_id_group_id_fkey FOREIGN KEY (tenant_id, group_id) REFERENCES student_groups(tenant_id, id),
  constraint submissions_tenant_id_revision_asked_by_fkey FOREIGN KEY (tenant_id, revision_asked_by) REFERENCES users(tenant_id, id),
  constraint submissions_tenant_id_student_id_fkey FOREIGN KEY (tenant_id, student_id) REFERENCES users(tenant_id, id),
  constraint submissions__one_owner CHECK ((num_nonnulls(student_id, group_id) = 1))
);
CREATE INDEX submissions__course ON public.submissions USING btree (tenant_id, course_id);
CREATE INDEX submissions__edited_by ON public.submissions USING btree (tenant_id, draft_edited_by);
CREATE INDEX submissions__group ON public.submissions USING btree (tenant_id, group_id);
CREATE UNIQUE INDEX submissions__owner ON public.submissions USING btree (tenant_id, assignment_id, student_id, group_id) NULLS NOT DISTINCT;
CREATE INDEX submissions__revision_asked_by ON public.submissions USING btree (tenant_id, revision_asked_by);
CREATE INDEX submissions__student ON public.submissions USING btree (tenant_id, student_id);
alter table submissions enable row level security;
alter table submissions force row level security;
create policy tenant_isolation on submissions using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on submissions to homeroom_app;
grant delete, insert, select, update on submissions to homeroom_job;

create table substitution_sections (
  tenant_id uuid not null,
  substitution_id uuid not null,
  section_id uuid not null,
  constraint substitution_sections_pkey PRIMARY KEY (tenant_id, substitution_id, section_id),
  constraint substitution_sections_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint substitution_sections_tenant_id_section_id_fkey FOREIGN KEY (tenant_id, section_id) REFERENCES sections(tenant_id, id) ON DELETE CASCADE,
  constraint substitution_sections_tenant_id_substitution_id_fkey FOREIGN KEY (tenant_id, substitution_id) REFERENCES substitutions(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX substitution_sections__section ON public.substitution_sections USING btree (tenant_id, section_id);
alter table substitution_sections enable row level security;
alter table substitution_sections force row level security;
create policy tenant_isolation on substitution_sections using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on substitution_sections to homeroom_app;
grant delete, insert, select, update on substitution_sections to homeroom_job;

create table substitutions (
  tenant_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  teacher_id uuid not null,
  substitute_id uuid,
  starts_on date not null,
  ends_on date not null,
  note text default ''::text not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  revoked_by uuid,
  constraint substitutions_pkey PRIMARY KEY (tenant_id, id),
  constraint substitutions_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  constraint substitutions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint substitutions_tenant_id_revoked_by_fkey FOREIGN KEY (tenant_id, revoked_by) REFERENCES users(tenant_id, id),
  constraint substitutions_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id),
  constraint substitutions_tenant_id_substitute_id_fkey FOREIGN KEY (tenant_id, substitute_id) REFERENCES users(tenant_id, id),
  constraint substitutions_tenant_id_teacher_id_fkey FOREIGN KEY (tenant_id, teacher_id) REFERENCES users(tenant_id, id),
  constraint substitutions_check CHECK ((ends_on >= starts_on)),
  constraint substitutions_note_check CHECK ((length(note) <= 2000))
);
CREATE INDEX substitutions__created_by ON public.substitutions USING btree (tenant_id, created_by);
CREATE INDEX substitutions__revoked_by ON public.substitutions USING btree (tenant_id, revoked_by);
CREATE INDEX substitutions__school ON public.substitutions USING btree (tenant_id, school_id);
CREATE INDEX substitutions__substitute ON public.substitutions USING btree (tenant_id, substitute_id, ends_on);
CREATE INDEX substitutions__teacher ON public.substitutions USING btree (tenant_id, teacher_id, ends_on);
alter table substitutions enable row level security;
alter table substitutions force row level security;
create policy tenant_isolation on substitutions using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on substitutions to homeroom_app;
grant delete, insert, select, update on substitutions to homeroom_job;

create table support_grants (
  tenant_id uuid not null,
  id uuid not null,
  state text not null,
  origin text not null,
  scope text not null,
  school_id uuid,
  user_id uuid,
  student_records boolean default false not null,
  reason text not null,
  hours integer not null,
  requested_by uuid,
  confirmed_by uuid,
  granted_by uuid,
  created_at timestamp with time zone not null,
  starts_at timestamp with time zone,
  ends_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint support_grants_pkey PRIMARY KEY (tenant_id, id),
  constraint support_grants_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint support_grants_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id),
  constraint support_grants_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id),
  constraint support_grants__active CHECK (((state <> 'active'::text) OR ((starts_at IS NOT NULL) AND (ends_at IS NOT NULL)))),
  constraint support_grants__scope CHECK ((((scope = 'school'::text) = (school_id IS NOT NULL)) AND ((scope = 'user'::text) = (user_id IS NOT NULL)))),
  constraint support_grants_hours_check CHECK (((hours >= 1) AND (hours <= 72))),
  constraint support_grants_origin_check CHECK ((origin = ANY (ARRAY['tenant'::text, 'operator'::text, 'break_glass'::text]))),
  constraint support_grants_reason_check CHECK (((length(reason) >= 10) AND (length(reason) <= 500))),
  constraint support_grants_scope_check CHECK ((scope = ANY (ARRAY['tenant'::text, 'school'::text, 'user'::text]))),
  constraint support_grants_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'active'::text, 'declined'::text, 'revoked'::text])))
);
CREATE INDEX support_grants__school ON public.support_grants USING btree (tenant_id, school_id);
CREATE INDEX support_grants__time ON public.support_grants USING btree (tenant_id, created_at, id);
CREATE INDEX support_grants__user ON public.support_grants USING btree (tenant_id, user_id);
alter table support_grants enable row level security;
alter table support_grants force row level security;
create policy tenant_isolation on support_grants using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on support_grants to homeroom_app;
grant delete, insert, select, update on support_grants to homeroom_job;

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

create table token_directory (
  token_hash bytea not null,
  kind text not null,
  tenant_id uuid not null,
  user_id uuid not null,
  subject_id uuid not null,
  revision integer default 0 not null,
  expires_at timestamp with time zone not null,
  constraint token_directory_pkey PRIMARY KEY (token_hash),
  constraint token_directory_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint token_directory_kind_check CHECK ((kind = ANY (ARRAY['api_token'::text, 'device'::text])))
);
CREATE INDEX token_directory__expires ON public.token_directory USING btree (expires_at);
CREATE INDEX token_directory__subject ON public.token_directory USING btree (tenant_id, subject_id);
CREATE INDEX token_directory__user ON public.token_directory USING btree (tenant_id, user_id);
grant delete, insert, select, update on token_directory to homeroom_app;
grant delete, insert, select, update on token_directory to homeroom_job;

create table totp_factors (
  tenant_id uuid not null,
  user_id uuid not null,
  secret text not null,
  created_at timestamp with time zone default now() not null,
  confirmed_at timestamp with time zone,
  last_step bigint default 0 not null,
  constraint totp_factors_pkey PRIMARY KEY (tenant_id, user_id),
  constraint totp_factors_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint totp_factors_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id)
);
alter table totp_factors enable row level security;
alter table totp_factors force row level security;
create policy tenant_isolation on totp_factors using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on totp_factors to homeroom_app;
grant delete, insert, select, update on totp_factors to homeroom_job;

create table unit_placements (
  tenant_id uuid not null,
  id uuid not null,
  unit_plan_id uuid not null,
  course_id uuid not null,
  school_id uuid not null,
  academic_year_id uuid not null,
  all_sections boolean default true not null,
  starts_on date not null,
  ends_on date not null,
  pinned_version_id uuid,
  follow_latest boolean default true not null,
  position integer default 0 not null,
  state text default 'planned'::text not null,
  pacing_guide_id uuid,
  recommended_starts_on date,
  recommended_ends_on date,
  sequence integer default 0 not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  updated_by uuid not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  lock_version integer default 0 not null,
  constraint unit_placements_pkey PRIMARY KEY (tenant_id, id),
  constraint unit_placements_tenant_id_academic_year_id_fkey FOREIGN KEY (tenant_id, academic_year_id) REFERENCES academic_years(tenant_id, id),
  constraint unit_placements_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint unit_placements_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  constraint unit_placements_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint unit_placements_tenant_id_pacing_guide_id_fkey FOREIGN KEY (tenant_id, pacing_guide_id) REFERENCES pacing_guides(tenant_id, id),
  constraint unit_placements_tenant_id_pinned_version_id_fkey FOREIGN KEY (tenant_id, pinned_version_id) REFERENCES plan_versions(tenant_id, id),
  constraint unit_placements_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id),
  constraint unit_placements_tenant_id_unit_plan_id_fkey FOREIGN KEY (tenant_id, unit_plan_id) REFERENCES plans(tenant_id, id) ON DELETE CASCADE,
  constraint unit_placements_tenant_id_updated_by_fkey FOREIGN KEY (tenant_id, updated_by) REFERENCES users(tenant_id, id),
  constraint unit_placements_check CHECK ((ends_on >= starts_on)),
  constraint unit_placements_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'in_progress'::text, 'taught'::text, 'skipped'::text])))
);
CREATE INDEX unit_placements__course ON public.unit_placements USING btree (tenant_id, course_id, starts_on, id);
CREATE INDEX unit_placements__created_by ON public.unit_placements USING btree (tenant_id, created_by);
CREATE INDEX unit_placements__pacing_guide ON public.unit_placements USING btree (tenant_id, pacing_guide_id);
CREATE INDEX unit_placements__school ON public.unit_placements USING btree (tenant_id, school_id);
CREATE INDEX unit_placements__unit ON public.unit_placements USING btree (tenant_id, unit_plan_id);
CREATE INDEX unit_placements__updated_by ON public.unit_placements USING btree (tenant_id, updated_by);
CREATE INDEX unit_placements__version ON public.unit_placements USING btree (tenant_id, pinned_version_id);
CREATE INDEX unit_placements__year ON public.unit_placements USING btree (tenant_id, academic_year_id, school_id, starts_on, id);
alter table unit_placements enable row level security;
alter table unit_placements force row level security;
create policy tenant_isolation on unit_placements using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on unit_placements to homeroom_app;
grant delete, insert, select, update on unit_placements to homeroom_job;

create table user_bulk_items (
  tenant_id uuid not null,
  run_id uuid not null,
  position integer not null,
  user_id uuid not null,
  status text default 'waiting'::text not null,
  code text,
  detail text,
  constraint user_bulk_items_pkey PRIMARY KEY (tenant_id, run_id, "position"),
  constraint user_bulk_items_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint user_bulk_items_tenant_id_run_id_fkey FOREIGN KEY (tenant_id, run_id) REFERENCES user_bulk_runs(tenant_id, id) ON DELETE CASCADE,
  constraint user_bulk_items_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'done'::text, 'failed'::text])))
);
CREATE INDEX user_bulk_items__status ON public.user_bulk_items USING btree (tenant_id, run_id, status, "position");
alter table user_bulk_items enable row level security;
alter table user_bulk_items force row level security;
create policy tenant_isolation on user_bulk_items using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on user_bulk_items to homeroom_app;
grant delete, insert, select, update on user_bulk_items to homeroom_job;

create table user_bulk_runs (
  tenant_id uuid not null,
  id uuid not null,
  requested_by uuid not null,
  school_id uuid,
  act jsonb not null,
  state text default 'waiting'::text not null,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  expires_at timestamp with time zone not null,
  constraint user_bulk_runs_pkey PRIMARY KEY (tenant_id, id),
  constraint user_bulk_runs_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint user_bulk_runs_tenant_id_requested_by_fkey FOREIGN KEY (tenant_id, requested_by) REFERENCES users(tenant_id, id),
  constraint user_bulk_runs_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id),
  constraint user_bulk_runs_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text])))
);
CREATE INDEX user_bulk_runs__expiry ON public.user_bulk_runs USING btree (tenant_id, expires_at);
CREATE INDEX user_bulk_runs__requested_by ON public.user_bulk_runs USING btree (tenant_id, requested_by, created_at);
CREATE INDEX user_bulk_runs__school ON public.user_bulk_runs USING btree (tenant_id, school_id);
alter table user_bulk_runs enable row level security;
alter table user_bulk_runs force row level security;
create policy tenant_isolation on user_bulk_runs using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on user_bulk_runs to homeroom_app;
grant delete, insert, select, update on user_bulk_runs to homeroom_job;

create table user_devices (
  tenant_id uuid not null,
  user_id uuid not null,
  device_hash bytea not null,
  first_seen_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  constraint user_devices_pkey PRIMARY KEY (tenant_id, user_id, device_hash),
  constraint user_devices_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint user_devices_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id)
);
alter table user_devices enable row level security;
alter table user_devices force row level security;
create policy tenant_isolation on user_devices using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on user_devices to homeroom_app;
grant delete, insert, select, update on user_devices to homeroom_job;

create table user_import_rows (
  tenant_id uuid not null,
  import_id uuid not null,
  line integer not null,
  cells jsonb not null,
  status text not null,
  person jsonb,
  field text,
  code text,
  detail text,
  other_line integer,
  user_id uuid,
  constraint user_import_rows_pkey PRIMARY KEY (tenant_id, import_id, line),
  constraint user_import_rows_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint user_import_rows_tenant_id_import_id_fkey FOREIGN KEY (tenant_id, import_id) REFERENCES user_imports(tenant_id, id) ON DELETE CASCADE,
  constraint user_import_rows_status_check CHECK ((status = ANY (ARRAY['new'::text, 'known'::text, 'bad'::text, 'created'::text, 'failed'::text])))
);
CREATE INDEX user_import_rows__status ON public.user_import_rows USING btree (tenant_id, import_id, status, line);
alter table user_import_rows enable row level security;
alter table user_import_rows force row level security;
create policy tenant_isolation on user_import_rows using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on user_import_rows to homeroom_app;
grant delete, insert, select, update on user_import_rows to homeroom_job;

create table user_imports (
  tenant_id uuid not null,
  id uuid not null,
  requested_by uuid not null,
  chosen_school_id uuid,
  file_name text not null,
  header jsonb not null,
  mapping jsonb not null,
  role_id uuid,
  school_id uuid,
  state text default 'previewed'::text not null,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  expires_at timestamp with time zone not null,
  constraint user_imports_pkey PRIMARY KEY (tenant_id, id),
  constraint user_imports_tenant_id_chosen_school_id_fkey FOREIGN KEY (tenant_id, chosen_school_id) REFERENCES schools(tenant_id, id),
  constraint user_imports_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint user_imports_tenant_id_requested_by_fkey FOREIGN KEY (tenant_id, requested_by) REFERENCES users(tenant_id, id),
  constraint user_imports_tenant_id_school_id_fkey FOREIGN KEY (tenant_id, school_id) REFERENCES schools(tenant_id, id),
  constraint user_imports_state_check CHECK ((state = ANY (ARRAY['previewed'::text, 'applying'::text, 'applied'::text])))
);
CREATE INDEX user_imports__chosen_school ON public.user_imports USING btree (tenant_id, chosen_school_id);
CREATE INDEX user_imports__expiry ON public.user_imports USING btree (tenant_id, expires_at);
CREATE INDEX user_imports__requested_by ON public.user_imports USING btree (tenant_id, requested_by, created_at);
CREATE INDEX user_imports__school ON public.user_imports USING btree (tenant_id, school_id);
alter table user_imports enable row level security;
alter table user_imports force row level security;
create policy tenant_isolation on user_imports using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on user_imports to homeroom_app;
grant delete, insert, select, update on user_imports to homeroom_job;

create table user_merges (
  tenant_id uuid not null,
  id uuid not null,
  kept_id uuid not null,
  merged_id uuid not null,
  moved jsonb default '{}'::jsonb not null,
  merged_by uuid,
  merged_at timestamp with time zone not null,
  undo_until_at timestamp with time zone not null,
  undone_by uuid,
  undone_at timestamp with time zone,
  constraint user_merges_pkey PRIMARY KEY (tenant_id, id),
  constraint user_merges_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint user_merges_tenant_id_kept_id_fkey FOREIGN KEY (tenant_id, kept_id) REFERENCES users(tenant_id, id),
  constraint user_merges_tenant_id_merged_id_fkey FOREIGN KEY (tenant_id, merged_id) REFERENCES users(tenant_id, id)
);
CREATE INDEX user_merges__kept ON public.user_merges USING btree (tenant_id, kept_id);
CREATE INDEX user_merges__merged ON public.user_merges USING btree (tenant_id, merged_id);
alter table user_merges enable row level security;
alter table user_merges force row level security;
create policy tenant_isolation on user_merges using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on user_merges to homeroom_app;
grant delete, insert, select, update on user_merges to homeroom_job;

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
  mfa_due_at timestamp with time zone,
  pronounced_as text,
  constraint users_pkey PRIMARY KEY (tenant_id, id),
  constraint users__email UNIQUE (tenant_id, email_normalized),
  constraint users__username UNIQUE (tenant_id, username_normalized),
  constraint users_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint users__reachable CHECK (((email IS NOT NULL) OR (username IS NOT NULL) OR (kind = 'service'::text) OR (state = 'anonymized'::text))),
  constraint users_family_name_check CHECK ((length(family_name) <= 120)),
  constraint users_given_name_check CHECK (((length(given_name) >= 1) AND (length(given_name) <= 120))),
  constraint users_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'service'::text]))),
  constraint users_pronounced_as_check CHECK (((length(pronounced_as) >= 1) AND (length(pronounced_as) <= 120))),
  constraint users_source_check CHECK ((source = ANY (ARRAY['manual'::text, 'import'::text, 'sign_in'::text, 'seed'::text]))),
  constraint users_state_check CHECK ((state = ANY (ARRAY['invited'::text, 'active'::text, 'suspended'::text, 'deactivated'::text, 'pending_deletion'::text, 'anonymized'::text])))
);
CREATE INDEX users__created ON public.users USING btree (tenant_id, created_at, id);
CREATE INDEX users__name ON public.users USING btree (tenant_id, sort_name, id);
CREATE INDEX users__signed_in ON public.users USING btree (tenant_id, COALESCE(last_sign_in_at, '-infinity'::timestamp with time zone), id);
CREATE INDEX users__state ON public.users USING btree (tenant_id, state, sort_name, id);
alter table users enable row level security;
alter table users force row level security;
create policy tenant_isolation on users using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on users to homeroom_app;
grant delete, insert, select, update on users to homeroom_job;

create table vital_counts (
  counted_on date not null,
  release text not null,
  route text not null,
  name text not null,
  bucket integer not null,
  count bigint not null,
  constraint vital_counts_pkey PRIMARY KEY (counted_on, release, route, name, bucket),
  constraint vital_counts_bucket_check CHECK (((bucket >= 0) AND (bucket <= 200))),
  constraint vital_counts_count_check CHECK ((count > 0)),
  constraint vital_counts_name_check CHECK ((name = ANY (ARRAY['LCP'::text, 'INP'::text, 'CLS'::text, 'FCP'::text, 'TTFB'::text]))),
  constraint vital_counts_release_check CHECK (((length(release) >= 1) AND (length(release) <= 40))),
  constraint vital_counts_route_check CHECK (((length(route) >= 1) AND (length(route) <= 120)))
);
grant delete, insert, select, update on vital_counts to homeroom_app;
grant delete, insert, select, update on vital_counts to homeroom_job;

create table work_archives (
  tenant_id uuid not null,
  id uuid not null,
  assignment_id uuid not null,
  requested_by uuid not null,
  section_ids uuid[],
  student_ids uuid[],
  name_pattern text not null,
  is_anonymous boolean default false not null,
  state text default 'waiting'::text not null,
  storage_key text,
  file_name text,
  size_bytes bigint,
  files_count integer,
  reason text,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  expires_at timestamp with time zone not null,
  constraint work_archives_pkey PRIMARY KEY (tenant_id, id),
  constraint work_archives_tenant_id_assignment_id_fkey FOREIGN KEY (tenant_id, assignment_id) REFERENCES assignments(tenant_id, id) ON DELETE CASCADE,
  constraint work_archives_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint work_archives_tenant_id_requested_by_fkey FOREIGN KEY (tenant_id, requested_by) REFERENCES users(tenant_id, id),
  constraint work_archives_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'ready'::text, 'failed'::text, 'expired'::text])))
);
CREATE INDEX work_archives__assignment ON public.work_archives USING btree (tenant_id, assignment_id);
CREATE INDEX work_archives__expiry ON public.work_archives USING btree (tenant_id, expires_at) WHERE (state <> 'expired'::text);
CREATE INDEX work_archives__requested ON public.work_archives USING btree (tenant_id, requested_by);
alter table work_archives enable row level security;
alter table work_archives force row level security;
create policy tenant_isolation on work_archives using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on work_archives to homeroom_app;
grant delete, insert, select, update on work_archives to homeroom_job;

create table work_upload_parts (
  tenant_id uuid not null,
  upload_id uuid not null,
  starts_at_byte bigint not null,
  size_bytes integer not null,
  storage_key text not null,
  constraint work_upload_parts_pkey PRIMARY KEY (tenant_id, upload_id, starts_at_byte),
  constraint work_upload_parts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint work_upload_parts_tenant_id_upload_id_fkey FOREIGN KEY (tenant_id, upload_id) REFERENCES work_uploads(tenant_id, id) ON DELETE CASCADE,
  constraint work_upload_parts_size_bytes_check CHECK ((size_bytes > 0)),
  constraint work_upload_parts_starts_at_byte_check CHECK ((starts_at_byte >= 0))
);
alter table work_upload_parts enable row level security;
alter table work_upload_parts force row level security;
create policy tenant_isolation on work_upload_parts using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on work_upload_parts to homeroom_app;
grant delete, insert, select, update on work_upload_parts to homeroom_job;

create table work_uploads (
  tenant_id uuid not null,
  id uuid not null,
  assignment_id uuid not null,
  uploaded_by uuid not null,
  name text not null,
  content_type text not null,
  size_bytes bigint not null,
  received_bytes bigint default 0 not null,
  state text default 'receiving'::text not null,
  refusal text,
  file_id uuid,
  began_at timestamp with time zone not null,
  touched_at timestamp with time zone not null,
  constraint work_uploads_pkey PRIMARY KEY (tenant_id, id),
  constraint work_uploads_tenant_id_assignment_id_fkey FOREIGN KEY (tenant_id, assignment_id) REFERENCES assignments(tenant_id, id),
  constraint work_uploads_tenant_id_file_id_fkey FOREIGN KEY (tenant_id, file_id) REFERENCES files(tenant_id, id),
  constraint work_uploads_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint work_uploads_tenant_id_uploaded_by_fkey FOREIGN KEY (tenant_id, uploaded_by) REFERENCES users(tenant_id, id),
  constraint work_uploads_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint work_uploads_received_bytes_check CHECK ((received_bytes >= 0)),
  constraint work_uploads_size_bytes_check CHECK ((size_bytes > 0)),
  constraint work_uploads_state_check CHECK ((state = ANY (ARRAY['receiving'::text, 'completed'::text, 'refused'::text])))
);
CREATE INDEX work_uploads__assignment ON public.work_uploads USING btree (tenant_id, assignment_id, uploaded_by);
CREATE INDEX work_uploads__file ON public.work_uploads USING btree (tenant_id, file_id);
CREATE INDEX work_uploads__touched ON public.work_uploads USING btree (tenant_id, touched_at) WHERE (state = 'receiving'::text);
CREATE INDEX work_uploads__uploader ON public.work_uploads USING btree (tenant_id, uploaded_by);
alter table work_uploads enable row level security;
alter table work_uploads force row level security;
create policy tenant_isolation on work_uploads using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on work_uploads to homeroom_app;
grant delete, insert, select, update on work_uploads to homeroom_job;

create table year_waivers (
  tenant_id uuid not null,
  id uuid not null,
  academic_year_id uuid not null,
  course_id uuid not null,
  kind text not null,
  reason text not null,
  waived_by uuid not null,
  waived_at timestamp with time zone not null,
  constraint year_waivers_pkey PRIMARY KEY (tenant_id, id),
  constraint year_waivers__once UNIQUE (tenant_id, academic_year_id, course_id, kind),
  constraint year_waivers_tenant_id_academic_year_id_fkey FOREIGN KEY (tenant_id, academic_year_id) REFERENCES academic_years(tenant_id, id),
  constraint year_waivers_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id),
  constraint year_waivers_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint year_waivers_tenant_id_waived_by_fkey FOREIGN KEY (tenant_id, waived_by) REFERENCES users(tenant_id, id),
  constraint year_waivers_kind_check CHECK ((kind = ANY (ARRAY['ungraded'::text, 'unfinalized'::text, 'drafts'::text]))),
  constraint year_waivers_reason_check CHECK (((length(reason) >= 10) AND (length(reason) <= 500)))
);
CREATE INDEX year_waivers__course ON public.year_waivers USING btree (tenant_id, course_id);
CREATE INDEX year_waivers__waived_by ON public.year_waivers USING btree (tenant_id, waived_by);
alter table year_waivers enable row level security;
alter table year_waivers force row level security;
create policy tenant_isolation on year_waivers using (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid) with check (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
grant delete, insert, select, update on year_waivers to homeroom_app;
grant delete, insert, select, update on year_waivers to homeroom_job;
