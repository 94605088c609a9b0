import type { PublishCheck } from '@k12/contracts/teaching/assignments';
import type { Transaction } from '@k12/db';
import { formatPlain, unitsOf } from '@k12/grading/decimal';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { countClosedForStudents } from '../../planning/resources/resources-records.service.ts';
import { loadDateLines } from '../assignment-dates/date-lines.service.ts';
import { dueInstants } from '../assignment-dates/due-instants.service.ts';
import type { CourseRow } from '../courses/course-access.service.ts';
import { courseSettings } from '../courses/course-settings.rules.ts';
import { coursePeriods } from '../grading-periods/period-locks.service.ts';
import { selectTaughtAssignment } from './assignment-access.service.ts';
import * as queries from './assignments.queries.ts';
import { publishChecks } from './publish-checks.rules.ts';

export async function getPublishChecks(context: Context, id: string): Promise<{ data: PublishCheck[] }> {
  return context.readTenant(async (tx) => {
    const taught = await selectTaughtAssignment(tx, context, id, 'assignments.write', 'edit_content');
    return { data: await checksOf(tx, context, taught) };
  });
}

interface Place {
  assignment: queries.AssignmentRow;
  course: CourseRow;
}

/** Blockers are refused; warnings too, until they are accepted (TCH-29). */
export async function requireReady(
  tx: Transaction,
  context: Context,
  place: Place,
  acceptsWarnings: boolean,
): Promise<void> {
  const checks = await checksOf(tx, context, place);
  const asErrors = (level: PublishCheck['level']) =>
    checks
      .filter((check) => check.level === level)
      .map(({ pointer, code }) => ({ pointer, code, detail: details[code] }));
  const blockers = asErrors('blocker');
  if (blockers.length > 0) throw new Problem('assignment.not_ready', { errors: blockers });
  const warnings = asErrors('warning');
  if (warnings.length > 0 && !acceptsWarnings) throw new Problem('assignment.warnings', { errors: warnings });
}

const details: Record<PublishCheck['code'], string> = {
  no_category: 'The course is weighted, so it needs a category.',
  no_due_date: 'It has no due date.',
  no_points: 'It needs points to be graded.',
  rubric_total: 'The points of the rubric are others.',
  period_locked: 'A date lies in a locked period.',
  resource_closed: 'Students cannot open one of its resources.',
  nobody_assigned: 'It is assigned to nobody.',
};

async function checksOf(
  tx: Transaction,
  context: Context,
  { assignment, course }: Place,
): Promise<PublishCheck[]> {
  const lines = (await loadDateLines(tx, [assignment.id])).get(assignment.id) ?? [];
  const [due, periods, criteria, learners, closed_resources_count] = await Promise.all([
    dueInstants(tx, course.id, lines),
    coursePeriods(tx, context, course),
    assignment.rubric_id === null ? null : queries.selectRubricCriteria(tx, assignment.rubric_id),
    queries.countLearners(tx, course.id),
    countClosedForStudents(tx, assignment.id),
  ]);
  const sections = await queries.listSectionIds(tx, course.id);
  const dues = due.linesFor(lines, sections).filter(({ is_assigned }) => is_assigned);
  const now = context.platform.clock.now().toISOString();
  const facts = {
    assigned_period_id: assignment.grading_period_id,
    published_at: assignment.published_at ?? now,
  };
  const instants = dues.length > 0 ? dues.map(({ due_at }) => due_at) : [null];
  return publishChecks({
    ...assignment,
    is_weighted: courseSettings(course).calculation === 'weighted',
    has_due: lines.some(({ due_at, due_rule }) => due_at !== null || due_rule !== null),
    rubric_total: assignment.rubric_use === 'grades' && criteria ? totalOf(criteria) : null,
    is_period_locked: instants.some((due_at) => periods.isLocked({ ...facts, due_at }, '')),
    closed_resources_count,
    assigned_count: lines.length === 0 || lines.some(({ is_assigned }) => is_assigned) ? learners : 0,
  });
}

function totalOf(criteria: readonly { points?: string | number | null }[]): string {
  return formatPlain(criteria.reduce((sum, { points }) => sum + unitsOf(String(points ?? 0)), 0));
}
