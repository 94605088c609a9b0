import type { InboxCountQuery, InboxCounts, InboxQuery } from '@k12/contracts/teaching/inbox';
import type { Transaction } from '@k12/db';
import { type RawBuilder, sql } from 'kysely';
import type { Position } from '../../../platform/in-order-after.ts';
import { containing } from '../../../platform/like-pattern.ts';
import { stateConditions } from '../grading/work-states.rules.ts';

/** Whose work the caller may read: whole courses, and single sections of others (TCH-12). */
export interface InboxReach {
  course_ids: readonly string[];
  section_ids: readonly string[];
  now: string;
}

export interface InboxRecord {
  course_id: string;
  course_name: string;
  course_color: string | null;
  assignment_id: string;
  assignment_title: string;
  points_possible: string;
  is_anonymous: boolean;
  student_id: string;
  given_name: string;
  family_name: string;
  preferred_name: string | null;
  section_id: string | null;
  submission_state: 'not_started' | 'draft' | 'submitted' | 'revision_requested';
  submitted_at: string | null;
  due_at: string | null;
  late_seconds: number;
  is_late: boolean;
  is_missing: boolean;
  has_new_work: boolean;
  grade_state: 'none' | 'graded' | 'excused' | 'incomplete';
  effective_score: string | null;
  posted_at: string | null;
  grade_version: number;
  position: string;
}

const hidden = sql.raw('(a.is_anonymous and a.anonymity_lifted_at is null)');

/** What is compared, and the type that the cursor’s text is read back as; what has none comes last. */
const positions: Record<InboxQuery['sort'], { value: string; type: string }> = {
  waiting: { value: `coalesce(w.submitted_at, 'infinity')`, type: 'timestamptz' },
  due: { value: `coalesce(w.due_at, 'infinity')`, type: 'timestamptz' },
  name: {
    value: `(case when a.is_anonymous and a.anonymity_lifted_at is null then '~' else u.sort_name end collate "C")`,
    type: 'text collate "C"',
  },
  score: { value: `coalesce(w.effective_score, 'Infinity')`, type: 'numeric' },
};

/** Names are read only where they are asked for: they are the widest of these tables. */
function joins(query: { q?: string | undefined; sort?: string | undefined }): RawBuilder<unknown> {
  const names = query.q || query.sort === 'name';
  return sql`
    join assignments a on a.tenant_id = w.tenant_id and a.id = w.assignment_id
    join courses c on c.tenant_id = w.tenant_id and c.id = w.course_id
    ${names ? sql`join users u on u.tenant_id = w.tenant_id and u.id = w.student_id` : sql``}`;
}

function matching(reach: InboxReach, query: InboxCountQuery): RawBuilder<unknown> {
  const conditions = [
    sql`w.is_assigned and a.state in ('published', 'closed')`,
    reach.section_ids.length === 0
      ? sql`w.course_id = any(${reach.course_ids}::uuid[])`
      : sql`(w.course_id = any(${reach.course_ids}::uuid[]) or w.section_id = any(${reach.section_ids}::uuid[]))`,
  ];
  if (query.course_id) conditions.push(sql`w.course_id = ${query.course_id}::uuid`);
  if (query.section_id) conditions.push(sql`w.section_id = ${query.section_id}::uuid`);
  if (query.assignment_id) conditions.push(sql`w.assignment_id = ${query.assignment_id}::uuid`);
  if (query.from) conditions.push(sql`w.submitted_at >= ${query.from}::timestamptz`);
  if (query.to) conditions.push(sql`w.submitted_at < ${query.to}::timestamptz`);
  if (query.q) {
    const pattern = containing(query.q);
    // Names of anonymous work are not there to be found (TCH-78).
    conditions.push(
      sql`(a.title ilike ${pattern} or (not ${hidden} and (u.sort_name ilike ${pattern}
        or u.given_name || ' ' || u.family_name ilike ${pattern})))`,
    );
  }
  return sql.join(conditions, sql` and `);
}

