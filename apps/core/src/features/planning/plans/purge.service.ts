import { daysLater } from '../../../platform/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { tenantSettings } from '../../identity/tenant-settings/tenant-settings.service.ts';
import { removeAlignmentsOf } from '../alignments/alignments.service.ts';
import { removeAttachmentsOf } from '../resources/plan-attachments.service.ts';
import { auditPlan } from './plans.service.ts';
import * as queries from './purge.queries.ts';

const plansPerRound = 100;

/** Removes for good what has been in the bin for its time, with its versions; title and lineage stay in the log (PLN-21). */
export async function purgeBin(context: Context): Promise<void> {
  for (;;) {
    const purged = await context.withTenant(async (tx) => {
      const { plan_bin_days } = await tenantSettings(tx, context.actor.tenant_id);
      const before = daysLater(context.platform.clock.now(), -plan_bin_days);
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
