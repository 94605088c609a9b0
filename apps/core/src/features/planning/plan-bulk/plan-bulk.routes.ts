import { createPlanBulkAction, getPlanBulkAction } from '@k12/contracts/planning/plan-bulk';
import { route } from '../../../platform/http/route.ts';
import { createBulkAction, getBulkAction } from './plan-bulk.service.ts';

export const planBulkRoutes = [
  route(createPlanBulkAction, ({ context, body }) => createBulkAction(context, body)),
  route(getPlanBulkAction, ({ context, params }) => getBulkAction(context, params.id)),
];
