import {
  createComment,
  listComments,
  reopenThread,
  resolveThread,
  updateComment,
} from '@k12/contracts/planning/comments';
import { route } from '../../../platform/http/route.ts';
import * as service from './comments.service.ts';

export const commentsRoutes = [
  route(listComments, ({ context, query }) => service.listComments(context, query)),
  route(createComment, ({ context, body }) => service.createComment(context, body)),
  route(updateComment, ({ context, params, body }) => service.updateComment(context, params.id, body)),
  route(resolveThread, ({ context, params }) => service.resolveThread(context, params.id)),
  route(reopenThread, ({ context, params }) => service.reopenThread(context, params.id)),
];
