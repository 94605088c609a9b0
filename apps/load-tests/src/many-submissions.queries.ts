import { fill } from './fill.ts';

/**
 * A course of the demo teacher with thousands of students, who all handed in the first of its assignments, and as many
 * more assignments as make the inbox long. Ids come from their numbers, so that a measurement can name them.
 */
export async function createManySubmissions(
  urls: { job_url: string; owner_url: string },
  slug: string,
  given: { students: number; assignments: number },
): Promise<void> {
  await fill(urls, slug, statements, [given.students, given.assignments]);
}

/** The same id for the same words, of a shape that the API takes for an id. */
const idOf = (words: string) =>
  `overlay(overlay(md5(${words}) placing '4' from 13) placing '8' from 17)::uuid`;

const bigCourse = idOf("'many submissions course'");

const text = `jsonb_build_object('type', 'doc', 'content', jsonb_build_array(jsonb_build_object('type', 'paragraph',
  'content', jsonb_build_array(jsonb_build_object('type', 'text', 'text',
    repeat('The rate fell quickly at first and then more slowly. ', 40))))))`;

const statements = [
  `insert into users (tenant_id, id, given_name, family_name, username, username_normalized, sort_name, search_text,
     created_at, updated_at)
   select $1, ${idOf("'many submissions student ' || n")}, 'Student', 'Number ' || n, 'number.' || n,
     'number.' || n, 'number ' || n, 'student number ' || n, now(), now()
   from generate_series(1, $2::int) as n where $3::int > 0`,
  `insert into courses (tenant_id, id, school_id, academic_year_id, name, state, created_at, updated_at)
   select $1, ${bigCourse}, m.school_id, y.id, 'Everybody', 'active', now(), now()
   from users u
   join lateral (select school_id from memberships where tenant_id = $1 and user_id = u.id order by school_id limit 1) m on true
   join academic_years y on y.tenant_id = $1 and y.state = 'active'
   where u.tenant_id = $1 and u.email_normalized = 'teacher@riverbend.example' and $2::int + $3::int > 0`,
  `insert into sections (tenant_id, id, course_id, name, created_at, updated_at)
   select $1, ${idOf("'many submissions section'")}, ${bigCourse}, 'All', now(), now() where $2::int + $3::int > 0`,
  `insert into enrollments (tenant_id, id, section_id, user_id, role, created_at, updated_at)
   select $1, ${idOf("'many submissions teacher'")}, ${idOf("'many submissions section'")}, u.id, 'teacher', now(), now()
   from users u where u.tenant_id = $1 and u.email_normalized = 'teacher@riverbend.example' and $2::int + $3::int > 0`,
  `insert into assignments (tenant_id, id, course_id, title, state, points_possible, published_at, created_at, updated_at)
   select $1, ${idOf("'many submissions assignment ' || a")}, ${bigCourse}, 'Report ' || a, 'published', 50, now(), now(), now()
   from generate_series(1, $3::int) as a where $2::int > 0`,
  `insert into submissions (tenant_id, id, course_id, assignment_id, student_id, attempts_count, created_at, updated_at)
   select $1, ${idOf("'many submissions ' || a || ' ' || n")}, ${bigCourse}, ${idOf("'many submissions assignment ' || a")},
     ${idOf("'many submissions student ' || n")}, 1, now(), now()
   from generate_series(1, $2::int) as n, generate_series(1, $3::int) as a`,
  `insert into submission_attempts (tenant_id, id, submission_id, number, official_at, received_at, body, submitted_by, receipt_code)
   select $1, ${idOf("'many submissions attempt ' || a || ' ' || n")}, ${idOf("'many submissions ' || a || ' ' || n")}, 1,
     now() - n * interval '1 minute', now(), ${text}, ${idOf("'many submissions student ' || n")}, 'MANY-' || a || '-' || n
   from generate_series(1, $2::int) as n, generate_series(1, $3::int) as a`,
  `insert into student_work (tenant_id, assignment_id, student_id, course_id, section_id, due_at, submission_id,
     submission_state, submitted_at, attempts_count, late_seconds, has_new_work, changed_at)
   select $1, ${idOf("'many submissions assignment ' || a")}, ${idOf("'many submissions student ' || n")}, ${bigCourse},
     ${idOf("'many submissions section'")}, now() - interval '1 day', ${idOf("'many submissions ' || a || ' ' || n")},
     'submitted', now() - n * interval '1 minute', 1, case when n % 5 = 0 then 3600 else 0 end, true, now()
   from generate_series(1, $2::int) as n, generate_series(1, $3::int) as a`,
];
