import type { LockedPath } from '@k12/contracts/planning/plan-records';
import type { OriginUpdate, TakeUpdate, UpdateOffer } from '@k12/contracts/planning/templates';
import { newId, type Transaction } from '@k12/db';
import { isWithin } from '@k12/plan-content/overlap';
import type { Content } from '@k12/plan-content/paths';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { planSchema } from '../packs/packs.service.ts';
import { type PlanRow, selectReadablePlan } from '../plans/plans.access.service.ts';
import * as queries from './copies.queries.ts';
import { offersOf, takeOffers } from './three-way.rules.ts';

type Origin = OriginUpdate['origin'];

/** What the template, or the unit this one was copied from, has changed since (PLN-68, PLN-141). */
export async function getUpdate(context: Context, id: string, origin?: Origin): Promise<OriginUpdate> {
  return context.readTenant(async (tx) => {
    const { plan } = await selectReadablePlan(tx, context.actor, id, 'unit');
    const draft = await queries.selectDraft(tx, id);
    return compareWithOrigin(tx, plan, origin, draft);
  });
}

export async function takeUpdate(context: Context, id: string, input: TakeUpdate): Promise<OriginUpdate> {
  return context.withTenant(async (tx) => {
    const { plan, access } = await selectReadablePlan(tx, context.actor, id, 'unit');
    authorize(access.edit, 'unit_plans.update');
    if (plan.state === 'archived') throw new Problem('conflict', { detail: 'The plan is archived.' });
    const draft = await queries.lockDraft(tx, id);
    const before = await compareWithOrigin(tx, plan, input.origin, draft);
    if (before.to_version_id !== input.to_version_id || draft.revision !== input.revision) {
      throw new Problem('version_conflict', { current: before });
    }
    const taken = chosen(before, input.paths);
    await take(tx, context, plan, before, taken);
    const pinned = input.finish || taken.length === before.offers.length;
    if (pinned) {
      const now = context.platform.clock.now().toISOString();
      await queries.updateOrigin(tx, id, originOf(before), now);
    }
    await recordAudit(tx, context, {
      action: 'plan.origin_update_taken',
      target_type: 'unit_plan',
      target_id: id,
      school_id: plan.school_id,
      changes: { fields: [0, taken.length], version: [before.from_version_number, before.to_version_number] },
    });
    const { plan: after } = await selectReadablePlan(tx, context.actor, id, 'unit');
    return compareWithOrigin(tx, after, before.origin, await queries.selectDraft(tx, id));
  });
}

function originOf({ origin, to_version_id }: OriginUpdate) {
  return origin === 'template'
    ? { template_version_id: to_version_id }
    : { source_version_id: to_version_id };
}

/** What was asked for, all of it known and none of it locked (PLN-26). */
function chosen({ offers }: OriginUpdate, paths: readonly string[]): UpdateOffer[] {
  const taken = paths.map((path, at) => {
    const offer = offers.find((one) => one.path === path);
    if (!offer) throw invalid(`/paths/${at}`, 'not_offered', 'There is no such change to take.');
    return offer;
  });
  const locked = taken.filter((offer) => offer.locked);
  if (locked.length > 0) {
    throw new Problem('path_locked', {
      errors: locked.map(({ path }) => ({
        pointer: path,
        code: 'path_locked',
        detail: 'This part is locked.',
      })),
    });
  }
  return taken;
}

async function take(
  tx: Transaction,
  context: Context,
  plan: PlanRow,
  update: OriginUpdate,
  taken: UpdateOffer[],
): Promise<void> {
  if (taken.length === 0 || !context.actor.user_id) return;
  const draft = await queries.lockDraft(tx, plan.id);
  const newest = await queries.selectVersion(tx, update.to_version_id);
  const now = (newest?.content ?? {}) as unknown as Content;
  await queries.writeDraft(tx, plan.id, {
    content: takeOffers(draft.content as unknown as Content, now, taken),
    paths: taken.map(({ path }) => path),
    change_id: newId(),
    editor_id: context.actor.user_id,
    edited_at: context.platform.clock.now().toISOString(),
  });
  await queries.reopen(tx, plan.id);
}

async function compareWithOrigin(
  tx: Transaction,
  plan: PlanRow,
  wanted: Origin | undefined,
  draft: Awaited<ReturnType<typeof queries.selectDraft>>,
): Promise<OriginUpdate> {
  const origin = wanted ?? (plan.template_version_id ? 'template' : 'source');
  const fromId = origin === 'template' ? plan.template_version_id : plan.source_version_id;
  const from = fromId ? await queries.selectVersion(tx, fromId) : undefined;
  const home = from && (await queries.selectOrigin(tx, from.plan_id));
  const toId = origin === 'template' ? home?.published_version_id : home?.current_version_id;
  if (!from || !home) throw new Problem('not_found');
  const to = (toId ? await queries.selectVersion(tx, toId) : undefined) ?? from;
  const schema = await planSchema(tx, plan);
  const locked = plan.locked_paths as unknown as LockedPath[];
  const offers =
    !schema || to.version_number <= from.version_number
      ? []
      : offersOf(
          schema,
          {
            was: from.content as unknown as Content,
            now: to.content as unknown as Content,
            mine: (draft?.content ?? {}) as unknown as Content,
          },
          (path) => locked.some((lock) => isWithin(path, lock.path) || isWithin(lock.path, path)),
        );
  return {
    origin,
    origin_id: home.id,
    origin_title: home.title,
    from_version_number: from.version_number,
    to_version_number: to.version_number,
    to_version_id: to.id,
    update_available: offers.length > 0,
    draft_revision: draft?.revision ?? 0,
    offers,
  };
}
