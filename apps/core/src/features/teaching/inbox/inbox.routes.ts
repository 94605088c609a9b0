import { actOnWork, countInbox, listInbox } from '@k12/contracts/teaching/inbox';
import { route } from '../../../platform/http/route.ts';
import * as service from './inbox.service.ts';
import * as actions from './work-actions.service.ts';

export const inboxRoutes = [
  route(listInbox, ({ context, query }) => service.listInbox(context, query)),
  route(countInbox, ({ context, query }) => service.countInbox(context, query)),
  route(actOnWork, ({ context, body }) => actions.actOnWork(context, body)),
];