/** The page is chosen on narrow rows; only what is shown is joined and worked out. */
export async function listInbox(
  tx: Transaction,
  reach: InboxReach,
  query: InboxQuery,
  after: Position,
): Promise<InboxRecord[]> {
  const { value, type } = positions[query.sort];
  const position = sql.raw(value);
  const state = sql.raw(query.state ? stateConditions[query.state] : 'true');
  const cursor = after
    ? sql`(${position}, w.assignment_id, w.student_id)
        > (${after[0]}::text::${sql.raw(type)}, ${after[1]}::uuid, ${after[2]}::uuid)`
    : sql`true`;
  const { rows } = await sql<InboxRecord>`
    with shown as materialized (
      select w.assignment_id, w.student_id, ${position} as position
      from student_work w
      cross join (select ${reach.now}::timestamptz as now) as asked
      ${joins(query)}
      where w.tenant_id = app.current_tenant() and ${matching(reach, query)} and ${state} and ${cursor}
      order by ${position}, w.assignment_id, w.student_id
      limit ${query.limit + 1}
    )
    select w.course_id, c.name as course_name, c.color as course_color, w.assignment_id, a.title as assignment_title,
      trim_scale(a.points_possible)::text as points_possible, ${hidden} as is_anonymous, w.student_id, u.given_name,
      u.family_name, u.preferred_name, w.section_id, w.submission_state, w.submitted_at, w.due_at, w.late_seconds,
      ${sql.raw(stateConditions.late)} as is_late, ${sql.raw(stateConditions.missing)} as is_missing, w.has_new_work,
      w.grade_state, trim_scale(w.effective_score)::text as effective_score, w.posted_at, w.grade_version,
      shown.position::text as position
    from shown
    join student_work w on w.tenant_id = app.current_tenant() and w.assignment_id = shown.assignment_id
      and w.student_id = shown.student_id
    join assignments a on a.tenant_id = w.tenant_id and a.id = w.assignment_id
    join courses c on c.tenant_id = w.tenant_id and c.id = w.course_id
    join users u on u.tenant_id = w.tenant_id and u.id = w.student_id
    cross join (select ${reach.now}::timestamptz as now) as asked
    order by shown.position, w.assignment_id, w.student_id`.execute(tx);
  return rows;
}

/** All states of all rows in one statement (TCH-65). */
export async function countInbox(
  tx: Transaction,
  reach: InboxReach,
  query: InboxCountQuery,
): Promise<InboxCounts> {
  const counts = sql.join(
    Object.entries(stateConditions).map(
      ([state, condition]) =>
        sql`(count(*) filter (where ${sql.raw(condition)}))::integer as ${sql.raw(state)}`,
    ),
  );
  const { rows } = await sql<InboxCounts>`
    select ${counts}, count(*)::integer as "all"
    from student_work w
    cross join (select ${reach.now}::timestamptz as now) as asked
    ${joins(query)}
    where w.tenant_id = app.current_tenant() and ${matching(reach, query)}`.execute(tx);
  const none = {
    to_grade: 0,
    new_work: 0,
    not_posted: 0,
    posted: 0,
    missing: 0,
    late: 0,
    revision: 0,
    all: 0,
  };
  return rows[0] ?? none;
}

/** One's places on the staff of all courses today. */
export function listStaffPlaces(tx: Transaction, userId: string, today: string) {
  return tx
    .selectFrom('enrollments as member')
    .innerJoin('sections as section', 'section.id', 'member.section_id')
    .select([
      'section.course_id',
      'member.section_id',
      'member.role',
      'member.is_limited',
      'member.assistant_rights',
    ])
    .where('member.user_id', '=', userId)
    .where('member.role', '<>', 'student')
    .where('member.state', '=', 'active')
    .where((eb) => eb.or([eb('member.starts_on', 'is', null), eb('member.starts_on', '<=', today)]))
    .where((eb) => eb.or([eb('member.ends_on', 'is', null), eb('member.ends_on', '>=', today)]))
    .execute();
}

export function listWork(tx: Transaction, items: readonly { assignment_id: string; student_id: string }[]) {
  return tx
    .selectFrom('student_work')
    .select(['assignment_id', 'student_id', 'course_id', 'submission_id'])
    .where('assignment_id', 'in', [...new Set(items.map(({ assignment_id }) => assignment_id))])
    .where('student_id', 'in', [...new Set(items.map(({ student_id }) => student_id))])
    .execute();
}

export async function listAllowedStudents(
  tx: Transaction,
  assignmentId: string,
  sectionIds: readonly string[] | null,
): Promise<Set<string>> {
  let rows = tx
    .selectFrom('student_work')
    .select('student_id')
    .where('assignment_id', '=', assignmentId)
    .where('is_assigned', '=', true);
  if (sectionIds) rows = rows.where('section_id', 'in', [...sectionIds]);
  return new Set((await rows.execute()).map(({ student_id }) => student_id));
}
