import { fill } from './fill.ts';

export const bigCourse = 'b16c0000-0000-8000-a000-000000000001';

// Marked as a UUID of version 8, as the API asks of every id.
const ids = (name: string, number: string) =>
  `overlay(overlay(md5('${name}' || ${number}::text) placing '8' from 13) placing 'a' from 17)::uuid`;

/** A course with so many students and assignments; every cell graded but each twentieth, one in ten late. */
const statements = [
  `insert into courses (tenant_id, id, school_id, academic_year_id, name, state, settings, created_at, updated_at)
   select $1, '${bigCourse}', school.id, year.id, 'Big course', 'active', '{"calculation":"weighted"}', now(), now()
   from (select id from schools where tenant_id = $1 order by id limit 1) school,
     (select id from academic_years where tenant_id = $1 and state = 'active') year, (select $2::int, $3::int) sizes`,
  `insert into sections (tenant_id, id, course_id, name, created_at, updated_at)
   select $1, ${ids('section', '1')}, '${bigCourse}', 'All', now(), now() from (select $2::int, $3::int) sizes`,
  `insert into enrollments (tenant_id, id, section_id, user_id, role, created_at, updated_at)
   select $1, ${ids('teacher', '1')}, ${ids('section', '1')}, id, 'teacher', now(), now()
   from users, (select $2::int, $3::int) sizes where tenant_id = $1 and email = 'teacher@riverbend.example'`,
  `insert into users (tenant_id, id, username, username_normalized, given_name, family_name, sort_name, search_text)
   select $1, ${ids('student', 'n')}, 'big' || n, 'big' || n, 'Student ' || n, 'Family ' || n, 'family ' || n, 'family ' || n
   from generate_series(1, $2::int) n, (select $3::int) sizes`,
  `insert into enrollments (tenant_id, id, section_id, user_id, role, created_at, updated_at)
   select $1, ${ids('enrollment', 'n')}, ${ids('section', '1')}, ${ids('student', 'n')}, 'student', now(), now()
   from generate_series(1, $2::int) n, (select $3::int) sizes`,
  `insert into grade_categories (tenant_id, id, course_id, name, weight_percent, drop_lowest, position, created_at, updated_at)
   select $1, ${ids('category', 'n')}, '${bigCourse}', 'Category ' || n, 20, n % 2, n, now(), now()
   from generate_series(1, 5) n, (select $2::int, $3::int) sizes`,
  `insert into assignments
     (tenant_id, id, course_id, title, category_id, points_possible, position, state, published_at, created_at, updated_at)
   select $1, ${ids('assignment', 'n')}, '${bigCourse}', 'Assignment ' || n, ${ids('category', '(n % 5 + 1)')},
     10 + n % 40, n, 'published', now(), now(), now()
   from generate_series(1, $3::int) n, (select $2::int) sizes`,
  `insert into assignment_dates (tenant_id, id, assignment_id, target, due_at, created_at)
   select $1, ${ids('dates', 'n')}, ${ids('assignment', 'n')}, 'everyone', date_trunc('day', now()) - n * interval '12 hours', now()
   from generate_series(1, $3::int) n, (select $2::int) sizes`,
  `insert into student_work
     (tenant_id, assignment_id, student_id, course_id, section_id, due_at, submission_state, submitted_at, late_seconds,
      entry, entered_score, effective_score, deduction, grade_state, grade_source, graded_at, posted_at, grade_version, changed_at)
   select $1, ${ids('assignment', 'a')}, ${ids('student', 's')}, '${bigCourse}', ${ids('section', '1')},
     date_trunc('day', now()) - a * interval '12 hours', 'submitted', now() - a * interval '12 hours',
     case when (a * 7 + s) % 10 = 0 then 86400 else 0 end,
     case when (a + s) % 20 = 0 then null else (5 + (a * s) % 6)::text end,
     case when (a + s) % 20 = 0 then null else 5 + (a * s) % 6 end,
     case when (a + s) % 20 = 0 then null else 5 + (a * s) % 6 - case when (a * 7 + s) % 10 = 0 then 0.5 else 0 end end,
     case when (a + s) % 20 <> 0 and (a * 7 + s) % 10 = 0 then 0.5 else 0 end,
     case when (a + s) % 20 = 0 then 'none' else 'graded' end, 'typed', now(), now(), 1, now()
   from generate_series(1, $2::int) s, generate_series(1, $3::int) a`,
];

export async function createManyGrades(
  urls: { job_url: string; owner_url: string },
  students: number,
  assignments: number,
): Promise<void> {
  await fill(urls, 'riverbend', statements, [students, assignments]);
}
