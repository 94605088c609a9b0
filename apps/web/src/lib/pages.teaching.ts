import { courseStaff, graders, type PageRegistration } from './page-registration.ts';

/** The pages of courses, for those who teach and those who learn; read through `pages` like all others. */
export const teachingPages = {
  /** The courses one teaches or leads. */
  teachCourses: {
    route: '/teach/courses',
    title: 'teach',
    area: 'teach',
    access: courseStaff,
    capability: 'courses.read',
    navigation: { order: 3, icon: 'presentation', key: 'c', of: ['teacher', 'admin'], root: '/teach' },
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
  /** The outline of a course: modules and their items, ordered and published in place. */
  courseModules: {
    route: '/teach/courses/[courseId]/modules',
    title: 'courseModules',
    area: 'teach',
    access: courseStaff,
    capability: 'modules.read',
    tab: 1,
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
  /** What waits to be graded in all courses, longest waiting first. */
  teachSubmissions: {
    route: '/teach/submissions',
    title: 'teachSubmissions',
    area: 'teach',
    access: graders,
    capability: 'submissions.read',
  },
  /** What waits to be graded in one course. */
  courseSubmissions: {
    route: '/teach/courses/[courseId]/submissions',
    title: 'courseSubmissions',
    area: 'teach',
    access: graders,
    capability: 'submissions.read',
    tab: 4,
  },
  /** One work beside its score, rubric and comments, student after student. */
  gradeWork: {
    route: '/teach/courses/[courseId]/assignments/[assignmentId]/grade/[studentId]',
    title: 'gradeWork',
    area: 'teach',
    access: graders,
    capability: 'submissions.read',
  },
  /** What work is judged by: one's own rubrics and shared ones. */
  teachRubrics: {
    route: '/teach/rubrics',
    title: 'teachRubrics',
    area: 'teach',
    access: graders,
    capability: 'assignments.write',
  },
  /** The sheet of all grades of a course. */
  courseGradebook: {
    route: '/teach/courses/[courseId]/gradebook',
    title: 'courseGradebook',
    area: 'teach',
    access: graders,
    capability: 'gradebook.read',
    tab: 3,
  },
  /** Where the students of a course stand with its standards. */
  courseMastery: {
    route: '/teach/courses/[courseId]/mastery',
    title: 'courseMastery',
    area: 'teach',
    access: graders,
    capability: 'gradebook.read',
    tab: 3.5,
  },
  /** One assignment on one page, saved as it is written; whether it can be published, at the side. */
  courseAssignment: {
    route: '/teach/courses/[courseId]/assignments/[assignmentId]',
    title: 'courseAssignment',
    area: 'teach',
    access: courseStaff,
    capability: 'assignments.read',
  },
  /** All dates of a course by section, written in many cells at once. */
  courseDates: {
    route: '/teach/courses/[courseId]/dates',
    title: 'courseDates',
    area: 'teach',
    access: courseStaff,
    capability: 'assignments.read',
  },
  /** Who is in a course, what they always get, and their groups. */
  courseRoster: {
    route: '/teach/courses/[courseId]/roster',
    title: 'courseRoster',
    area: 'teach',
    access: courseStaff,
    capability: 'enrollments.read',
    tab: 5,
  },
  /** What one student and the family see of a course now, under a bar that says so. */
  familyView: {
    route: '/teach/courses/[courseId]/family/[studentId]',
    title: 'familyView',
    area: 'teach',
    access: graders,
    capability: 'gradebook.read',
  },
  /** How a course adds up, labels and shows its grades. */
  courseSettings: {
    route: '/teach/courses/[courseId]/settings',
    title: 'courseSettings',
    area: 'teach',
    access: graders,
    capability: 'gradebook.read',
    tab: 6,
  },
} as const satisfies Record<string, PageRegistration>;
