const withNext = (path: string, next?: string) => (next ? `${path}?next=${encodeURIComponent(next)}` : path);

/** Every address of the app, in one place. */
export const paths = {
  login: (next?: string) => withNext('/login', next),
  loginTenant: (slug: string) => `/login/${encodeURIComponent(slug)}`,
  loginSecondStep: (next?: string) => withNext('/login/mfa', next),
  forgottenPassword: (slug?: string | null) =>
    slug ? `/forgot-password?school=${encodeURIComponent(slug)}` : '/forgot-password',
  selectSchool: (next?: string) => withNext('/select-school', next),
  suspended: () => '/suspended',
  unauthorized: () => '/unauthorized',
  security: () => '/settings/security',
  profile: () => '/settings/profile',
  offline: () => '/offline',
  status: () => '/status',
  accessibility: () => '/accessibility',
  accessibilityResults: () => '/accessibility/results',
  adminAccessibility: () => '/admin/accessibility',
  privacy: () => '/legal/privacy',
  designSystem: () => '/docs/design-system',
  teacherHome: () => '/dashboard',
  studentHome: () => '/learn/dashboard',
  guardianHome: () => '/guardian/dashboard',
  adminHome: () => '/admin/dashboard',
  districtHome: () => '/district/dashboard',
  adminSchools: () => '/admin/schools',
  adminUsers: () => '/admin/users',
  adminUserImport: () => '/admin/users/import',
  adminUser: (id: string) => `/admin/users/${id}`,
  adminAcademicYears: () => '/admin/academic-years',
  adminSchoolCalendar: () => '/admin/academic-years/calendar',
  adminGrading: () => '/admin/grading',
  adminGuardians: () => '/admin/guardians',
  adminRoles: () => '/admin/roles',
  adminRole: (id: string) => `/admin/roles/${id}`,
  adminSignInRules: () => '/admin/sign-in-rules',
  adminAuditLog: () => '/admin/audit-log',
  adminHealth: () => '/admin/health',
  adminJobs: () => '/admin/operations/jobs',
  adminFeatureFlags: () => '/admin/feature-flags',
  adminMailOutbox: () => '/admin/mail-outbox',
  adminSupportAccess: () => '/admin/support-access',
  operatorHome: () => '/admin/operations',
  /** A part of it, with what is to be seen there. */
  operations: (part: string, chosen: Record<string, string> = {}) =>
    `/admin/operations?${new URLSearchParams({ part, ...chosen })}`,
  adminProvisioning: () => '/admin/provisioning',
  adminTenant: (id: string) => `/admin/provisioning/${id}`,
  platformSupport: () => '/platform/support',
  notifications: () => '/notifications',
  appearance: () => '/settings/appearance',
  search: (q: string) => `/search?q=${encodeURIComponent(q)}`,
  plan: () => '/plan',
  planUnits: () => '/plan/units',
  planNewUnit: () => '/plan/units/new',
  planUnit: (id: string) => `/plan/units/${id}`,
  planLesson: (unitId: string, lessonId: string) => `/plan/units/${unitId}/lessons/${lessonId}`,
  planUnitPrint: (id: string) => `/plan/units/${id}/print`,
  planLessonPrint: (unitId: string, lessonId: string) => `/plan/units/${unitId}/lessons/${lessonId}/print`,
  planPackages: () => '/plan/packages',
  printSheet: (kind: string, id?: string) => (id ? `/print/${kind}?id=${id}` : `/print/${kind}`),
  planCalendar: () => '/plan/calendar',
  planDocuments: () => '/plan/documents',
  planDocument: (id: string) => `/plan/documents/${id}`,
  planContexts: () => '/plan/contexts',
  planContext: (id: string) => `/plan/contexts/${id}`,
  planCovers: () => '/plan/cover',
  planCover: (id: string) => `/plan/cover/${id}`,
  /** Of a substitution and one of its days; without, one's own lessons of today. */
  planPacket: (coverId?: string, day?: string) =>
    coverId && day ? `/plan/packet?cover=${coverId}&on=${day}` : '/plan/packet',
  /** With a unit: to place it. */
  planCurriculumMap: (unitId?: string) =>
    unitId ? `/plan/curriculum-map?place=${unitId}` : '/plan/curriculum-map',
  adminCurriculumMap: () => '/admin/curriculum-map',
  planTemplates: () => '/plan/templates',
  planTemplate: (id: string) => `/plan/templates/${id}`,
  adminCurriculumProfiles: () => '/admin/curriculum-profiles',
  districtTemplates: () => '/district/templates',
  planStandards: (frameworkId?: string) =>
    frameworkId ? `/plan/standards?framework=${frameworkId}` : '/plan/standards',
  planStandard: (frameworkId: string, id: string) =>
    `/plan/standards?framework=${frameworkId}&standard=${id}`,
  standardsCoverage: () => '/report/standards-coverage',
  adminStandards: () => '/admin/standards',
  planResources: () => '/plan/resources',
  planResource: (id: string) => `/plan/resources?resource=${id}`,
  planBin: () => '/plan/bin',
  planUnitHistory: (id: string) => `/plan/units/${id}/history`,
  planUnitPreview: (id: string) => `/plan/units/${id}/preview`,
  planApprovals: () => '/plan/approvals',
  adminApprovals: () => '/admin/approvals',
  teachSubmissions: () => '/teach/submissions',
  teachRubrics: () => '/teach/rubrics',
  courseSubmissions: (id: string) => `/teach/courses/${id}/submissions`,
  gradeWork: (courseId: string, assignmentId: string, studentId: string) =>
    `/teach/courses/${courseId}/assignments/${assignmentId}/grade/${studentId}`,
  learnCourses: () => '/learn/courses',
  learnCourse: (id: string) => `/learn/courses/${id}`,
  learnAssignment: (courseId: string, id: string) => `/learn/courses/${courseId}/assignments/${id}`,
  learnGrades: () => '/learn/grades',
  teachCourses: () => '/teach/courses',
  teachCourse: (id: string) => `/teach/courses/${id}`,
  courseModules: (id: string) => `/teach/courses/${id}/modules`,
  courseNewModule: (id: string) => `/teach/courses/${id}/modules?new=1`,
  courseAssignments: (id: string) => `/teach/courses/${id}/assignments`,
  courseNewAssignment: (id: string) => `/teach/courses/${id}/assignments?new=1`,
  courseAssignment: (id: string, assignmentId: string) => `/teach/courses/${id}/assignments/${assignmentId}`,
  courseDates: (id: string) => `/teach/courses/${id}/dates`,
  /** With a student: opened beside the list. */
  courseRoster: (id: string, studentId?: string) =>
    `/teach/courses/${id}/roster${studentId ? `?student=${studentId}` : ''}`,
  /** What a student and the family see of a course, or of one piece of work. */
  familyView: (
    courseId: string,
    studentId: string,
    look: { work?: string; as?: 'student' | 'guardian' } = {},
  ) => {
    const words = new URLSearchParams(look as Record<string, string>).toString();
    return `/teach/courses/${courseId}/family/${studentId}${words ? `?${words}` : ''}`;
  },
  courseGradebook: (id: string) => `/teach/courses/${id}/gradebook`,
  courseSettings: (id: string) => `/teach/courses/${id}/settings`,
  courseMastery: (id: string) => `/teach/courses/${id}/mastery`,
} as const;

/** A place inside this site to go to after signing in; anything else becomes the fallback (IDN-58). */
export function safeNext(next: string | null | undefined, fallback: string): string {
  if (!next?.startsWith('/') || next.startsWith('//') || next.includes('\\') || /\p{Cc}/u.test(next))
    return fallback;
  return next;
}
