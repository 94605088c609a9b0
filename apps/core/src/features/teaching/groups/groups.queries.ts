import { newId, type Transaction } from '@k12/db';

export type GroupSetRow = NonNullable<Awaited<ReturnType<typeof selectOptionalGroupSet>>>;

export function selectOptionalGroupSet(tx: Transaction, id: string) {
  return tx
    .selectFrom('group_sets')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

export function listGroupSets(tx: Transaction, courseId: string): Promise<GroupSetRow[]> {
  return tx
    .selectFrom('group_sets')
    .selectAll()
    .where('course_id', '=', courseId)
    .where('deleted_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

export function listGroups(tx: Transaction, setIds: readonly string[]) {
  if (setIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('student_groups')
    .select(['id', 'group_set_id', 'name', 'position'])
    .where('group_set_id', 'in', setIds)
    .where('deleted_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export function listMembers(tx: Transaction, setIds: readonly string[]) {
  if (setIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('group_members as member')
    .innerJoin('users as student', 'student.id', 'member.student_id')
    .select([
      'member.group_set_id',
      'member.group_id',
      'member.student_id',
      'student.given_name',
      'student.family_name',
      'student.preferred_name',
    ])
    .where('member.group_set_id', 'in', setIds)
    .where('member.left_at', 'is', null)
    .orderBy('student.sort_name')
    .orderBy('student.id')
    .execute();
}

/** Of all sections, or of some (TCH-12). */
export async function listLearners(
  tx: Transaction,
  courseId: string,
  sectionIds: readonly string[] | null = null,
): Promise<string[]> {
  let learners = tx
    .selectFrom('enrollments as member')
    .innerJoin('sections as section', 'section.id', 'member.section_id')
    .select('member.user_id')
    .distinct()
    .where('section.course_id', '=', courseId)
    .where('member.role', '=', 'student')
    .where('member.state', '=', 'active')
    .orderBy('member.user_id');
  if (sectionIds) learners = learners.where('member.section_id', 'in', [...sectionIds]);
  const rows = await learners.execute();
  return rows.map(({ user_id }) => user_id);
}

export async function createGroupSet(
  tx: Transaction,
  set: { id: string; course_id: string; name: string; created_at: string },
): Promise<void> {
  await tx.insertInto('group_sets').values(set).execute();
}

export async function updateGroupSet(
  tx: Transaction,
  id: string,
  lockVersion: number | null,
  changes: { name?: string | undefined; deleted_at?: string },
): Promise<boolean> {
  let update = tx
    .updateTable('group_sets')
    .set((eb) => ({ ...changes, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id);
  if (lockVersion !== null) update = update.where('lock_version', '=', lockVersion);
  return (await update.returning('id').executeTakeFirst()) !== undefined;
}

export interface GroupWanted {
  id: string;
  name: string;
  position: number;
}

/** Groups by id as they shall be; those not named go into the bin. */
export async function putGroups(
  tx: Transaction,
  setId: string,
  groups: readonly GroupWanted[],
  now: string,
): Promise<void> {
  let gone = tx
    .updateTable('student_groups')
    .set({ deleted_at: now })
    .where('group_set_id', '=', setId)
    .where('deleted_at', 'is', null);
  const ids = groups.map(({ id }) => id);
  if (ids.length > 0) gone = gone.where('id', 'not in', ids);
  await gone.execute();
  if (groups.length === 0) return;
  await tx
    .insertInto('student_groups')
    .values(groups.map((group) => ({ ...group, group_set_id: setId, created_at: now })))
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'id']).doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        position: eb.ref('excluded.position'),
      })),
    )
    .execute();
}

/** Who leaves stays in history (TCH-46). */
export async function leaveGroups(
  tx: Transaction,
  setId: string,
  studentIds: readonly string[],
  now: string,
): Promise<void> {
  if (studentIds.length === 0) return;
  await tx
    .updateTable('group_members')
    .set({ left_at: now })
    .where('group_set_id', '=', setId)
    .where('student_id', 'in', studentIds)
    .where('left_at', 'is', null)
    .execute();
}

/** Out of all groups of a course; who comes back finds them by this instant (TCH-10). */
export async function leaveGroupsOfCourse(
  tx: Transaction,
  courseId: string,
  studentId: string,
  at: string,
): Promise<void> {
  await tx
    .updateTable('group_members')
    .set({ left_at: at })
    .where('student_id', '=', studentId)
    .where('left_at', 'is', null)
    .where('group_set_id', 'in', (eb) =>
      eb.selectFrom('group_sets').select('id').where('course_id', '=', courseId),
    )
    .execute();
}

/** Groups of a course that somebody left at an instant, as far as they are there and no other was joined since. */
export function listGroupsLeft(tx: Transaction, courseId: string, studentId: string, at: string) {
  return tx
    .selectFrom('group_members as member')
    .innerJoin('group_sets as set', 'set.id', 'member.group_set_id')
    .innerJoin('student_groups as group', 'group.id', 'member.group_id')
    .select(['member.group_set_id', 'member.group_id'])
    .where('set.course_id', '=', courseId)
    .where('set.deleted_at', 'is', null)
    .where('group.deleted_at', 'is', null)
    .where('member.student_id', '=', studentId)
    .where('member.left_at', '=', at)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('group_members as present')
            .select('present.id')
            .whereRef('present.group_set_id', '=', 'member.group_set_id')
            .where('present.student_id', '=', studentId)
            .where('present.left_at', 'is', null),
        ),
      ),
    )
    .execute();
}

export async function joinGroups(
  tx: Transaction,
  setId: string,
  members: readonly { group_id: string; student_id: string }[],
  now: string,
): Promise<void> {
  if (members.length === 0) return;
  await tx
    .insertInto('group_members')
    .values(members.map((member) => ({ ...member, id: newId(), group_set_id: setId, joined_at: now })))
    .execute();
}

/** Assignments that are done in these groups. */
export async function countUses(tx: Transaction, setId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('assignments')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('group_set_id', '=', setId)
    .where('state', '<>', 'deleted')
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Groups of a set that have handed something in. */
export async function listGroupsWithWork(tx: Transaction, setId: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('submissions as submission')
    .innerJoin('student_groups as group', 'group.id', 'submission.group_id')
    .select('group.id')
    .distinct()
    .where('group.group_set_id', '=', setId)
    .where('submission.attempts_count', '>', 0)
    .execute();
  return new Set(rows.map(({ id }) => id));
}
