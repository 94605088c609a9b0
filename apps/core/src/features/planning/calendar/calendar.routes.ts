import {
  createFeed,
  createPlannerEvent,
  deleteFeed,
  deletePlannerEvent,
  getCalendar,
  listFeeds,
  listPlannerEvents,
  readFeed,
  updatePlannerEvent,
} from '@k12/contracts/planning/calendar';
import { isUnchanged } from '../../../platform/http/entity-tag.ts';
import { route } from '../../../platform/http/route.ts';
import * as service from './calendar.service.ts';
import * as feeds from './feeds.service.ts';

export const calendarRoutes = [
  route(getCalendar, ({ context, query }) => service.getCalendar(context, query)),
  route(listPlannerEvents, ({ context, query }) => service.listPlannerEvents(context, query)),
  route(createPlannerEvent, ({ context, body }) => service.createPlannerEvent(context, body)),
  route(updatePlannerEvent, ({ context, params, body }) =>
    service.updatePlannerEvent(context, params.id, body),
  ),
  route(deletePlannerEvent, ({ context, params }) => service.deletePlannerEvent(context, params.id)),
  route(listFeeds, ({ context }) => feeds.listFeeds(context)),
  route(createFeed, ({ context, body }) => feeds.openFeed(context, body.course_id ?? null)),
  route(deleteFeed, ({ context, params }) => feeds.deleteFeed(context, params.id)),
  route(readFeed, async ({ platform, params, request, reply }) => {
    const text = await feeds.readFeed(platform, params.id);
    reply.headers({ 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-cache' });
    if (isUnchanged(request, reply, text, null)) reply.status(304).send();
    else reply.send(text);
    return '';
  }),
];
