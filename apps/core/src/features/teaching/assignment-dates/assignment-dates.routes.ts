import * as contract from '@k12/contracts/teaching/assignment-dates';
import { route } from '../../../platform/http/route.ts';
import * as service from './assignment-dates.service.ts';
import * as grid from './dates-grid.service.ts';
import { previewDue } from './due-preview.service.ts';
import { createExtensions } from './extensions.service.ts';

export const assignmentDatesRoutes = [
  route(contract.getAssignmentDates, ({ context, params }) => service.getDates(context, params.id)),
  route(contract.putAssignmentDates, ({ context, params, body }) =>
    service.putDates(context, params.id, body),
  ),
  route(contract.getDatesGrid, ({ context, params }) => grid.getDatesGrid(context, params.id)),
  route(contract.putDatesGrid, ({ context, params, body }) => grid.putDatesGrid(context, params.id, body)),
  route(contract.createExtensions, ({ context, params, body }) => createExtensions(context, params.id, body)),
  route(contract.previewDue, ({ context, params, query }) => previewDue(context, params.id, query)),
];
