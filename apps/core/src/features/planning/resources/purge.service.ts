import { daysLater } from '../../../platform/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { guarded } from '../../../platform/files/storage.ts';
import { tenantSettings } from '../../identity/tenant-settings/tenant-settings.service.ts';
import * as queries from './bin.queries.ts';
import { audit } from './resources.service.ts';

const perRound = 100;

/** Empties what has been in the bin for its time. What is attached somewhere leaves its title as a mark (PLN-131). */
export async function purgeResources(context: Context): Promise<void> {
  const { platform, actor } = context;
  const now = platform.clock.now();
  for (;;) {
    const { count, keys } = await context.withTenant(async (tx) => {
      const { plan_bin_days } = await tenantSettings(tx, actor.tenant_id);
      const before = daysLater(now, -plan_bin_days);
      const expired = await queries.listExpired(tx, before, perRound);
      const ids = expired.map(({ id }) => id);
      if (ids.length === 0) {
        await queries.deleteExpiredFolders(tx, before);
        return { count: 0, keys: [] };
      }
      const files = await queries.listOnlyFilesOf(tx, ids);
      await queries.emptyResources(tx, ids, now.toISOString());
      await queries.deleteResources(
        tx,
        expired.filter(({ is_used }) => !is_used).map(({ id }) => id),
      );
      await queries.deleteFiles(
        tx,
        files.map(({ id }) => id),
      );
      for (const resource of expired) await audit(tx, context, 'resource.purged', resource);
      const keys = await queries.listUnusedKeys(
        tx,
        files.map(({ storage_key }) => storage_key),
      );
      return { count: ids.length, keys };
    });
    // Bytes go last: a row never promises what is not there.
    for (const key of keys) await guarded(() => platform.files.remove(key));
    if (count < perRound) return;
  }
}
