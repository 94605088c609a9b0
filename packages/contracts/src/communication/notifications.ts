import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { id, idParams, instant } from '../records.ts';

export const Notification = z
  .object({
    id,
    /** Names the text and the setting that applies, for example `assignment.graded`. */
    kind: z.string(),
    /** What it is about; the panel groups by it. */
    subject: z.object({ type: z.string(), id }).nullable(),
    /** What the text is filled with. */
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    /** Path in the web app. */
    link: z.string().nullable(),
    created_at: instant,
    read_at: instant.nullable(),
  })
  .meta({ id: 'Notification' });
export type Notification = z.infer<typeof Notification>;

export const NotificationQuery = z.strictObject({
  ...pageQuery,
  show: z.enum(['all', 'unread']).default('all'),
  kind: z.string().max(80).optional(),
});
export type NotificationQuery = z.infer<typeof NotificationQuery>;

export const listNotifications = endpoint({
  name: 'notifications.list',
  method: 'GET',
  path: '/notifications',
  summary: 'Own notifications, newest first',
  permission: 'signed_in',
  rate: 'general',
  query: NotificationQuery,
  replies: { 200: page(Notification) },
});

export const getUnreadCount = endpoint({
  name: 'notifications.unread_count',
  method: 'GET',
  path: '/notifications/unread_count',
  summary: 'Number of own unread notifications; 100 stands for more than 99',
  permission: 'signed_in',
  rate: 'general',
  replies: { 200: z.object({ count: z.int().min(0).max(100) }) },
});

export const markNotificationRead = endpoint({
  name: 'notifications.read',
  method: 'PATCH',
  path: '/notifications/{id}/read',
  summary: 'Mark one own notification as read',
  permission: 'signed_in',
  rate: 'general',
  params: idParams,
  replies: { 200: Notification },
});

export const markAllNotificationsRead = endpoint({
  name: 'notifications.mark_all_read',
  method: 'POST',
  path: '/notifications/mark_all_read',
  summary: 'Mark all own notifications as read',
  permission: 'signed_in',
  rate: 'general',
  replies: { 200: z.object({ marked: z.int(), undo_id: id }) },
});

export const undoMarkAllRead = endpoint({
  name: 'notifications.undo_mark_all_read',
  method: 'POST',
  path: '/notifications/mark_all_read/{id}/undo',
  summary: 'Make those unread again that one "mark all as read" marked',
  permission: 'signed_in',
  rate: 'general',
  params: idParams,
  replies: { 200: z.object({ restored: z.int() }) },
});

/** What the stream tells: enough to know that something should be read again, never what it says. */
export const LiveEvent = z.discriminatedUnion('name', [
  z.object({ name: z.literal('notification'), details: z.object({ id, kind: z.string() }) }),
  z.object({
    name: z.literal('record_changed'),
    details: z.object({ type: z.string(), id, lock_version: z.int() }),
  }),
  z.object({ name: z.literal('session_ended'), details: z.object({}) }),
  z.object({ name: z.literal('feature_flags_changed'), details: z.object({}) }),
]);
export type LiveEvent = z.infer<typeof LiveEvent>;

export const streamEvents = endpoint({
  name: 'events.stream',
  method: 'GET',
  path: '/events',
  summary: 'Server-sent events of this session: each `event` is a name of LiveEvent, its `data` the details',
  permission: 'signed_in',
  rate: 'general',
  stream: 'events',
  replies: { 200: LiveEvent },
});
