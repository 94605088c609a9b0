import type { AttachmentTarget } from '@k12/contracts/planning/resource-attachments';
import type { Transaction } from '@k12/db';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import {
  rightsIn,
  selectAssignmentForChange,
  selectTaughtAssignment,
} from '../../teaching/assignments/assignment-access.service.ts';
import { canUpdateAssignment } from '../../teaching/assignments/assignments.policy.ts';
import { selectReadablePlan } from '../plans/plans.access.service.ts';
import { capabilityOf } from '../plans/plans.rules.ts';
import { refuseArchived } from '../plans/plans.service.ts';
import type { PlanAudience } from './attachments.rules.ts';
import { requireStaff } from './resources.access.service.ts';

const planKinds = {
  unit_plan: 'unit',
  lesson_plan: 'lesson',
  template: 'template',
  curriculum_document: 'document',
} as const;

export interface TargetPlace {
  target_type: AttachmentTarget;
  target_id: string;
}

export interface Target {
  school_id: string | null;
  may_attach: boolean;
  /** Refuses with the reason where nothing may be attached. */
  requireAttachable: () => Promise<unknown>;
  /** Whose readers a resource has to be open to; null where the attachment alone lets students in (TCH-48). */
  audience: (Omit<PlanAudience, 'is_shared'> & { plan_ids: string[] }) | null;
}

/** Rights are those of the target. Modules, discussions and the like answer here once they take attachments (PLN-130). */
export async function selectTarget(tx: Transaction, context: Context, place: TargetPlace): Promise<Target> {
  requireStaff(context.actor);
  if (place.target_type === 'assignment') return selectAssignmentTarget(tx, context, place.target_id);
  if (!(place.target_type in planKinds)) throw new Problem('not_found');
  const kind = planKinds[place.target_type as keyof typeof planKinds];
  const { plan, access } = await selectReadablePlan(tx, context.actor, place.target_id, kind);
  const { id, home, planning_context_id, school_id, unit_plan_id } = plan;
  return {
    school_id,
    may_attach: access.edit && plan.state !== 'archived',
    requireAttachable: async () => {
      authorize(access.edit, capabilityOf(plan.kind, 'update'));
      refuseArchived(plan);
    },
    audience: { home, planning_context_id, school_id, plan_ids: unit_plan_id ? [id, unit_plan_id] : [id] },
  };
}

async function selectAssignmentTarget(tx: Transaction, context: Context, id: string): Promise<Target> {
  const taught = await selectTaughtAssignment(tx, context, id, 'assignments.read', 'see_grades');
  const { assignment, course } = taught;
  if (assignment.state === 'deleted') throw new Problem('not_found');
  return {
    school_id: course.school_id,
    may_attach: canUpdateAssignment(await rightsIn(tx, context, course), assignment),
    requireAttachable: () => selectAssignmentForChange(tx, context, id),
    audience: null,
  };
}
