import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { notify } from '../../communication/notifications/notifications.service.ts';
import { listCurriculumLeads } from '../../identity/role-assignments/holders.service.ts';
import { todayOf } from '../../identity/tenants/tenants.service.ts';
import { auditPlan } from '../plans/plans.service.ts';
import * as queries from './collaborators.queries.ts';

/** The plans of somebody who left go to whoever was to manage them, else to the school's lead (PLN-18). */
export async function handOverPlansOf(tx: Transaction, context: Context, userId: string): Promise<void> {
  const plans = await queries.listPlansOwnedBy(tx, userId);
  if (plans.length === 0) return;
  // A lesson goes where its unit goes.
  const unitOf = (plan: { id: string; unit_plan_id: string | null }) => plan.unit_plan_id ?? plan.id;
  const managers = await queries.listManagers(tx, plans.map(unitOf));
  const today = await todayOf(context);
  const leads = new Map<string | null, string | undefined>();
  const leadOf = async (school_id: string | null) => {
    if (!leads.has(school_id)) {
      const others = (await listCurriculumLeads(tx, { school_id, today })).filter(({ id }) => id !== userId);
      leads.set(school_id, others[0]?.id);
    }
    return leads.get(school_id);
  };
  const given = new Map<string, typeof plans>();
  for (const plan of plans) {
    const manager = managers.find(({ plan_id }) => plan_id === unitOf(plan))?.user_id;
    const successor = manager ?? (await leadOf(plan.school_id));
    if (successor) given.set(successor, [...(given.get(successor) ?? []), plan]);
  }
  for (const [owner_id, taken] of given) {
    await queries.handOver(
      tx,
      taken.map(({ id }) => id),
      owner_id,
    );
    for (const plan of taken) {
      await auditPlan(tx, context, 'plan.handed_over', plan, { owner_id: [userId, owner_id] });
    }
    await notify(tx, context, {
      user_ids: [owner_id],
      kind: 'plan.handed_over',
      details: { count: taken.length, title: taken[0]?.title ?? '' },
      link: '/plan/units',
    });
  }
}
