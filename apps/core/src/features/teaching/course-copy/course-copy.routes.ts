import * as contract from '@k12/contracts/teaching/course-copy';
import { route } from '../../../platform/http/route.ts';
import * as copies from './course-copy.service.ts';
import * as states from './course-states.service.ts';
import * as dates from './shift-dates.service.ts';

export const courseCopyRoutes = [
  route(contract.copyCourse, ({ context, params, body }) => copies.copyCourse(context, params.id, body)),
  route(contract.getCourseCopy, ({ context, params }) => copies.getCopy(context, params.id)),
  route(contract.shiftCourseDates, ({ context, params, body }) => dates.shiftDates(context, params.id, body)),
  route(contract.archiveCourse, ({ context, params }) => states.archiveCourse(context, params.id)),
  route(contract.restoreCourse, ({ context, params }) => states.restoreCourse(context, params.id)),
  route(contract.listDeletedCourses, ({ context }) => states.listDeletedCourses(context)),
  route(contract.deleteCourse, ({ context, params, query }) =>
    states.deleteCourse(context, params.id, query.confirm),
  ),
];
