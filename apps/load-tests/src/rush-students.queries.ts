import { createHash } from 'node:crypto';
import pg from 'pg';
import { createManySubmissions } from './many-submissions.queries.ts';

/** One assignment that nobody has handed in yet, and its students, each signed in. */
export interface Rush {
  assignment_id: string;
  students: { id: string; secret: string }[];
}

const secretOf = (at: number) => `submission-rush-secret-of-student-number-${at}`;

/** The course of the other measurement with its students, who now may hand in, and a new assignment due at an instant. */
export async function createRush(
  urls: { job_url: string; owner_url: string },
  count: number,
  dueAt: Date,
): Promise<Rush> {
  await createManySubmissions(urls, 'riverbend', { students: count, assignments: 1 });
  const client = new pg.Client({ connectionString: urls.job_url });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select t.id as tenant_id, c.id as course_id, c.school_id, s.id as section_id, gen_random_uuid() as assignment_id
       from tenants t join courses c on c.tenant_id = t.id and c.name = 'Everybody'
       join sections s on s.tenant_id = t.id and s.course_id = c.id where t.slug = 'riverbend'`,
    );
    const { tenant_id, course_id, school_id, section_id, assignment_id } = rows[0];
    const { rows: students } = await client.query<{ id: string }>(
      `select id from users where tenant_id = $1 and username_normalized like 'number.%' order by id`,
      [tenant_id],
    );
    const ids = students.map(({ id }) => id);
    const hashes = ids.map((_, at) => createHash('sha256').update(secretOf(at)).digest());
    for (const [statement, values] of [
      [members, [tenant_id, school_id, ids]],
      [roles, [tenant_id, school_id, ids]],
      [places, [tenant_id, section_id, ids]],
      [sessions, [tenant_id, ids]],
      [doors, [tenant_id, ids, hashes]],
      [assignment, [tenant_id, course_id, assignment_id]],
      [cells, [tenant_id, course_id, assignment_id, section_id, dueAt, ids]],
    ] as const)
      await client.query(statement, [...values]);
    return { assignment_id, students: ids.map((id, at) => ({ id, secret: secretOf(at) })) };
  } finally {
    await client.end();
  }
}

const members = `insert into memberships (tenant_id, id, user_id, school_id)
  select $1, gen_random_uuid(), id, $2 from unnest($3::uuid[]) as id`;
const roles = `insert into role_assignments (tenant_id, id, user_id, role_id, scope, school_id)
  select $1, gen_random_uuid(), id, (select r.id from roles r where r.tenant_id = $1 and r.key = 'student'), 'school', $2
  from unnest($3::uuid[]) as id`;
const places = `insert into enrollments (tenant_id, id, section_id, user_id, role, created_at, updated_at)
  select $1, gen_random_uuid(), $2, id, 'student', now(), now() from unnest($3::uuid[]) as id`;
const sessions = `insert into sessions (tenant_id, id, user_id, method, expires_at)
  select $1, id, id, 'password', now() + interval '1 day' from unnest($2::uuid[]) as id`;
const doors = `insert into session_directory (token_hash, tenant_id, session_id, user_id, idle_minutes, idle_expires_at, expires_at)
  select hash, $1, id, id, 600, now() + interval '10 hours', now() + interval '1 day'
  from unnest($2::uuid[], $3::bytea[]) as one (id, hash)`;
const assignment = `insert into assignments (tenant_id, id, course_id, title, state, points_possible, submission_types,
    max_files, attempts_allowed, published_at, created_at, updated_at)
  values ($1, $3, $2, 'At the last moment', 'published', 50, array['text', 'file'], 3, 1, now(), now(), now())`;
const cells = `insert into student_work (tenant_id, assignment_id, student_id, course_id, section_id, due_at, changed_at)
  select $1, $3, id, $2, $4, $5, now() from unnest($6::uuid[]) as id`;

/** What the database holds afterwards, against what everybody was answered. */
export async function countRush(jobUrl: string, assignmentId: string): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: jobUrl });
  await client.connect();
  try {
    const { rows } = await client.query(counted, [assignmentId]);
    return rows[0];
  } finally {
    await client.end();
  }
}

/** One row; each figure but the first five has to be zero. */
const counted = `
  with work as (select * from student_work where assignment_id = $1),
    attempts as (select t.*, s.student_id from submission_attempts t
      join submissions s on s.tenant_id = t.tenant_id and s.id = t.submission_id where s.assignment_id = $1)
  select (select count(*) from attempts)::int as attempts,
    (select count(distinct student_id) from attempts)::int as students,
    (select count(*) from work where submission_state = 'submitted' and has_new_work and attempts_count = 1)::int as cells,
    (select count(*) from domain_events where name = 'submission.submitted' and payload->>'assignment_id' = $1::text)::int as events,
    (select count(*) from work where late_seconds > 0)::int as late,
    (select count(*) from work w join attempts a on a.student_id = w.student_id where w.submitted_at <> a.official_at
      or w.late_seconds <> greatest(0, floor(extract(epoch from a.official_at - w.due_at)))::int)::int as wrong_times,
    (select count(*) from attempts a join submissions s on s.tenant_id = a.tenant_id and s.id = a.submission_id
      where s.attempts_count <> 1 or s.draft is not null)::int as wrong_submissions`;
