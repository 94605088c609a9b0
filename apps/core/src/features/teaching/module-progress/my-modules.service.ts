import type { StudentItemContent, StudentModules } from '@k12/contracts/teaching/module-progress';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { withPictureLinks } from '../../operations/files/pictures.service.ts';
import { selectOptionalItem } from '../module-items/module-items-records.service.ts';
import { type Learner, loadSeenBy, selectLearner } from './learner.service.ts';
import * as queries from './module-progress.queries.ts';
import { locksOfSeen, presentSeen, presentStudentItem, type SeenModule } from './student-outline.service.ts';

export async function listMyModules(
  context: Context,
  courseId: string,
  studentId: string | undefined,
): Promise<StudentModules> {
  return context.readTenant(async (tx) => {
    const learner = await selectLearner(tx, context, courseId, studentId);
    return presentSeen(context, await loadSeenBy(tx, learner));
  });
}

/** The content once it is open; looking counts for students themselves (TCH-22). */
export async function openItem(
  context: Context,
  id: string,
  studentId: string | undefined,
): Promise<StudentItemContent> {
  return context.withTenant(async (tx) => {
    const { learner, item, seen } = await selectOpenItem(tx, context, id, studentId);
    if (learner.is_self) {
      await queries.recordOpened(tx, id, learner.student_id, context.platform.clock.now().toISOString());
    }
    const { row } = item;
    const page = row.page_id ? await queries.selectPage(tx, row.page_id) : undefined;
    const resources = row.lesson_plan_id
      ? await queries.listStudentResources(tx, { lesson_id: row.lesson_plan_id })
      : row.resource_id
        ? await queries.listStudentResources(tx, { resource_id: row.resource_id })
        : [];
    return {
      item: presentStudentItem(item, locksOfSeen(seen, context.platform.clock.now())),
      body: await withPictureLinks(tx, context, (page?.body as StudentItemContent['body']) ?? null),
      resources,
    };
  });
}

/** An item as it lies before a student: 404 unless it exists for them, 403 with the reason while it is locked (TCH-21). */
export async function selectOpenItem(
  tx: Transaction,
  context: Context,
  id: string,
  studentId: string | undefined,
): Promise<{ learner: Learner; item: SeenModule['items'][number]; seen: SeenModule[] }> {
  const row = await selectOptionalItem(tx, id);
  if (!row || row.deleted_at) throw new Problem('not_found');
  const learner = await selectLearner(tx, context, row.course_id, studentId);
  const seen = await loadSeenBy(tx, learner);
  const item = seen.flatMap(({ items }) => items).find((one) => one.row.id === id);
  if (!item) throw new Problem('not_found');
  refuseLocked(seen, [id], context.platform.clock.now());
  return { learner, item, seen };
}

/** Refused when every one of these items is locked; one open way is enough. */
function refuseLocked(seen: readonly SeenModule[], itemIds: readonly string[], now: Date): void {
  const locks = locksOfSeen(seen, now);
  const found = itemIds.map((id) => locks.items.get(id) ?? null);
  const [lock] = found;
  if (!lock || found.includes(null)) return;
  throw new Problem('locked', { context: { lock } });
}

/**
 * For whatever shows the content of an assignment to a student: 403 with the reason while all the modules it stands in
 * keep it locked (TCH-21).
 */
export async function refuseLockedAssignment(
  tx: Transaction,
  context: Context,
  place: { course_id: string; assignment_id: string; student_id: string },
): Promise<void> {
  if (!(await queries.isInModule(tx, place.assignment_id))) return;
  const [student] = (await queries.listStudents(tx, place.course_id)).filter(
    ({ id }) => id === place.student_id,
  );
  if (!student) return;
  const seen = await loadSeenBy(tx, {
    course: { id: place.course_id } as Learner['course'],
    student_id: place.student_id,
    section_ids: student.section_ids,
  });
  const items = seen
    .flatMap((one) => one.items)
    .filter(({ row }) => row.assignment_id === place.assignment_id);
  refuseLocked(
    seen,
    items.map(({ row }) => row.id),
    context.platform.clock.now(),
  );
}
