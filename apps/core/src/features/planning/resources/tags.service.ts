import type { TagCount } from '@k12/contracts/planning/resources';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { requireStaff } from './resources.access.service.ts';
import { canRenameTags, resourceReach } from './resources.policy.ts';
import * as queries from './tags.queries.ts';

const mostTags = 50;

/** Only tags of what the caller may open: a private tag tells of something private. */
export async function listTags(context: Context, q: string | undefined): Promise<{ data: TagCount[] }> {
  const { actor } = context;
  requireStaff(actor);
  return context.readTenant(async (tx) => ({
    data: await queries.listTags(tx, resourceReach(actor), q ?? '', mostTags),
  }));
}

/** A tag that takes the name of another becomes that one (PLN-129). */
export async function renameTag(
  context: Context,
  { from, to }: { from: string; to: string },
): Promise<{ changed_count: number }> {
  const { actor, platform } = context;
  requireStaff(actor);
  authorize(canRenameTags(actor), 'resources.update');
  return context.withTenant(async (tx) => {
    const updated_at = platform.clock.now().toISOString();
    const changed_count = await queries.renameTag(tx, resourceReach(actor), { from, to, updated_at });
    const changes = { from, to, changed_count };
    await recordAudit(tx, context, { action: 'resource_tag.renamed', changes });
    return { changed_count };
  });
}
