import { courseStaff, type PageRegistration } from './page-registration.ts';

/** The pages of courses, for those who teach and those who learn; read through `pages` like all others. */
export const teachingPages = {
  /** The courses one teaches or leads. */
  teachCourses: {
    route: '/teach/courses',
    title: 'teach',
    area: 'teach',
    access: courseStaff,
    capability: 'courses.read',
    navigation: { order: 3, icon: 'presentation', key: 'c' },
  },
  /** One course: its sections and who teaches it. */
  teachCourse: {
    route: '/teach/courses/[courseId]',
    title: 'teachCourse',
    area: 'teach',
    access: courseStaff,
    capability: 'courses.read',
    tab: 0,
  },
  /** What is to be done in a course, with dates, points and states changed in place. */
  courseAssignments: {
    route: '/teach/courses/[courseId]/assignments',
    title: 'courseAssignments',
    area: 'teach',
    access: courseStaff,
    capability: 'assignments.read',
    tab: 2,
  },
} as const satisfies Record<string, PageRegistration>;
