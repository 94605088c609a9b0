import { listPlanningFigures } from '@k12/contracts/planning/planning-figures';
import { route } from '../../../platform/http/route.ts';
import * as service from './planning-figures.service.ts';

export const planningFiguresRoutes = [
  route(listPlanningFigures, ({ context }) => service.listPlanningFigures(context)),
];
