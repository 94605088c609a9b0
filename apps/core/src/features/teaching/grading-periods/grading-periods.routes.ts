import {
  createGradingPeriod,
  deleteGradingPeriod,
  finalizeGradingPeriod,
  getSchoolGrading,
  listGradingPeriods,
  lockGradingPeriod,
  reopenGradingPeriod,
  updateGradingPeriod,
  updateSchoolGrading,
} from '@k12/contracts/teaching/grading-periods';
import { route } from '../../../platform/http/route.ts';
import * as service from './grading-periods.service.ts';
import * as school from './school-grading.service.ts';

export const gradingPeriodsRoutes = [
  route(listGradingPeriods, ({ context, query }) => service.listPeriods(context, query)),
  route(createGradingPeriod, ({ context, body }) => service.createPeriod(context, body)),
  route(updateGradingPeriod, ({ context, params, body }) => service.updatePeriod(context, params.id, body)),
  route(deleteGradingPeriod, ({ context, params }) => service.deletePeriod(context, params.id)),
  route(getSchoolGrading, ({ context, params }) => school.getSchoolGrading(context, params.id)),
  route(updateSchoolGrading, ({ context, params, body }) =>
    school.updateSchoolGrading(context, params.id, body),
  ),
  route(lockGradingPeriod, ({ context, params, body }) =>
    service.lockPeriod(context, params.id, body.lock_version),
  ),
  route(reopenGradingPeriod, ({ context, params, body }) => service.reopenPeriod(context, params.id, body)),
  route(finalizeGradingPeriod, ({ context, params, body }) =>
    service.finalizePeriod(context, params.id, body),
  ),
];
