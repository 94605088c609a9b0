import type { Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { snapshotOfVersion } from '../versions/cut-version.service.ts';
import type { LockedPlan, WholeVersion } from '../versions/plan-lock.service.ts';
import * as queries from './publishing.queries.ts';

/** Makes this version the live one, and with it the versions of the lessons it refers to (PLN-51). */
export async function publishVersion(
  tx: Transaction,
  context: Context,
  plan: LockedPlan,
  version: WholeVersion,
  by: string,
): Promise<void> {
  const at = context.platform.clock.now().toISOString();
  await makeLive(tx, plan, version.id, by, at);
  if (plan.kind === 'unit') await publishLessons(tx, plan.id, version, by, at);
  const event = `${plan.kind}_plan.published`;
  await recordAudit(tx, context, {
    action: 'plan.published',
    target_type: plan.kind,
    target_id: plan.id,
    school_id: plan.school_id,
    changes: { version: version.version_number },
  });
  await publishEvent(tx, context, plan.kind === 'template' ? 'template.published' : event, {
    plan_id: plan.id,
    version_id: version.id,
    version_number: version.version_number,
  });
}

async function publishLessons(
  tx: Transaction,
  unitId: string,
  version: WholeVersion,
  by: string,
  at: string,
): Promise<void> {
  const pins = snapshotOfVersion(version).lessons;
  const lessons = await queries.lockLessons(
    tx,
    unitId,
    pins.map((pin) => pin.lesson_plan_id),
  );
  for (const lesson of lessons) {
    const pinned = pins.find((pin) => pin.lesson_plan_id === lesson.id)?.version_id;
    if (pinned) await makeLive(tx, lesson, pinned, by, at);
  }
}

async function makeLive(
  tx: Transaction,
  plan: { id: string; published_version_id: string | null },
  versionId: string,
  by: string,
  at: string,
): Promise<void> {
  await queries.updateState(tx, plan.id, {
    state: 'published',
    published_version_id: versionId,
    updated_at: at,
  });
  if (plan.published_version_id === versionId) return;
  await queries.startPublication(tx, { plan_id: plan.id, version_id: versionId, by, at });
}
