import {
  createGradebookView,
  deleteGradebookView,
  getGradebookArrangement,
  putGradebookLayout,
  updateGradebookView,
} from '@k12/contracts/teaching/gradebook-views';
import { route } from '../../../platform/http/route.ts';
import * as service from './gradebook-views.service.ts';

export const gradebookViewsRoutes = [
  route(getGradebookArrangement, ({ context, params }) => service.getArrangement(context, params.id)),
  route(putGradebookLayout, ({ context, params, body }) => service.putLayout(context, params.id, body)),
  route(createGradebookView, ({ context, params, body }) => service.createView(context, params.id, body)),
  route(updateGradebookView, ({ context, params, body }) => service.updateView(context, params.id, body)),
  route(deleteGradebookView, ({ context, params }) => service.deleteView(context, params.id)),
];
