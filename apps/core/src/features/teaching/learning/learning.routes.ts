import {
  getLearnerAssignment,
  getLearnerAttachment,
  getLearnerCourse,
  getLearnerHome,
  listLearnerCourses,
  listTodos,
} from '@k12/contracts/teaching/learning';
import { setFileHeaders } from '../../../platform/http/file-headers.ts';
import { route } from '../../../platform/http/route.ts';
import { sendContent } from '../../../platform/http/send-content.ts';
import { getAssignment } from './learner-assignment.service.ts';
import { findAttachment } from './learner-attachments.service.ts';
import { getHome } from './learner-home.service.ts';
import * as service from './learning.service.ts';

export const learningRoutes = [
  route(getLearnerHome, ({ context, params }) => getHome(context, params.id)),
  route(listLearnerCourses, ({ context, params }) => service.listCourses(context, params.id)),
  route(getLearnerCourse, ({ context, params }) => service.getCourse(context, params.id, params.course_id)),
  route(listTodos, ({ context, params, query }) => service.listTodos(context, params.id, query)),
  route(getLearnerAssignment, ({ context, params }) =>
    getAssignment(context, params.id, params.assignment_id),
  ),
  route(getLearnerAttachment, async ({ context, params, request, reply }) => {
    const { attachments } = await getAssignment(context, params.id, params.assignment_id);
    const found = await findAttachment(context, params.assignment_id, attachments, params.attachment_id);
    setFileHeaders(reply, found.file);
    await sendContent(request, reply, found.stored);
    return '';
  }),
];
