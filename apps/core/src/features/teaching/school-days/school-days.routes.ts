import {
  deleteSchoolDays,
  getSchoolCalendar,
  listSchoolDays,
  putSchoolCalendar,
  putSchoolDays,
} from '@k12/contracts/teaching/school-days';
import { route } from '../../../platform/http/route.ts';
import * as service from './school-days.service.ts';

export const schoolDaysRoutes = [
  route(listSchoolDays, ({ context, query }) => service.listSchoolDays(context, query)),
  route(putSchoolDays, ({ context, body }) => service.putSchoolDays(context, body)),
  route(deleteSchoolDays, ({ context, query }) => service.deleteSchoolDays(context, query)),
  route(getSchoolCalendar, ({ context, params, query }) =>
    service.getSchoolCalendar(context, params.id, query.academic_year_id),
  ),
  route(putSchoolCalendar, ({ context, params, body }) =>
    service.putSchoolCalendar(context, params.id, body),
  ),
];
