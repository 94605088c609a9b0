import type { FieldProblem } from '@k12/contracts';
import type { GroupSet, GroupSetCreate, GroupSetUpdate } from '@k12/contracts/teaching/groups';
import { newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { tellOfDates } from '../assignment-dates/assignment-dates.service.ts';
import { selectCourseForChange } from '../assignments/assignment-access.service.ts';
import type { CourseRow } from '../courses/course-access.service.ts';
import { selectTaughtCourse } from '../courses/teaching-scope.service.ts';
import { refreshWork } from '../student-work/work-dates.service.ts';
import { takeGroupWork } from '../student-work/work-movers.service.ts';
import * as queries from './groups.queries.ts';
import { deal, membershipChanges } from './groups.rules.ts';

export async function listGroupSets(context: Context, courseId: string): Promise<{ data: GroupSet[] }> {
  return context.readTenant(async (tx) => {
    const { scope } = await selectTaughtCourse(tx, context, courseId, 'assignments.write', 'edit_content');
    const sets = await queries.listGroupSets(tx, courseId);
    return { data: await present(tx, courseId, sets, scope.section_ids) };
  });
}

export async function getGroupSet(context: Context, id: string): Promise<GroupSet> {
  return context.readTenant(async (tx) => {
    const set = await queries.selectOptionalGroupSet(tx, id);
    if (!set) throw new Problem('not_found');
    const taught = await selectTaughtCourse(tx, context, set.course_id, 'assignments.write', 'edit_content');
    return presentOne(tx, set, taught.scope.section_ids);
  });
}

export async function createGroupSet(
  context: Context,
  courseId: string,
  input: GroupSetCreate,
): Promise<GroupSet> {
  return context.withTenant(async (tx) => {
    const course = await selectWholeCourse(tx, context, courseId);
    const id = newId();
    const now = context.platform.clock.now().toISOString();
    await queries.createGroupSet(tx, { id, course_id: courseId, name: input.name, created_at: now });
    const learners = await queries.listLearners(tx, courseId);
    const dealt = input.split_into ? deal(learners, input.split_into, Math.random) : [];
    const groups = input.groups ?? dealt.map((student_ids, at) => ({ name: String(at + 1), student_ids }));
    await putGroups(tx, context, { id, course, learners, groups, movers: undefined });
    await audit(tx, context, 'group_set.created', id, course);
    return presentOne(tx, { id, course_id: courseId, name: input.name, lock_version: 0 });
  });
}

export async function updateGroupSet(context: Context, id: string, input: GroupSetUpdate): Promise<GroupSet> {
  return context.withTenant(async (tx) => {
    const { set, course } = await selectForChange(tx, context, id);
    if (!(await queries.updateGroupSet(tx, id, input.lock_version, { name: input.name ?? set.name }))) {
      throw new Problem('version_conflict', { current: await presentOne(tx, set) });
    }
    if (input.groups) {
      const learners = await queries.listLearners(tx, course.id);
      await putGroups(tx, context, { id, course, learners, groups: input.groups, movers: input.movers });
    }
    await audit(tx, context, 'group_set.updated', id, course);
    const after = await queries.selectOptionalGroupSet(tx, id);
    return presentOne(tx, after ?? set);
  });
}

export async function deleteGroupSet(context: Context, id: string): Promise<void> {
  await context.withTenant(async (tx) => {
    const { course } = await selectForChange(tx, context, id);
    const uses = await queries.countUses(tx, id);
    if (uses > 0) {
      throw new Problem('conflict', {
        detail: 'Assignments are done in these groups.',
        context: { assignments_count: uses },
      });
    }
    await queries.updateGroupSet(tx, id, null, { deleted_at: context.platform.clock.now().toISOString() });
    await audit(tx, context, 'group_set.deleted', id, course);
  });
}

interface GroupsWanted {
  id: string;
  course: CourseRow;
  learners: readonly string[];
  groups: readonly { id?: string | undefined; name: string; student_ids: readonly string[] }[];
  movers: GroupSetUpdate['movers'];
}

/** Groups and members as they shall be; who moves away from work that was handed in needs a decision (TCH-46). */
async function putGroups(tx: Transaction, context: Context, wanted: GroupsWanted): Promise<void> {
  const known = new Set((await queries.listGroups(tx, [wanted.id])).map(({ id }) => id));
  const errors = groupProblems(wanted, known);
  if (errors.length > 0) throw new Problem('request.invalid', { errors });
  const now = context.platform.clock.now().toISOString();
  const groups = wanted.groups.map((group, position) => ({ ...group, id: group.id ?? newId(), position }));
  const before = await queries.listMembers(tx, [wanted.id]);
  const after = groups.flatMap(({ id, student_ids }) =>
    student_ids.map((student_id) => ({ group_id: id, student_id })),
  );
  const { leaving, joining } = membershipChanges(before, after);
  const withWork = await queries.listGroupsWithWork(tx, wanted.id);
  const concerned = leaving.filter(({ group_id }) => withWork.has(group_id));
  if (concerned.length > 0 && !wanted.movers) {
    const student_ids = concerned.map(({ student_id }) => student_id);
    throw new Problem('group.choose_work', { context: { student_ids } });
  }
  await queries.putGroups(
    tx,
    wanted.id,
    groups.map(({ id, name, position }) => ({ id, name, position })),
    now,
  );
  const gone = leaving.map(({ student_id }) => student_id);
  await queries.leaveGroups(tx, wanted.id, gone, now);
  await queries.joinGroups(tx, wanted.id, joining, now);
  const keeping = new Set(wanted.movers === 'keep' ? concerned.map(({ student_id }) => student_id) : []);
  const moving = joining.filter(({ student_id }) => !keeping.has(student_id));
  await takeGroupWork(tx, context, wanted.id, moving);
  const student_ids = [...new Set([...gone, ...joining.map(({ student_id }) => student_id)])];
  if (student_ids.length === 0) return;
  const changed = await refreshWork(tx, context, { course_id: wanted.course.id, student_ids });
  await tellOfDates(tx, context, wanted.course.id, changed);
}

function groupProblems({ groups, learners }: GroupsWanted, known: ReadonlySet<string>): FieldProblem[] {
  const inCourse = new Set(learners);
  const seen = new Set<string>();
  const problems: FieldProblem[] = [];
  for (const [at, group] of groups.entries()) {
    if (group.id && !known.has(group.id)) {
      problems.push({
        pointer: `/groups/${at}/id`,
        code: 'unknown',
        detail: 'Is not a group of this division.',
      });
    }
    for (const [place, student] of group.student_ids.entries()) {
      const pointer = `/groups/${at}/student_ids/${place}`;
      if (!inCourse.has(student)) {
        problems.push({ pointer, code: 'unknown_student', detail: 'Is not in this course.' });
      } else if (seen.has(student)) {
        problems.push({ pointer, code: 'duplicate', detail: 'Is in another group already.' });
      }
      seen.add(student);
    }
  }
  return problems;
}

async function selectForChange(tx: Transaction, context: Context, id: string) {
  const set = await queries.selectOptionalGroupSet(tx, id);
  if (!set) throw new Problem('not_found');
  return { set, course: await selectWholeCourse(tx, context, set.course_id) };
}

/** Groups run across sections: who helps in some of them reads who of theirs is where, and changes none (TCH-12). */
async function selectWholeCourse(tx: Transaction, context: Context, id: string): Promise<CourseRow> {
  return (await selectCourseForChange(tx, context, id)).course;
}

type SetFacts = Pick<queries.GroupSetRow, 'id' | 'course_id' | 'name' | 'lock_version'>;

async function presentOne(
  tx: Transaction,
  set: SetFacts,
  sectionIds: readonly string[] | null = null,
): Promise<GroupSet> {
  const [shown] = await present(tx, set.course_id, [set], sectionIds);
  return shown as GroupSet;
}

async function present(
  tx: Transaction,
  courseId: string,
  sets: readonly SetFacts[],
  sectionIds: readonly string[] | null,
): Promise<GroupSet[]> {
  const ids = sets.map(({ id }) => id);
  const [groups, everybody, learners] = await Promise.all([
    queries.listGroups(tx, ids),
    queries.listMembers(tx, ids),
    queries.listLearners(tx, courseId, sectionIds),
  ]);
  const members = everybody.filter((one) => sectionIds === null || learners.includes(one.student_id));
  return sets.map((set) => {
    const own = members.filter(({ group_set_id }) => group_set_id === set.id);
    const grouped = new Set(own.map(({ student_id }) => student_id));
    return {
      id: set.id,
      course_id: courseId,
      name: set.name,
      lock_version: set.lock_version,
      groups: groups
        .filter(({ group_set_id }) => group_set_id === set.id)
        .map(({ id, name }) => ({
          id,
          name,
          members: own
            .filter(({ group_id }) => group_id === id)
            .map((member) => ({ student_id: member.student_id, name: displayName(member) })),
        })),
      ungrouped_count: learners.filter((id) => !grouped.has(id)).length,
    };
  });
}

function audit(tx: Transaction, context: Context, action: string, id: string, { school_id }: CourseRow) {
  return recordAudit(tx, context, { action, target_type: 'group_set', target_id: id, school_id });
}
