import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { writeGrades } from '../student-work/work-grades.service.ts';
import { selectTaughtAssignment } from './assignment-access.service.ts';
import * as queries from './labels.queries.ts';

/**
 * Late and missing go from every work that is called so; what was late costs nothing any more. It holds until somebody
 * takes it back, work by work or all at once (TCH-43, TCH-187).
 */
export async function clearLabels(context: Context, id: string) {
  return context.withTenant(async (tx) => {
    const taught = await selectTaughtAssignment(tx, context, id, 'submissions.grade', 'enter_grades');
    const { assignment, course, scope } = taught;
    if (assignment.state === 'deleted') throw new Problem('not_found');
    const now = context.platform.clock.now().toISOString();
    const labelled = await queries.listLabelled(tx, id, scope.section_ids, now);
    const { results, saved, change_set_id } = await writeGrades(tx, context, {
      course,
      source: 'typed',
      section_ids: scope.section_ids,
      change_set: { action: 'mark', summary: { assignment_id: id } },
      cells: labelled.map((cell) => ({ ...cell, assignment_id: id, status_override: 'none' as const })),
    });
    const refused_count = results.filter(({ status }) => status !== 'saved').length;
    return { cleared_count: saved.length, refused_count, change_set_id };
  });
}
