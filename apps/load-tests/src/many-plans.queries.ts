import { fill } from './fill.ts';

/** Words of planning, so that a search meets rare and common ones as it would in a district. */
export const words =
  `ratio fraction percent unit rate proportion kitchen recipe energy matter cell ecosystem volcano erosion rock weather poem narrative
argument evidence theme character setting citizen map river empire trade colony revolution voting light sound wave motion force gravity
magnet circuit atom molecule mixture solution graph slope variable equation inequality angle triangle circle volume surface data median
sample survey chance rhythm melody color sculpture health team balance strategy garden seed soil water budget interest design model test
improve measure compare explain justify predict observe record discuss present reflect`.split(/\s+/);

/** Units of the demo teacher in the teacher's school, each with a draft of some paragraphs and its words for search. */
export async function createManyPlans(
  urls: { job_url: string; owner_url: string },
  slug: string,
  plans: number,
): Promise<void> {
  await fill(urls, slug, statements, [plans, words]);
}

const statements = [
  `insert into plans (tenant_id, id, kind, title, school_id, owner_id, home, subjects, grade_levels, pack_key, pack_version,
     schema_key, state, created_by, created_at, updated_at)
   select $1, md5('many plans ' || n)::uuid, 'unit',
     initcap(concat_ws(' ', w[1 + (n * 7) % cardinality(w)], 'and', w[1 + (n * 13) % cardinality(w)], n)),
     m.school_id, u.id, case when n % 10 = 0 then 'personal' else 'school' end,
     array[(array['Mathematics', 'Science', 'English', 'History'])[1 + n % 4]], array[(1 + n % 8)::text],
     'plain', 1, 'unit', case when n % 3 = 0 then 'published' else 'draft' end, u.id,
     now() - n * interval '1 minute', now() - n * interval '1 minute'
   from generate_series(1, $2::int) as n
   cross join (select $3::text[] as w) as vocabulary
   join users u on u.tenant_id = $1 and u.email_normalized = 'teacher@riverbend.example'
   join lateral (select school_id from memberships where tenant_id = $1 and user_id = u.id order by school_id limit 1) m on true`,
  `insert into plan_drafts (tenant_id, plan_id, content, revision, last_editor_id, last_edited_at)
   select p.tenant_id, p.id, jsonb_build_object('overview', (
       select string_agg(w[1 + (abs(hashtext(n || ':' || i)) % (cardinality(w) * (1 + i % 3)) % cardinality(w))], ' ')
       from generate_series(1, 120) as i)),
     1, p.owner_id, p.updated_at
   from generate_series(1, $2::int) as n
   cross join (select $3::text[] as w) as vocabulary
   join plans p on p.tenant_id = $1 and p.id = md5('many plans ' || n)::uuid`,
  `insert into search_documents (tenant_id, kind, record_id, title, title_folded, body, language, title_words, all_words,
     subjects, grade_levels, state, school_id, owner_id, record_updated_at, indexed_at)
   select p.tenant_id, p.kind, p.id, p.title, lower(p.title), d.content->>'overview', 'en',
     to_tsvector('english', p.title) || to_tsvector('simple', p.title),
     to_tsvector('english', p.title || ' ' || (d.content->>'overview'))
       || to_tsvector('simple', p.title || ' ' || (d.content->>'overview')),
     p.subjects, p.grade_levels, p.state, p.school_id, p.owner_id, p.updated_at, now()
   from generate_series(1, $2::int) as n
   join plans p on p.tenant_id = $1 and p.id = md5('many plans ' || n)::uuid
   join plan_drafts d on d.tenant_id = $1 and d.plan_id = p.id
   where cardinality($3::text[]) > 0`,
];
