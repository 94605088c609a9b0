import type { Notification, NotificationQuery } from '@k12/contracts/communication/notifications';
import { newId, type Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { publishLive } from '../../../platform/events/publish-live.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import * as queries from './notifications.queries.ts';

/** The bell shows "99+" beyond this, so nobody counts further (UXP-17). */
const unreadCap = 100;
const rowsPerInsert = 500;

export interface NewNotification {
  user_ids: readonly string[];
  /** `feature.what_happened`; pages have its words in every language. */
  kind: string;
  subject?: { type: string; id: string };
  details?: Notification['details'];
  /** Path in the web app. */
  link?: string;
}

/** Tells people of something, in the transaction in which it happens; open pages learn of it at once. */
export async function notify(tx: Transaction, context: Context, given: NewNotification): Promise<void> {
  const created_at = context.platform.clock.now().toISOString();
  const rows = [...new Set(given.user_ids)].map((user_id) => ({
    id: newId(),
    user_id,
    kind: given.kind,
    subject_type: given.subject?.type ?? null,
    subject_id: given.subject?.id ?? null,
    details: JSON.stringify(given.details ?? {}),
    link: given.link ?? null,
    created_at,
  }));
  for (let at = 0; at < rows.length; at += rowsPerInsert) {
    const some = rows.slice(at, at + rowsPerInsert);
    await queries.createNotifications(tx, some);
    for (const { id, user_id } of some) {
      const details = { id, kind: given.kind };
      await publishLive(tx, context, { name: 'notification', details }, { user_ids: [user_id] });
    }
  }
}

export async function listNotifications(context: Context, query: NotificationQuery) {
  const [before] = decodeCursor(query.cursor, 1) ?? [];
  const userId = ownUserId(context);
  const rows = await context.readTenant((tx) =>
    queries.listNotifications(tx, userId, query, before as string | undefined),
  );
  return pageOf(rows, query.limit, present, (row) => [row.id]);
}

export async function getUnreadCount(context: Context): Promise<{ count: number }> {
  const count = await context.readTenant((tx) => countUnread(tx, ownUserId(context)), { at_once: true });
  return { count };
}

/** For the shell's first reply, inside its transaction. */
export function countUnread(tx: Transaction, userId: string): Promise<number> {
  return queries.countUnread(tx, userId, unreadCap);
}

export async function markRead(context: Context, id: string): Promise<Notification> {
  const userId = ownUserId(context);
  return context.withTenant(async (tx) => {
    await queries.updateRead(tx, userId, id, context.platform.clock.now().toISOString());
    return present(await queries.selectNotification(tx, userId, id));
  });
}

/** The id names exactly those that this call marked, so that undoing leaves others alone. */
export async function markAllRead(context: Context): Promise<{ marked: number; undo_id: string }> {
  const batch = { read_at: context.platform.clock.now().toISOString(), read_batch_id: newId() };
  const userId = ownUserId(context);
  const marked = await context.withTenant((tx) => queries.updateAllRead(tx, userId, batch));
  return { marked, undo_id: batch.read_batch_id };
}

export async function undoMarkAllRead(context: Context, batchId: string): Promise<{ restored: number }> {
  const userId = ownUserId(context);
  const restored = await context.withTenant((tx) => queries.restoreUnread(tx, userId, batchId));
  return { restored };
}

function ownUserId(context: Context): string {
  if (!context.actor.user_id) throw new Problem('forbidden');
  return context.actor.user_id;
}

function present(row: queries.NotificationRow): Notification {
  const { id, kind, link, created_at, read_at } = row;
  const subject = row.subject_type && row.subject_id ? { type: row.subject_type, id: row.subject_id } : null;
  return { id, kind, subject, details: row.details as Notification['details'], link, created_at, read_at };
}
