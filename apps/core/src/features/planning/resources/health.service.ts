import type { Resource } from '@k12/contracts/planning/resource-records';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { notify } from '../../communication/notifications/notifications.service.ts';
import * as queries from './health.queries.ts';
import { lookAtLink } from './link-check.ts';
import { selectReadableResource } from './resources.access.service.ts';
import { getResource } from './resources.service.ts';

const day = 86_400_000;
/** Each link is asked once a week; the daily round takes those whose week is over, so that they spread (PLN-134). */
const checkedEveryDays = 7;
const linksPerRound = 500;
const atOnce = 8;

export async function checkResource(context: Context, id: string): Promise<Resource> {
  const link = await context.readTenant(async (tx) => {
    const { resource, access } = await selectReadableResource(tx, context.actor, id);
    authorize(access.update, 'resources.update');
    return resource;
  });
  if (link.kind === 'link' && link.url) await check(context, { ...link, url: link.url });
  return getResource(context, id);
}

/** Links nobody asked for a week; each owner hears once of all that went away. */
export async function checkLinks(context: Context, signal?: AbortSignal): Promise<void> {
  const before = new Date(context.platform.clock.now().getTime() - checkedEveryDays * day).toISOString();
  const links = await context.withTenant((tx) => queries.listToCheck(tx, before, linksPerRound));
  const lost: { owner_id: string; id: string; title: string }[] = [];
  for (let at = 0; at < links.length && !signal?.aborted; at += atOnce) {
    const some = links.slice(at, at + atOnce);
    const went = await Promise.all(some.map((link) => check(context, link)));
    lost.push(...some.filter((_, index) => went[index]));
  }
  for (const [owner_id, theirs] of Map.groupBy(lost, (link) => link.owner_id)) {
    await context.withTenant((tx) =>
      notify(tx, context, {
        user_ids: [owner_id],
        kind: 'resource.unreachable',
        details: { count: theirs.length, title: theirs[0]?.title ?? '' },
        link: '/plan/resources?broken=true&of=mine',
      }),
    );
  }
}

/** True when the link answered until now and does no more. */
async function check(
  context: Context,
  link: { id: string; url: string; health: Resource['health'] },
): Promise<boolean> {
  const { health } = await lookAtLink(context.platform, link.url);
  const checked_at = context.platform.clock.now().toISOString();
  const isLost = health === 'unreachable' && link.health !== 'unreachable';
  await context.withTenant(async (tx) => {
    await queries.updateHealth(tx, link.id, { health, checked_at });
    if (isLost) await publishEvent(tx, context, 'resource.unreachable', { resource_id: link.id });
  });
  return isLost;
}
