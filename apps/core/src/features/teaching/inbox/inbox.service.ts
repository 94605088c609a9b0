import type { InboxCountQuery, InboxQuery, InboxRow } from '@k12/contracts/teaching/inbox';
import type { Transaction } from '@k12/db';
import { authorize, reachesTenant, schoolsInReach } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { todayOf } from '../../identity/tenants/tenants.service.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { coursesLed, coursesOfActor } from '../courses/course-access.service.ts';
import { scopeOf } from '../courses/teaching-scope.rules.ts';
import { shownId } from '../grading/graded-cell.service.ts';
import * as dayWork from './day-work.queries.ts';
import * as queries from './inbox.queries.ts';

const right = 'submissions.read';

export async function listInbox(context: Context, query: InboxQuery) {
  const after = decodeCursor(query.cursor, 3);
  return context.readTenant(async (tx) => {
    const reach = await inboxReach(tx, context);
    const rows = await queries.listInbox(tx, reach, query, after);
    return pageOf(
      rows,
      query.limit,
      (row) => present(context, row),
      (row) => [row.position, row.assignment_id, row.student_id],
    );
  });
}

export function countInbox(context: Context, query: InboxCountQuery) {
  return context.readTenant(async (tx) => queries.countInbox(tx, await inboxReach(tx, context), query));
}

/** For other features: assignments of these courses that want something of the caller, as far as they see work. */
export async function listDayWork(
  tx: Transaction,
  context: Context,
  courseIds: ReadonlySet<string>,
): Promise<dayWork.DayWorkRow[]> {
  if (!context.actor.grants.has(right)) return [];
  return dayWork.listDayWork(tx, await inboxReach(tx, context, courseIds));
}

/**
 * The courses one teaches, or leads; students and guardians have no inbox of other people's work (TCH-16), and who
 * leads a school is still only a guardian or a student in the courses of another (IDN-49).
 */
async function inboxReach(
  tx: Transaction,
  context: Context,
  only: ReadonlySet<string> | null = null,
): Promise<queries.InboxReach> {
  const { actor, platform } = context;
  const isTeaching = actor.grants.get(right)?.course === true;
  const leads = reachesTenant(actor, right) || schoolsInReach(actor, right).length > 0;
  authorize(leads || isTeaching, right);
  const now = platform.clock.now().toISOString();
  const [courses, led, places] = await Promise.all([
    coursesOfActor(tx, context, right),
    leads ? coursesLed(tx, context, right) : new Set<string>(),
    isTeaching ? queries.listStaffPlaces(tx, actor.user_id ?? '', await todayOf(context)) : [],
  ]);
  const course_ids: string[] = [];
  const section_ids: string[] = [];
  for (const id of courses) {
    if (only && !only.has(id)) continue;
    const own = places.filter(({ course_id }) => course_id === id);
    const scope = led.has(id) ? { section_ids: null } : scopeOf(own, 'see_grades');
    if (scope?.section_ids) section_ids.push(...scope.section_ids);
    else if (scope) course_ids.push(id);
  }
  return { course_ids, section_ids, now };
}

function present(context: Context, row: queries.InboxRecord): InboxRow {
  const { given_name, family_name, preferred_name, is_anonymous, position, student_id, ...shown } = row;
  return {
    ...shown,
    student_id: shownId(context, row.assignment_id, is_anonymous, student_id),
    student_name: is_anonymous ? null : displayName({ given_name, family_name, preferred_name }),
    student_number: null,
  };
}
