import { createPlanImport, previewPlanImport } from '@k12/contracts/planning/plan-imports';
import { route } from '../../../platform/http/route.ts';
import * as service from './plan-imports.service.ts';

export const planImportsRoutes = [
  route(previewPlanImport, ({ context, body }) => service.previewImport(context, body)),
  route(createPlanImport, ({ context, body }) => service.createImport(context, body)),
];
