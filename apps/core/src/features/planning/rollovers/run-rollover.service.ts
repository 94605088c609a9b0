import type { RolloverItem } from '@k12/contracts/planning/plan-rollovers';
import { newId } from '@k12/db';
import { type Context, createContext } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { loadActor } from '../../identity/actors/actors.service.ts';
import { copyVersion, versionToCopy } from '../copies/copy-plan.service.ts';
import { placeOfCopy } from '../copies/duplicate.service.ts';
import { createPlacement } from '../placements/placements.service.ts';
import { selectReadablePlan } from '../plans/plans.access.service.ts';
import { auditPlan } from '../plans/plans.service.ts';
import { planRollover } from './plan-rollover.service.ts';
import * as queries from './rollovers.queries.ts';

/** Unit by unit, with the rights of whoever asked; what is done is written down before the next one (PLN-149). */
export async function runRollover(context: Context, id: string, signal?: AbortSignal): Promise<void> {
  const row = await context.readTenant((tx) => queries.selectOptionalRollover(tx, id));
  if (!row || row.state === 'done') return;
  const asker = await contextOfAsker(context, row.created_by);
  await context.withTenant((tx) => queries.updateRollover(tx, id, { state: 'running' }));
  const { from_course_id, to_course_id, placement_ids } = row;
  const items = await asker.readTenant((tx) =>
    planRollover(tx, asker, { from_course_id, to_course_id, placement_ids }),
  );
  const results = { ...(row.results as unknown as Record<string, queries.RolloverResult>) };
  const keep = (placementId: string, result: queries.RolloverResult) => {
    results[placementId] = result;
    return context.withTenant((tx) => queries.updateRollover(tx, id, { results }));
  };
  for (const item of items) {
    if (signal?.aborted) return;
    const known = results[item.placement_id];
    if (known && known.status !== 'copied') continue;
    await rollOne(asker, row, item, known, (result) => keep(item.placement_id, result));
  }
  const finished_at = context.platform.clock.now().toISOString();
  await context.withTenant((tx) => queries.updateRollover(tx, id, { state: 'done', finished_at }));
}

async function contextOfAsker({ platform, actor, request_id }: Context, userId: string): Promise<Context> {
  const asker = await loadActor(platform, actor.tenant_id, userId, async () => null);
  if (!asker) throw new Problem('forbidden');
  return createContext({ platform, actor: asker, request_id });
}

async function rollOne(
  asker: Context,
  row: queries.RolloverRow,
  item: RolloverItem,
  known: queries.RolloverResult | undefined,
  keep: (result: queries.RolloverResult) => Promise<void>,
): Promise<void> {
  const none = { unit_plan_id: null, new_placement_id: null, reason: null };
  if (!item.becomes) return keep({ ...none, status: 'misfit', reason: item.reason });
  try {
    const unit_plan_id =
      known?.unit_plan_id ?? (row.copy_units ? await copyFor(asker, row, item) : item.unit_plan_id);
    await keep({ ...none, status: 'copied', unit_plan_id });
    await bringNotes(asker, item, unit_plan_id);
    const body = { unit_plan_id, course_id: row.to_course_id, ...item.becomes };
    const { id: new_placement_id } = await createPlacement(asker, body);
    await keep({ status: 'placed', unit_plan_id, new_placement_id, reason: null });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await keep({ ...none, status: 'misfit', unit_plan_id: known?.unit_plan_id ?? null, reason: 'failed' });
  }
}

/** A unit of its own for the new year; the one of last year stays as it was taught (PLN-183). */
function copyFor(asker: Context, row: queries.RolloverRow, item: RolloverItem): Promise<string> {
  return asker.withTenant(async (tx) => {
    const { plan } = await selectReadablePlan(tx, asker.actor, item.unit_plan_id, 'unit');
    const home = plan.home === 'personal' ? 'personal' : 'school';
    const place = await placeOfCopy(tx, asker, { course_id: row.to_course_id, home });
    const version = await versionToCopy(tx, asker, plan.id);
    const id = await copyVersion(tx, asker, version, {
      ...place,
      kind: 'unit',
      title: plan.title,
      owner_id: row.created_by,
      source_plan_id: plan.id,
      source_version_id: version.id,
    });
    await auditPlan(tx, asker, 'plan.copied', { id, kind: 'unit', school_id: place.school_id });
    return id;
  });
}

/** What was noted about the lessons comes back as a checklist (PLN-192). */
function bringNotes(asker: Context, item: RolloverItem, unitId: string): Promise<void> {
  return asker.withTenant(async (tx) => {
    const notes = await queries.listNotes(tx, [item.placement_id]);
    const created_at = asker.platform.clock.now().toISOString();
    await queries.createImprovements(
      tx,
      notes.map((note) => ({
        id: newId(),
        plan_id: unitId,
        session_id: note.id,
        lesson_title: note.title,
        taught_on: note.meeting_on,
        note: [note.taught_note, note.not_reached].filter(Boolean).join('\n'),
        created_at,
      })),
    );
  });
}
