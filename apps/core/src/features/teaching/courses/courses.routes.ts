import {
  createCourse,
  createSection,
  getCourse,
  listCourses,
  listSections,
  updateCourse,
  updateSection,
} from '@k12/contracts/teaching/courses';
import { moveEnrollment, previewEnrollmentMove } from '@k12/contracts/teaching/enrollment-moves';
import {
  createEnrollment,
  detachEnrollment,
  listEnrollments,
  updateEnrollment,
} from '@k12/contracts/teaching/enrollments';
import { route } from '../../../platform/http/route.ts';
import * as service from './courses.service.ts';
import * as moves from './enrollment-moves.service.ts';
import * as enrollments from './enrollments.service.ts';
import * as sections from './sections.service.ts';

export const coursesRoutes = [
  route(listCourses, ({ context, query }) => service.listCourses(context, query)),
  route(createCourse, ({ context, body }) => service.createCourse(context, body)),
  route(getCourse, ({ context, params }) => service.getCourse(context, params.id)),
  route(updateCourse, ({ context, params, body }) => service.updateCourse(context, params.id, body)),
  route(listSections, ({ context, params }) => sections.listSections(context, params.id)),
  route(createSection, ({ context, params, body }) => sections.createSection(context, params.id, body)),
  route(updateSection, ({ context, params, body }) => sections.updateSection(context, params.id, body)),
  route(listEnrollments, ({ context, query }) => enrollments.listEnrollments(context, query)),
  route(createEnrollment, ({ context, body }) => enrollments.createEnrollment(context, body)),
  route(updateEnrollment, ({ context, params, body }) =>
    enrollments.updateEnrollment(context, params.id, body),
  ),
  route(detachEnrollment, ({ context, params, body }) =>
    enrollments.detachEnrollment(context, params.id, body),
  ),
  route(previewEnrollmentMove, ({ context, params, query }) => moves.previewMove(context, params.id, query)),
  route(moveEnrollment, ({ context, params, body }) => moves.moveEnrollment(context, params.id, body)),
];
