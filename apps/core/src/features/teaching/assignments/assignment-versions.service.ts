import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import * as queries from './assignments.queries.ts';

/** Something that belongs to an assignment changed; false when somebody was faster than this version. */
export function bumpAssignment(
  tx: Transaction,
  context: Context,
  id: string,
  lockVersion: number | null,
): Promise<boolean> {
  const updated_at = context.platform.clock.now().toISOString();
  return queries.updateAssignment(tx, id, lockVersion, { updated_at });
}

/** For other features: the assignments of a course that are not in the bin, in their order. */
export function assignmentsOfCourse(tx: Transaction, courseId: string): Promise<queries.AssignmentRow[]> {
  return queries.listAssignments(tx, courseId, { limit: 2_000 }, undefined);
}
