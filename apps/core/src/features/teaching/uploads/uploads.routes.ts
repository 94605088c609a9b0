import type { Readable } from 'node:stream';
import {
  completeWorkUpload,
  createWorkUpload,
  deleteWorkUpload,
  getWorkUpload,
  patchWorkUpload,
} from '@k12/contracts/teaching/work-uploads';
import { route } from '../../../platform/http/route.ts';
import * as service from './uploads.service.ts';

export const uploadsRoutes = [
  route(createWorkUpload, ({ context, params, body }) => service.createUpload(context, params.id, body)),
  route(getWorkUpload, ({ context, params }) => service.getUpload(context, params.id)),
  route(patchWorkUpload, ({ context, params, query, request }) =>
    service.addPart(context, params.id, query.offset, bytesOf(request.body)),
  ),
  route(completeWorkUpload, ({ context, params, body }) =>
    service.completeUpload(context, params.id, body.sha256),
  ),
  route(deleteWorkUpload, ({ context, params }) => service.deleteUpload(context, params.id)),
];

/** The parser leaves bytes unread; a request without any has no body at all. */
function bytesOf(body: unknown): Readable | null {
  return typeof body === 'object' && body !== null && 'pipe' in body ? (body as Readable) : null;
}
