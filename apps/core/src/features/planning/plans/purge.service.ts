import type { Context } from '../../../platform/context.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { removeAlignmentsOf } from '../alignments/alignments.service.ts';
import { removeAttachmentsOf } from '../resources/plan-attachments.service.ts';
import { selectTenantSettings } from './plans.queries.ts';
import { binDays } from './plans.rules.ts';
import { auditPlan } from './plans.service.ts';
import * as queries from './purge.queries.ts';

const day = 86_400_000;
const plansPerRound = 100;

/** Removes for good what has been in the bin for its time, with its versions; title and lineage stay in the log (PLN-21). */
export async function purgeBin(context: Context): Promise<void> {
  for (;;) {
    const purged = await context.withTenant(async (tx) => {
      const days = binDays(await selectTenantSettings(tx, context.actor.tenant_id));
      const before = new Date(context.platform.clock.now().getTime() - days * day).toISOString();
      const expired = await queries.listExpired(tx, before, plansPerRound);
      const ids = expired.map(({ id }) => id);
      if (ids.length === 0) return 0;
      await removeAlignmentsOf(tx, ids);
      await removeAttachmentsOf(tx, ids);
      await queries.deletePlans(tx, ids);
      for (const { title, source_plan_id, source_version_id, template_version_id, ...plan } of expired) {
        await auditPlan(tx, context, 'plan.purged', plan, {
          title: [title, null],
          lineage: { source_plan_id, source_version_id, template_version_id },
        });
        await publishEvent(tx, context, 'plan.purged', { plan_id: plan.id });
      }
      return ids.length;
    });
    if (purged < plansPerRound) return;
  }
}
