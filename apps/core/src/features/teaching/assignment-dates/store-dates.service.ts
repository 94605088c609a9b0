import type { AssignmentDateInput } from '@k12/contracts/teaching/assignment-date-records';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import * as queries from './assignment-dates.queries.ts';
import { dateProblems } from './assignment-dates.rules.ts';
import { loadDateLines } from './date-lines.service.ts';

/** The dates of a new assignment; faults are named by their place in `/dates`. */
export async function storeNewDates(
  tx: Transaction,
  context: Context,
  course: { id: string },
  assignmentId: string,
  lines: readonly AssignmentDateInput[],
): Promise<void> {
  const errors = dateProblems(lines, await queries.listTargets(tx, course.id), '/dates');
  if (errors.length > 0) throw new Problem('request.invalid', { errors });
  const now = context.platform.clock.now().toISOString();
  const rows = lines.map((line) => ({ ...line, assignment_id: assignmentId }));
  await queries.putDateLines(tx, rows, now);
}

/** Dates of everyone and of sections; those of groups and students belong to the work they were given for. */
export async function copyDateLines(
  tx: Transaction,
  context: Context,
  fromId: string,
  toId: string,
): Promise<void> {
  const lines = (await loadDateLines(tx, [fromId])).get(fromId) ?? [];
  const kept = lines.filter(({ target }) => target === 'everyone' || target === 'section');
  const rows = kept.map(({ target_name: _name, ...line }) => ({ ...line, assignment_id: toId }));
  await queries.putDateLines(tx, rows, context.platform.clock.now().toISOString());
}
