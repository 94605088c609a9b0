import type { PageRegistration } from './page-registration.ts';

/** Students see their own; guardians see the same of a linked child. */
const learners = ['student', 'guardian'] as const;

/** The pages of those who learn; read through `pages` like all others. */
export const learnPages = {
  /** Courses that run, those to come and those of before. */
  learnCourses: {
    route: '/learn/courses',
    title: 'learnCourses',
    area: 'learn',
    access: learners,
    capability: 'assignments.read',
    navigation: { order: 3, icon: 'book-open', key: 'c' },
  },
  /** One course with its work. */
  learnCourse: {
    route: '/learn/courses/[courseId]',
    title: 'learnCourse',
    area: 'learn',
    access: learners,
    capability: 'assignments.read',
  },
  /** One piece of work: what to do, the place to do it, and what was said about it. */
  learnAssignment: {
    route: '/learn/courses/[courseId]/assignments/[assignmentId]',
    title: 'learnAssignment',
    area: 'learn',
    access: learners,
    capability: 'assignments.read',
  },
  /** Posted grades by course. */
  learnGrades: {
    route: '/learn/grades',
    title: 'learnGrades',
    area: 'learn',
    access: learners,
    capability: 'gradebook.read',
    navigation: { order: 4, icon: 'chart-column', key: 'r' },
  },
} as const satisfies Record<string, PageRegistration>;
