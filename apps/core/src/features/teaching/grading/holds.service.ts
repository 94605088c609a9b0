import type { Context } from '../../../platform/context.ts';
import { personNamed } from '../../identity/users/names.service.ts';
import { ownUserId, selectGradedAssignment, selectGradedCell, shownId } from './graded-cell.service.ts';
import * as queries from './holds.queries.ts';

/** Long enough to read a page, short enough that a closed laptop keeps nobody waiting (TCH-184). */
const holdMs = 120_000;

export function holdsSince({ platform }: Context): string {
  return new Date(platform.clock.now().getTime() - holdMs).toISOString();
}

export async function holdWork(context: Context, params: { id: string; student_id: string }) {
  const user_id = ownUserId(context);
  return context.withTenant(async (tx) => {
    const { cell, shown_id } = await selectGradedCell(
      tx,
      context,
      params,
      'submissions.grade',
      'enter_grades',
    );
    const { assignment_id, student_id } = cell;
    const opened_at = context.platform.clock.now().toISOString();
    const wish = { assignment_id, student_id, user_id, opened_at };
    const hold = await queries.takeHold(tx, wish, holdsSince(context));
    if (hold.user_id === user_id) return { student_id: shown_id, held_by: null };
    return { student_id: shown_id, held_by: await personNamed(tx, hold.user_id) };
  });
}

export async function takeNextUngraded(
  context: Context,
  id: string,
  input: { section_id?: string | undefined },
) {
  const user_id = ownUserId(context);
  return context.withTenant(async (tx) => {
    const graded = await selectGradedAssignment(tx, context, id, 'submissions.grade', 'enter_grades');
    const since = holdsSince(context);
    const { section_ids } = graded.scope;
    const section_id = input.section_id ?? null;
    const student_id = await queries.selectNextUngraded(tx, {
      assignment_id: id,
      user_id,
      section_id,
      section_ids,
      since,
    });
    if (student_id === null) return { student_id: null };
    const opened_at = context.platform.clock.now().toISOString();
    await queries.takeHold(tx, { assignment_id: id, student_id, user_id, opened_at }, since);
    return { student_id: shownId(context, id, graded.is_anonymous, student_id) };
  });
}
