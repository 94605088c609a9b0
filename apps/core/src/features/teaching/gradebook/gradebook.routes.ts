import { getGradebook, updateGradebookCells } from '@k12/contracts/teaching/gradebook';
import { getGradebookSettings, updateGradebookSettings } from '@k12/contracts/teaching/totals';
import { route } from '../../../platform/http/route.ts';
import * as service from './gradebook.service.ts';
import { getSettings, updateSettings } from './gradebook-settings.service.ts';

export const gradebookRoutes = [
  route(getGradebook, ({ context, params, query }) => service.getGradebook(context, params.id, query)),
  route(updateGradebookCells, ({ context, params, body }) => service.updateCells(context, params.id, body)),
  route(getGradebookSettings, ({ context, params }) => getSettings(context, params.id)),
  route(updateGradebookSettings, ({ context, params, body }) => updateSettings(context, params.id, body)),
];
