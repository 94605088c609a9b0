import type { PackMove, PackMoveReply } from '@k12/contracts/planning/copies';
import type { LockedPath } from '@k12/contracts/planning/plan-records';
import { newId, type Transaction } from '@k12/db';
import type { Content } from '@k12/plan-content/paths';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { packOf, planSchema, schemaFor } from '../packs/packs.service.ts';
import { type PlanRow, selectReadablePlan } from '../plans/plans.access.service.ts';
import { auditPlan } from '../plans/plans.service.ts';
import { presentUnits } from '../plans/present-plan.service.ts';
import { cutVersion } from '../versions/cut-version.service.ts';
import * as queries from './copies.queries.ts';
import { keepTexts } from './kept-texts.service.ts';
import { type Moved, moveContent } from './pack-move.rules.ts';

/** Shows, or does, the move of a unit to another pack version: one version of kind `import` (PLN-61). */
export async function movePack(context: Context, id: string, input: PackMove): Promise<PackMoveReply> {
  return context.withTenant(async (tx) => {
    const { plan, access } = await selectReadablePlan(tx, context.actor, id, 'unit');
    authorize(access.edit, 'unit_plans.update');
    refuseMove(plan);
    const pack = await packOf(tx, input.pack_key, input.pack_version);
    const to = pack && schemaFor(pack, 'unit');
    if (!pack || !to) throw invalid('/pack_key', 'unknown_pack', 'There is no such pack in this version.');
    const draft = await queries.lockDraft(tx, id);
    const content = draft.content as unknown as Content;
    const moved = moveContent(content, await planSchema(tx, plan), to, input.mapping);
    if (!input.dry_run) {
      const pin = { pack_key: pack.key, pack_version: pack.version, schema_key: to.key };
      await move(tx, context, plan, draft.last_editor_id, moved, pin);
    }
    const { plan: after } = await selectReadablePlan(tx, context.actor, id, 'unit');
    const [unit] = await presentUnits(tx, context.actor, [after]);
    if (!unit) throw new Problem('not_found');
    return { moved: !input.dry_run, mapping: moved.mapping, unmapped: moved.unmapped, unit };
  });
}

async function move(
  tx: Transaction,
  context: Context,
  plan: PlanRow,
  lastEditor: string,
  moved: Moved,
  pin: queries.Pin,
): Promise<void> {
  const editor_id = context.actor.user_id ?? lastEditor;
  const edited_at = context.platform.clock.now().toISOString();
  // What it was goes into the history first, under the old schema.
  const before = await queries.lockPlan(tx, plan.id);
  await cutVersion(tx, context, before, { kind: 'snapshot', author_id: lastEditor });
  const unmapped = moved.unmapped.map(({ key, label, value }) => ({ path: `/${key}`, label, value }));
  await keepTexts(tx, context, plan.id, 'pack_move', unmapped);
  await queries.writeDraft(tx, plan.id, {
    content: moved.content,
    paths: moved.mapping.flatMap(({ from_key, to_key }) => [`/${from_key}`, `/${to_key ?? from_key}`]),
    change_id: newId(),
    editor_id,
    edited_at,
  });
  await queries.updatePin(tx, plan.id, pin, edited_at);
  await queries.reopen(tx, plan.id);
  await cutVersion(tx, context, await queries.lockPlan(tx, plan.id), { kind: 'import' });
  await auditPlan(tx, context, 'plan.pack_changed', plan, {
    pack: [`${plan.pack_key}@${plan.pack_version}`, `${pin.pack_key}@${pin.pack_version}`],
  });
}

/** Locks name sections of the present schema; they are lifted by a recall, not by changing the pack. */
function refuseMove(plan: PlanRow): void {
  if (plan.state === 'archived') throw new Problem('conflict', { detail: 'The plan is archived.' });
  if (plan.state === 'submitted') throw new Problem('conflict', { detail: 'The plan is under review.' });
  const locked = plan.locked_paths as unknown as LockedPath[];
  if (locked.length === 0) return;
  throw new Problem('path_locked', {
    errors: locked.map(({ path }) => ({
      pointer: path,
      code: 'path_locked',
      detail: 'This part is locked.',
    })),
  });
}
