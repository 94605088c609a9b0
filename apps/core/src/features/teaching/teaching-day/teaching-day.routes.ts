import { getTeachingDay } from '@k12/contracts/teaching/teaching-day';
import { route } from '../../../platform/http/route.ts';
import * as service from './teaching-day.service.ts';

export const teachingDayRoutes = [route(getTeachingDay, ({ context }) => service.getTeachingDay(context))];
