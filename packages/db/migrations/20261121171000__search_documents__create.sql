create schema if not exists extensions;
grant usage on schema extensions to homeroom_app, homeroom_job;
create extension if not exists pg_trgm with schema extensions;
create extension if not exists btree_gin with schema extensions;

-- What search knows of each record: only words. Who may see it is decided against the record itself at each search, so
-- that something deleted or no longer shared is gone from the results at once (PLN-156, PLN-161).
create table search_documents (
  tenant_id uuid not null references tenants (id),
  kind text not null
    check (kind in ('unit', 'lesson', 'template', 'document', 'standard', 'resource', 'course', 'assignment', 'announcement')),
  record_id uuid not null,
  title text not null,
  -- Lower case, without accents.
  title_folded text not null,
  code text,
  -- Its letters and digits, lower case.
  code_folded text,
  detail text not null default '',
  body text not null default '',
  language text not null default 'en',
  title_words tsvector not null,
  all_words tsvector not null,
  subjects text[] not null default '{}',
  grade_levels text[] not null default '{}',
  state text,
  tags text[] not null default '{}',
  school_id uuid,
  owner_id uuid,
  academic_year_id uuid,
  framework_id uuid,
  course_id uuid,
  record_updated_at timestamptz not null,
  indexed_at timestamptz not null,
  primary key (tenant_id, kind, record_id)
);
create index search_documents__words on search_documents using gin (tenant_id extensions.uuid_ops, all_words);
create index search_documents__title on search_documents
  using gin (tenant_id extensions.uuid_ops, title_folded extensions.gin_trgm_ops);
create index search_documents__code on search_documents (tenant_id, code_folded text_pattern_ops)
  where code_folded is not null;
select app.protect_tenant_table('search_documents');


-- Up to when the changes of each kind are in the documents above.
create table search_progress (
  tenant_id uuid not null references tenants (id),
  kind text not null,
  indexed_through_at timestamptz not null,
  primary key (tenant_id, kind)
);
select app.protect_tenant_table('search_progress');

-- Operators that search with an index are not leakproof, and under row-level security they would read every row of
-- the tenant instead (measured: 44 times slower). So this runs as the job role, for the current tenant and no other;
-- it gives keys and a coarse place, and the caller joins the records it may see.
-- 0 the title or code itself, 1 begins with it, 2 words of the title, 3 words of the rest, 4 nearly the title.
create function app.search_candidates(
  tenant uuid, typed text, last_word text, excluded text[], typed_title text, typed_code text, kinds text[], most integer
) returns table (kind text, record_id uuid, place integer)
language plpgsql stable security definer
set search_path = pg_catalog, public, extensions
set pg_trgm.word_similarity_threshold = 0.5
as $$
declare
  configs regconfig[] := array['simple', 'english', 'spanish', 'french', 'arabic'];
  config regconfig;
  wanted tsquery;
  words tsquery;
  unwanted text;
  found integer;
begin
  if tenant is distinct from app.current_tenant() then
    raise exception 'tenant_context_missing';
  end if;
  foreach config in array configs loop
    words := websearch_to_tsquery(config, typed);
    if last_word <> '' then
      words := case when numnode(words) = 0 then to_tsquery('simple', quote_literal(last_word) || ':*')
        else words && (to_tsquery('simple', quote_literal(last_word) || ':*')
          || plainto_tsquery(config, last_word)) end;
    end if;
    if numnode(words) > 0 then
      wanted := case when wanted is null then words else wanted || words end;
    end if;
  end loop;
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
      case when d.title_folded = typed_title or d.code_folded = typed_code then 0
        when starts_with(d.title_folded, typed_title) then 1
        when d.title_words @@ wanted then 2
        else 3 end
    from search_documents d
    where d.tenant_id = tenant and d.kind = any (kinds) and d.all_words @@ wanted
    order by 3, d.record_updated_at desc
    limit most;
  get diagnostics found = row_count;
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
$$;
revoke all on function app.search_candidates(uuid, text, text, text[], text, text, text[], integer) from public;
grant execute on function app.search_candidates(uuid, text, text, text[], text, text, text[], integer) to homeroom_app;
grant create on schema app to homeroom_job;
alter function app.search_candidates(uuid, text, text, text[], text, text, text[], integer) owner to homeroom_job;
revoke create on schema app from homeroom_job;

create table saved_searches (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  user_id uuid not null,
  name text not null check (length(name) between 1 and 80),
  query jsonb not null,
  digest boolean not null default false,
  digest_sent_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  constraint saved_searches__name unique (tenant_id, user_id, name),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
select app.protect_tenant_table('saved_searches');
