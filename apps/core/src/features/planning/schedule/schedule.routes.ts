import { undoScheduleChange } from '@k12/contracts/planning/schedule-changes';
import { route } from '../../../platform/http/route.ts';
import * as service from './schedule-changes.service.ts';

export const scheduleRoutes = [
  route(undoScheduleChange, ({ context, params }) => service.undoScheduleChange(context, params.id)),
];
