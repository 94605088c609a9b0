import type { FieldProblem } from '@k12/contracts';
import type { PlanKind } from '@k12/contracts/planning/plan-families';
import type { Transaction } from '@k12/db';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { canPlaceIn, capabilityOf } from './plans.policy.ts';
import { type PlanFields, selectPlaces } from './plans.queries.ts';

type Place = Pick<PlanFields, 'home' | 'school_id' | 'planning_context_id' | 'academic_year_id'> & {
  course_id: string | null;
};

/** Where a new plan goes when the caller names no place: the chosen school, else the own one. */
export function ownPlace(context: Context): { home: 'personal'; school_id: string | null } {
  return { home: 'personal', school_id: context.school_id ?? context.actor.school_ids[0] ?? null };
}

/** The actor may put a plan there, what it names exists, and belongs together. */
export async function checkPlace(
  tx: Transaction,
  context: Context,
  kind: PlanKind,
  place: Place,
): Promise<void> {
  const { school_id } = context;
  if (school_id && place.school_id && place.school_id !== school_id) throw new Problem('school_mismatch');
  const found = await selectPlaces(tx, place);
  const faults: FieldProblem[] = [];
  const unknown = (field: keyof Place) =>
    faults.push({
      pointer: `/${field}`,
      code: `unknown_${field.replace(/_id$/, '')}`,
      detail: 'There is none.',
    });
  if (place.school_id && !found.school) unknown('school_id');
  if (place.academic_year_id && !found.year) unknown('academic_year_id');
  if (place.planning_context_id && !found.context) unknown('planning_context_id');
  if (place.course_id && !found.course) unknown('course_id');
  if (place.home === 'team' && !place.planning_context_id) {
    faults.push({ pointer: '/planning_context_id', code: 'required', detail: 'Name the team.' });
  }
  if (place.home === 'district' && place.school_id) {
    faults.push({
      pointer: '/school_id',
      code: 'not_of_district',
      detail: 'The library of the district has no school.',
    });
  }
  if (place.home === 'school' && !place.school_id) {
    faults.push({ pointer: '/school_id', code: 'required', detail: 'Name the school.' });
  }
  for (const part of ['context', 'course'] as const) {
    const of = found[part];
    if (of && of.school_id !== place.school_id) {
      const field = part === 'context' ? 'planning_context_id' : 'course_id';
      faults.push({ pointer: `/${field}`, code: 'school_mismatch', detail: 'It belongs to another school.' });
    }
  }
  if (faults.length > 0) throw new Problem('request.invalid', { errors: faults });
  authorize(canPlaceIn(context.actor, kind, place), capabilityOf(kind, 'create'));
}
