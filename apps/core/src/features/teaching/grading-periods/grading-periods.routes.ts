import {
  createGradingPeriod,
  finalizeGradingPeriod,
  listGradingPeriods,
  lockGradingPeriod,
  reopenGradingPeriod,
} from '@k12/contracts/teaching/grading-periods';
import { route } from '../../../platform/http/route.ts';
import * as service from './grading-periods.service.ts';

export const gradingPeriodsRoutes = [
  route(listGradingPeriods, ({ context, query }) => service.listPeriods(context, query)),
  route(createGradingPeriod, ({ context, body }) => service.createPeriod(context, body)),
  route(lockGradingPeriod, ({ context, params, body }) =>
    service.lockPeriod(context, params.id, body.lock_version),
  ),
  route(reopenGradingPeriod, ({ context, params, body }) => service.reopenPeriod(context, params.id, body)),
  route(finalizeGradingPeriod, ({ context, params, body }) =>
    service.finalizePeriod(context, params.id, body),
  ),
];
