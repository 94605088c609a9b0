import { createAnnotation, deleteAnnotation, updateAnnotation } from '@k12/contracts/teaching/annotations';
import { route } from '../../../platform/http/route.ts';
import * as service from './annotations.service.ts';

export const annotationsRoutes = [
  route(createAnnotation, ({ context, params, body }) => service.createAnnotation(context, params, body)),
  route(updateAnnotation, ({ context, params, body }) => service.updateAnnotation(context, params.id, body)),
  route(deleteAnnotation, ({ context, params }) => service.deleteAnnotation(context, params.id)),
];
