import { fill } from './fill.ts';
import { createManyPlans } from './many-plans.queries.ts';

/** Courses of the teacher's school in the active year with units placed and published, aligned to its framework. */
export async function createManyCourses(
  urls: { job_url: string; owner_url: string },
  slug: string,
  given: { courses: number; units_each: number; alignments: number },
): Promise<void> {
  const units = given.courses * given.units_each;
  await createManyPlans(urls, slug, units);
  await fill(urls, slug, statements, [given.courses, given.units_each, given.alignments]);
}

const place = `cross join (select id as year_id, starts_on from academic_years where tenant_id = $1 and state = 'active') y
   cross join (select m.school_id, u.id as teacher_id from users u
     join memberships m on m.tenant_id = $1 and m.user_id = u.id
     where u.tenant_id = $1 and u.email_normalized = 'teacher@riverbend.example' order by m.school_id limit 1) t`;
const given = '(select $2::int as courses, $3::int as units_each, $4::int as alignments) as given';

const statements = [
  `insert into courses (tenant_id, id, school_id, academic_year_id, name, subject, grade_levels, state, created_at, updated_at)
   select $1, md5('many courses ' || n)::uuid, t.school_id, y.year_id, 'Course ' || n,
     (array['Mathematics', 'Science', 'English', 'History'])[1 + n % 4], array[(array['9', '10', '11', '12'])[1 + n % 4]],
     'active', now(), now()
   from ${given} cross join lateral generate_series(1, given.courses) as n ${place}`,
  `insert into sections (tenant_id, id, course_id, name, created_at, updated_at)
   select $1, md5('many sections ' || n)::uuid, md5('many courses ' || n)::uuid, 'A', now(), now()
   from ${given} cross join lateral generate_series(1, given.courses) as n`,
  `insert into plan_versions (tenant_id, id, plan_id, version_number, title, content, author_id, kind,
     content_hash, created_at)
   select $1, md5('many versions ' || n)::uuid, p.id, 1, p.title, '{}', p.owner_id, 'publish', '\\x00', now()
   from ${given} cross join lateral generate_series(1, given.courses * given.units_each) as n
   join plans p on p.tenant_id = $1 and p.id = md5('many plans ' || n)::uuid`,
  `update plans set published_version_id = v.id, state = 'published'
   from plan_versions v, ${given}
   where plans.tenant_id = $1 and v.tenant_id = $1 and v.plan_id = plans.id and plans.title = v.title
     and plans.published_version_id is null and given.courses > 0`,
  `insert into unit_placements (tenant_id, id, unit_plan_id, course_id, school_id, academic_year_id, starts_on, ends_on,
     created_by, created_at, updated_by, updated_at)
   select $1, md5('many placements ' || n)::uuid, md5('many plans ' || n)::uuid,
     md5('many courses ' || 1 + (n - 1) / given.units_each)::uuid, t.school_id, y.year_id,
     y.starts_on + 40 * ((n - 1) % given.units_each), y.starts_on + 40 * ((n - 1) % given.units_each) + 35,
     t.teacher_id, now(), t.teacher_id, now()
   from ${given} cross join lateral generate_series(1, given.courses * given.units_each) as n ${place}`,
  `insert into plan_version_alignments (tenant_id, version_id, standard_id, plan_id, emphasis)
   select $1, md5('many versions ' || unit)::uuid, s.id, md5('many plans ' || unit)::uuid, 'developed'
   from ${given} cross join lateral generate_series(1, given.alignments) as n
   cross join lateral (select 1 + n % (given.courses * given.units_each) as unit) as one
   join (select id, row_number() over (order by id) as place, count(*) over () as many from standards
     where tenant_id = $1 and state = 'active' and assessable and not is_unplaced) s
     on s.place = 1 + (n * 7 + n / (given.courses * given.units_each)) % s.many
   on conflict do nothing`,
];
