import type {
  AssignmentStandards,
  AssignmentStandardsUpdate,
} from '@k12/contracts/teaching/assignment-standards';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { isReadablePlan } from '../../planning/plans/plans.access.service.ts';
import { summariesOf } from '../../planning/standards/standards.service.ts';
import {
  rightsIn,
  selectAssignmentForChange,
  selectTaughtAssignment,
  type TaughtAssignment,
} from '../assignments/assignment-access.service.ts';
import { auditAssignment } from '../assignments/assignment-log.service.ts';
import { canUpdateAssignment } from '../assignments/assignments.policy.ts';
import * as queries from './assignment-standards.queries.ts';
import { gatherEvidence } from './gather.service.ts';

export function getAssignmentStandards(context: Context, id: string): Promise<AssignmentStandards> {
  return context.readTenant(async (tx) =>
    present(tx, context, await selectTaughtAssignment(tx, context, id, 'assignments.read', 'see_grades')),
  );
}

export function updateAssignmentStandards(
  context: Context,
  id: string,
  input: AssignmentStandardsUpdate,
): Promise<AssignmentStandards> {
  return context.withTenant(async (tx) => {
    const taught = await selectAssignmentForChange(tx, context, id);
    const ids = input.standards.map(({ standard_id }) => standard_id);
    const known = await summariesOf(tx, ids);
    const criteria = new Set((await queries.listCriteria(tx, id)).map(({ standard_id }) => standard_id));
    for (const [at, { standard_id, assessed }] of input.standards.entries()) {
      if (!known.has(standard_id))
        throw invalid(`/standards/${at}/standard_id`, 'unknown_standard', 'There is no such standard.');
      if (ids.indexOf(standard_id) !== at)
        throw invalid(`/standards/${at}/standard_id`, 'not_unique', 'This standard is named twice.');
      if (assessed === 'criterion' && !criteria.has(standard_id))
        throw invalid(
          `/standards/${at}/assessed`,
          'no_criterion',
          'No criterion of the rubric is tied to it.',
        );
    }
    const now = context.platform.clock.now().toISOString();
    if (!(await queries.bumpAssignment(tx, id, input.lock_version, now)))
      throw new Problem('version_conflict', { current: await present(tx, context, taught) });
    await queries.replaceLinked(tx, id, input.standards);
    await auditAssignment(tx, context, 'assignment.updated', {
      id,
      course: taught.course,
      changes: { standards: ids },
    });
    await gatherEvidence(tx, context, taught.course, [id]);
    const assignment = { ...taught.assignment, lock_version: input.lock_version + 1 };
    return present(tx, context, { ...taught, assignment });
  });
}

/** Of the unit and the lesson it belongs to, as far as the actor may read them. */
async function standardsOfPlans(tx: Transaction, context: Context, assignmentId: string): Promise<string[]> {
  const plans = await queries.selectPlansOf(tx, assignmentId);
  const readable: string[] = [];
  for (const [id, kind] of [
    [plans.unit_plan_id, 'unit'],
    [plans.lesson_plan_id, 'lesson'],
  ] as const) {
    if (id && (await isReadablePlan(tx, context.actor, id, kind))) readable.push(id);
  }
  return queries.listPlanStandards(tx, readable);
}

async function present(
  tx: Transaction,
  context: Context,
  { assignment, course }: TaughtAssignment,
): Promise<AssignmentStandards> {
  const [linked, criteria, offered, rights] = await Promise.all([
    queries.listLinked(tx, assignment.id),
    queries.listCriteria(tx, assignment.id),
    standardsOfPlans(tx, context, assignment.id),
    rightsIn(tx, context, course),
  ]);
  const taken = new Set(linked.map(({ standard_id }) => standard_id));
  const summaries = await summariesOf(tx, [...taken, ...offered]);
  const inOrder = offered.flatMap((id) => (taken.has(id) ? [] : (summaries.get(id) ?? [])));
  return {
    data: linked.flatMap(({ standard_id, assessed }) => {
      const standard = summaries.get(standard_id);
      const titles = criteria.filter((one) => one.standard_id === standard_id).map(({ title }) => title);
      const way = assessed === 'criterion' ? ('criterion' as const) : ('overall' as const);
      return standard ? [{ standard, assessed: way, criteria: titles }] : [];
    }),
    from_plan: inOrder.sort((a, b) => a.code.localeCompare(b.code)),
    lock_version: assignment.lock_version,
    can: { update: canUpdateAssignment(rights, assignment) },
  };
}
