import { fill } from './fill.ts';

/** Fills the demo district up to the given number of people, by the statement rather than one by one. */
export async function createManyPeople(
  urls: { job_url: string; owner_url: string },
  slug: string,
  people: number,
): Promise<void> {
  await fill(urls, slug, statements, [people]);
}

const statements = [
  `insert into users (tenant_id, id, given_name, family_name, email, email_normalized, sort_name, search_text,
     source, state, last_sign_in_at, last_sign_in_method, created_at)
   select $1, md5('many people ' || n)::uuid, given, family, mail, mail, lower(family || ' ' || given),
     lower(given || ' ' || family || ' ' || mail), 'import', case when n % 40 = 0 then 'suspended' else 'active' end,
     case when n % 5 = 0 then null else now() - n * interval '1 minute' end,
     case when n % 5 = 0 then null else 'password' end, now() - n * interval '1 second'
   from generate_series(1, $2::int) as n,
     lateral (select initcap(translate(md5('given ' || n % 997), '0123456789', 'ghijklmnop')) as long_given,
       initcap(translate(md5('family ' || n % 4999), '0123456789', 'ghijklmnop')) as long_family) as words,
     lateral (select left(long_given, 6) as given, left(long_family, 9) as family,
       'person' || n || '@many.example' as mail) as names`,
  `insert into memberships (tenant_id, id, user_id, school_id, is_primary, grade_level)
   select $1, md5('membership ' || u.id)::uuid, u.id, s.ids[1 + n % cardinality(s.ids)], true,
     case when n % 10 < 9 then (n % 13)::text end
   from generate_series(1, $2::int) as n
   join users u on u.tenant_id = $1 and u.id = md5('many people ' || n)::uuid
   cross join (select array_agg(id order by id) as ids from schools where tenant_id = $1) as s`,
  `insert into role_assignments (tenant_id, id, user_id, role_id, scope, school_id)
   select $1, md5('assignment ' || m.user_id)::uuid, m.user_id, r.id, 'school', m.school_id
   from generate_series(1, $2::int) as n
   join memberships m on m.tenant_id = $1 and m.id = md5('membership ' || md5('many people ' || n)::uuid)::uuid
   join roles r on r.tenant_id = $1 and r.key = case when n % 10 < 9 then 'student' else 'teacher' end`,
];
