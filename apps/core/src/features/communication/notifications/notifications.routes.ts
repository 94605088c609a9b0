import {
  getUnreadCount,
  listNotifications,
  markAllNotificationsRead,
  markNotificationRead,
  streamEvents,
  undoMarkAllRead,
} from '@k12/contracts/communication/notifications';
import { route } from '../../../platform/http/route.ts';
import * as service from './notifications.service.ts';
import { streamLiveEvents } from './notifications.stream.service.ts';

export const notificationsRoutes = [
  route(listNotifications, ({ context, query }) => service.listNotifications(context, query)),
  route(getUnreadCount, ({ context }) => service.getUnreadCount(context)),
  route(markNotificationRead, ({ context, params }) => service.markRead(context, params.id)),
  route(markAllNotificationsRead, ({ context }) => service.markAllRead(context)),
  route(undoMarkAllRead, ({ context, params }) => service.undoMarkAllRead(context, params.id)),
  route(streamEvents, ({ context, reply }) => streamLiveEvents(context, reply)),
];
