import type { ScheduleChange, UndoResult } from '@k12/contracts/planning/schedule-changes';
import { newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { restoreDates } from '../../teaching/assignment-dates/carried-dates.service.ts';
import * as queries from './schedule-changes.queries.ts';

export type { ChangedRecord } from './schedule-changes.queries.ts';

function restoreRecord(
  tx: Transaction,
  context: Context,
  record: queries.ChangedRecord,
  by: { updated_by: string; updated_at: string },
): Promise<boolean> {
  if (record.type === 'placement') return queries.restorePlacement(tx, { ...record, ...by });
  if (record.type === 'session') return queries.restoreSession(tx, { ...record, ...by });
  const { id: assignment_id, lock_version, before } = record;
  return restoreDates(tx, context, { assignment_id, lock_version, lines: JSON.parse(before.lines ?? '[]') });
}

const undoMilliseconds = 24 * 3600 * 1000;

/** For other features: keeps what a change of many dates did, so that one undo brings it back (PLN-114). */
export async function keepScheduleChange(
  tx: Transaction,
  context: Context,
  change: {
    kind: queries.NewScheduleChange['kind'];
    course_id: string | null;
    changes: queries.ChangedRecord[];
  },
): Promise<ScheduleChange | null> {
  const { actor, platform } = context;
  if (change.changes.length === 0 || !actor.user_id) return null;
  const now = platform.clock.now();
  const id = newId();
  const undo_until_at = new Date(now.getTime() + undoMilliseconds).toISOString();
  const row = { ...change, id, actor_id: actor.user_id, created_at: now.toISOString(), undo_until_at };
  await queries.createScheduleChange(tx, row);
  return { id, undo_until_at };
}

/** Restores all that nobody changed since, and lists the rest; once, within 24 hours, by whoever made the change. */
export async function undoScheduleChange(context: Context, id: string): Promise<UndoResult> {
  const { actor, platform } = context;
  const now = platform.clock.now();
  return context.withTenant(async (tx) => {
    const change = await queries.selectOptionalScheduleChange(tx, id, actor.user_id ?? '');
    if (!change) throw new Problem('not_found');
    if (change.undone_at) throw new Problem('conflict', { detail: 'This change has been undone already.' });
    if (new Date(change.undo_until_at) < now) throw new Problem('gone');
    const kept: UndoResult['kept'] = [];
    const changes = change.changes as unknown as queries.ChangedRecord[];
    const by = { updated_by: actor.user_id ?? '', updated_at: now.toISOString() };
    for (const record of changes) {
      if (!(await restoreRecord(tx, context, record, by))) {
        kept.push({ type: record.type, id: record.id, title: record.title });
      }
    }
    await queries.updateToUndone(tx, id, now.toISOString());
    await recordAudit(tx, context, {
      action: 'schedule.undone',
      target_type: 'schedule_change',
      target_id: id,
      changes: { restored: changes.length - kept.length, kept: kept.length },
    });
    await publishEvent(tx, context, 'schedule.changed', { schedule_change_id: id });
    return { restored: changes.length - kept.length, kept };
  });
}
