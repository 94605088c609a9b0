import type { FieldProblem } from '@k12/contracts';
import type { Substitution, SubstitutionCreate } from '@k12/contracts/planning/substitutions';
import { newId, type Transaction } from '@k12/db';
import { addDays } from '@k12/plan-content/days';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { notify } from '../../communication/notifications/notifications.service.ts';
import { listHolders } from '../../identity/role-assignments/holders.service.ts';
import { todayOf } from '../../identity/tenants/tenants.service.ts';
import { canArrangeFor } from './substitutes.policy.ts';
import * as queries from './substitutes.queries.ts';
import { longestDays } from './substitutes.rules.ts';
import { presentSubstitutions, selectSubstitution, todayAt } from './substitution-access.service.ts';

const daysShownAfter = 30;

export async function listSubstitutions(context: Context): Promise<{ data: Substitution[] }> {
  const since = addDays(await todayOf(context), -daysShownAfter);
  return context.readTenant(async (tx) => {
    const rows = await queries.listSubstitutions(tx, context.actor.user_id ?? '', since);
    return { data: await presentSubstitutions(tx, context, rows) };
  });
}

export async function getSubstitution(context: Context, id: string): Promise<Substitution> {
  return context.readTenant(async (tx) => (await selectSubstitution(tx, context, id)).substitution);
}

export async function createSubstitution(context: Context, input: SubstitutionCreate): Promise<Substitution> {
  const { actor, platform } = context;
  const userId = actor.user_id;
  if (!userId) throw new Problem('forbidden');
  return context.withTenant(async (tx) => {
    const teacher_id = input.teacher_id ?? userId;
    const section_ids = [...new Set(input.section_ids)];
    const school_id = await selectSchoolOf(tx, context, teacher_id, section_ids);
    authorize(canArrangeFor(actor, { school_id, teacher_id }), 'lesson_plans.update');
    await checkInput(tx, context, { ...input, school_id, teacher_id });
    const row = {
      id: newId(),
      school_id,
      teacher_id,
      substitute_id: input.substitute_id ?? null,
      ...{ starts_on: input.starts_on, ends_on: input.ends_on, note: input.note },
      ...{ created_by: userId, created_at: platform.clock.now().toISOString() },
    };
    await queries.createSubstitution(tx, row, section_ids);
    await audit(tx, context, 'substitution.created', row);
    if (row.substitute_id) {
      await notify(tx, context, {
        user_ids: [row.substitute_id],
        kind: 'substitution.given',
        subject: { type: 'substitution', id: row.id },
        details: { by: actor.display_name, from: row.starts_on, to: row.ends_on },
        link: `/plan/cover/${row.id}`,
      });
    }
    return (await selectSubstitution(tx, context, row.id)).substitution;
  });
}

/** The one school of sections that the teacher teaches; a section of nobody's or of another school is unknown here. */
async function selectSchoolOf(
  tx: Transaction,
  context: Context,
  teacherId: string,
  sectionIds: readonly string[],
): Promise<string> {
  const taught = await queries.listTaughtSections(tx, teacherId, await todayOf(context), sectionIds);
  const [first] = taught;
  const errors = sectionIds.flatMap((id, at): FieldProblem[] => {
    const section = taught.find((one) => one.id === id);
    if (section && section.school_id === first?.school_id) return [];
    const detail = 'The teacher has no such section at this school.';
    return [{ pointer: `/section_ids/${at}`, code: 'unknown_section', detail }];
  });
  if (errors.length > 0 || !first) throw new Problem('request.invalid', { errors });
  return first.school_id;
}

async function checkInput(
  tx: Transaction,
  context: Context,
  given: SubstitutionCreate & { school_id: string; teacher_id: string },
): Promise<void> {
  const { school_id, teacher_id, substitute_id, starts_on, ends_on } = given;
  const errors: FieldProblem[] = [];
  const refuse = (pointer: string, code: string, detail: string) => errors.push({ pointer, code, detail });
  const today = await todayAt(tx, context, school_id);
  if (ends_on < starts_on) refuse('/ends_on', 'ends_before_start', 'Ends before it starts.');
  else if (ends_on < today) refuse('/ends_on', 'past', 'These days are over.');
  else if (ends_on > addDays(starts_on, longestDays - 1)) {
    refuse('/ends_on', 'too_long', `At most ${longestDays} days at a time.`);
  }
  if (substitute_id && substitute_id === teacher_id) {
    refuse('/substitute_id', 'same_person', 'Nobody stands in for themselves.');
  } else if (substitute_id && !(await readsLessons(tx, substitute_id, school_id, today))) {
    refuse('/substitute_id', 'not_staff', 'Nobody of this name teaches at the school.');
  }
  if (errors.length > 0) throw new Problem('request.invalid', { errors });
}

/** Whoever stands in reads the lessons of the school, by whichever role. */
async function readsLessons(tx: Transaction, userId: string, school_id: string, today: string) {
  const holders = await listHolders(tx, {
    capability: 'lesson_plans.read',
    school_id,
    today,
    among: [userId],
  });
  return holders.length > 0;
}

/** Ends at once: the very next request of the substitute is answered with 404. */
export async function revokeSubstitution(context: Context, id: string): Promise<Substitution> {
  return context.withTenant(async (tx) => {
    const { row, substitution } = await selectSubstitution(tx, context, id);
    authorize(substitution.can.arrange, 'lesson_plans.update');
    const by = { revoked_at: context.platform.clock.now().toISOString(), revoked_by: context.actor.user_id };
    if (await queries.revokeSubstitution(tx, id, by)) await audit(tx, context, 'substitution.revoked', row);
    return (await selectSubstitution(tx, context, id)).substitution;
  });
}

function audit(
  tx: Transaction,
  context: Context,
  action: string,
  row: { id: string; school_id: string; substitute_id: string | null; starts_on: string; ends_on: string },
) {
  return recordAudit(tx, context, {
    action,
    target_type: 'substitution',
    target_id: row.id,
    school_id: row.school_id,
    changes: { substitute_id: [null, row.substitute_id], days: [null, `${row.starts_on}/${row.ends_on}`] },
  });
}
