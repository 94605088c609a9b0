import { on } from '../../../platform/events/event-subscribers.ts';
import {
  followEnrollment,
  followEnrollments,
  followSchoolDays,
  followSection,
} from './dates-follow.service.ts';

/** Dates of students follow who is in a course, when its sections meet and which days have school. */
export const assignmentDatesSubscribers = [
  on('enrollment.created', 'assignments.follow_enrollment', async (tx, context, { payload }) => {
    if (typeof payload.enrollment_id === 'string') await followEnrollment(tx, context, payload.enrollment_id);
  }),
  on('enrollment.updated', 'assignments.follow_enrollment_change', async (tx, context, { payload }) => {
    if (typeof payload.enrollment_id === 'string') await followEnrollment(tx, context, payload.enrollment_id);
  }),
  on('enrollments.created', 'assignments.follow_enrollments', async (tx, context, { payload }) => {
    if (typeof payload.course_id === 'string') await followEnrollments(tx, context, payload.course_id);
  }),
  on('section.updated', 'assignments.follow_meetings', async (tx, context, { payload }) => {
    if (typeof payload.course_id === 'string') await followSection(tx, context, payload.course_id);
  }),
  on('school_days.changed', 'assignments.follow_school_days', async (tx, context, { payload }) => {
    if (typeof payload.school_id === 'string') await followSchoolDays(tx, context, payload.school_id);
  }),
];
