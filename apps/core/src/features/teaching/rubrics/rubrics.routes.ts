import {
  archiveRubric,
  copyRubric,
  createRubric,
  deleteRubric,
  getRubric,
  listRubrics,
  unarchiveRubric,
  updateRubric,
} from '@k12/contracts/teaching/rubrics';
import { route } from '../../../platform/http/route.ts';
import * as service from './rubrics.service.ts';

export const rubricsRoutes = [
  route(listRubrics, ({ context, query }) => service.listRubrics(context, query)),
  route(createRubric, ({ context, body }) => service.createRubric(context, body)),
  route(getRubric, ({ context, params }) => service.getRubric(context, params.id)),
  route(updateRubric, ({ context, params, body }) => service.updateRubric(context, params.id, body)),
  route(copyRubric, ({ context, params, body }) => service.copyRubric(context, params.id, body)),
  route(archiveRubric, ({ context, params }) => service.archiveRubric(context, params.id)),
  route(unarchiveRubric, ({ context, params }) => service.unarchiveRubric(context, params.id)),
  route(deleteRubric, ({ context, params }) => service.deleteRubric(context, params.id)),
];
