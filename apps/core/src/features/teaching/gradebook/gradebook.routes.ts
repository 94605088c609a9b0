import { getGradebook, updateGradebookCells } from '@k12/contracts/teaching/gradebook';
import { route } from '../../../platform/http/route.ts';
import * as service from './gradebook.service.ts';

export const gradebookRoutes = [
  route(getGradebook, ({ context, params, query }) => service.getGradebook(context, params.id, query)),
  route(updateGradebookCells, ({ context, params, body }) => service.updateCells(context, params.id, body)),
];
