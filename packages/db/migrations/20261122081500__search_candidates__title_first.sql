-- Where titles alone are enough, no text is read: whoever has the words in the text comes after all of them.
-- Loads the library whose setting the function has.
select extensions.show_limit();

grant create on schema app to homeroom_job;
set role homeroom_job;
create or replace function app.search_candidates(
  tenant uuid, typed text, last_word text, excluded text[], typed_title text, typed_code text, kinds text[], most integer
) returns table (kind text, record_id uuid, place integer)
language plpgsql stable security definer
set search_path = pg_catalog, public, extensions
set pg_trgm.word_similarity_threshold = 0.5
-- How common a word is decides how it is looked for.
set plan_cache_mode = force_custom_plan
as $$
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
$$;
reset role;
revoke create on schema app from homeroom_job;
