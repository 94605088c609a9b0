import { type Changes, newId, type Transaction } from '@k12/db';
import { isByOperator } from '../auth/actor.ts';
import type { Context } from '../context.ts';
import { keptChanges } from './event-changes.ts';

export interface AuditEntry {
  /** `record.verb_past`, for example `school.created`. */
  action: string;
  target_type?: string;
  target_id?: string;
  school_id?: string | null;
  outcome?: 'success' | 'refused' | 'failed';
  /** Changed fields with before and after; of values that are not safe to keep only that they changed (PRV-127). */
  changes?: Record<string, unknown>;
  reason?: string;
}

/** Writes the event in the same transaction as the change it tells of: no event, no change (PRV-119). */
export async function recordAudit(tx: Transaction, context: Context, entry: AuditEntry): Promise<void> {
  const { actor } = context;
  const person = entry.target_type === 'user' ? (entry.target_id ?? null) : null;
  const changes = await keptChanges(tx, context, person, entry.changes ?? {});
  await tx
    .insertInto('audit_events')
    .values({
      id: newId(),
      occurred_at: context.platform.clock.now().toISOString(),
      action: entry.action,
      outcome: entry.outcome ?? 'success',
      actor_kind: isByOperator(actor) ? 'operator' : actor.kind,
      actor_id: actor.impersonation?.actor_user_id ?? actor.user_id,
      on_behalf_of: actor.impersonation ? actor.user_id : null,
      target_type: entry.target_type ?? null,
      target_id: entry.target_id ?? null,
      school_id: entry.school_id ?? null,
      changes: JSON.stringify(changes),
      reason: entry.reason ?? actor.system_reason,
      ip: context.ip,
      request_id: context.request_id,
    })
    .execute();
}

/** The fields that differ, as `{ name: [before, after] }`. */
export function changesBetween<T extends object>(
  before: T,
  after: Changes<T>,
): Record<string, [unknown, unknown]> {
  const changed: Record<string, [unknown, unknown]> = {};
  for (const [key, value] of Object.entries(after)) {
    const old = before[key as keyof T];
    if (value !== undefined && old !== value) changed[key] = [old, value];
  }
  return changed;
}
