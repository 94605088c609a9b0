import { type PageRegistration, staffAdmins } from './page-registration.ts';

/** Pages of those who administer a school or the organisation. */
export const adminPages = {
  /** School overview and what is left to set up. */
  adminHome: {
    route: '/admin/dashboard',
    title: 'overview',
    area: 'admin',
    access: ['admin'],
    navigation: { order: 20, icon: 'layout-dashboard', key: 'a' },
  },
  /** Schools of the organisation. */
  adminSchools: {
    route: '/admin/schools',
    title: 'schools',
    area: 'admin',
    access: staffAdmins,
    capability: 'schools.update',
    navigation: { order: 21, icon: 'school', key: 's' },
  },
  /** People with search, filters and changes to many at once. */
  adminUsers: {
    route: '/admin/users',
    title: 'people',
    area: 'admin',
    access: staffAdmins,
    capability: 'users.create',
    navigation: { order: 22, icon: 'users', key: 'p' },
  },
  /** Take people from a table. */
  adminUserImport: {
    route: '/admin/users/import',
    title: 'importPeople',
    area: 'admin',
    access: staffAdmins,
    capability: 'imports.run',
  },
  /** Everything an admin needs to help one person. */
  adminUser: {
    route: '/admin/users/[userId]',
    title: 'person',
    area: 'admin',
    access: staffAdmins,
    capability: 'users.read_restricted',
  },
  /** Links between guardians and students. */
  adminGuardians: {
    route: '/admin/guardians',
    title: 'guardians',
    area: 'admin',
    access: staffAdmins,
    capability: 'guardian_links.manage',
    navigation: { order: 23, icon: 'heart-handshake' },
  },
  /** Years and terms on a line. */
  adminAcademicYears: {
    route: '/admin/academic-years',
    title: 'academicYears',
    area: 'admin',
    access: staffAdmins,
    capability: 'terms.manage',
    navigation: { order: 24, icon: 'calendar-range' },
  },
  /** School days, holidays and the rotation of a year. */
  adminSchoolCalendar: {
    route: '/admin/academic-years/calendar',
    title: 'schoolCalendar',
    area: 'admin',
    access: staffAdmins,
    capability: 'terms.manage',
  },
  /** Grading periods, the grade of the year, and schemes of a school. */
  adminGrading: {
    route: '/admin/grading',
    title: 'grading',
    area: 'admin',
    access: staffAdmins,
    capability: 'terms.manage',
    navigation: { order: 24.5, icon: 'chart-column' },
  },
  /** What each role may do. */
  adminRoles: {
    route: '/admin/roles',
    title: 'roles',
    area: 'admin',
    access: staffAdmins,
    capability: 'roles.read',
    navigation: { order: 25, icon: 'shield-check' },
  },
  /** One role and who has it. */
  adminRole: {
    route: '/admin/roles/[roleId]',
    title: 'role',
    area: 'admin',
    access: staffAdmins,
    capability: 'roles.read',
  },
  /** How people of the organisation sign in. */
  adminSignInRules: {
    route: '/admin/sign-in-rules',
    title: 'signInRules',
    area: 'admin',
    access: staffAdmins,
    capability: 'sign_in.manage',
    reach: 'tenant',
    navigation: { order: 25.5, icon: 'key-round' },
  },
  /** Who did what and when. */
  adminAuditLog: {
    route: '/admin/audit-log',
    title: 'auditLog',
    area: 'admin',
    access: staffAdmins,
    capability: 'audit_log.read',
    navigation: { order: 26, icon: 'scroll-text' },
  },
  /** Whether every part of the service works. */
  adminHealth: {
    route: '/admin/health',
    title: 'health',
    area: 'admin',
    access: [...staffAdmins, 'super_admin'],
    capability: 'operations.read_own',
    navigation: { order: 27, icon: 'activity' },
  },
  /** Work in the background and its outcome. */
  adminJobs: {
    route: '/admin/operations/jobs',
    title: 'jobs',
    area: 'admin',
    access: staffAdmins,
    capability: 'operations.read_own',
    reach: 'tenant',
    navigation: { order: 28, icon: 'list-checks' },
  },
  /** What is switched on for the organisation. */
  adminFeatureFlags: {
    route: '/admin/feature-flags',
    title: 'featureFlags',
    area: 'admin',
    access: staffAdmins,
    capability: 'feature_flags.manage',
    reach: 'tenant',
    navigation: { order: 29, icon: 'toggle-right' },
  },
  /** Mail of the organisation and whether it was sent. */
  adminMailOutbox: {
    route: '/admin/mail-outbox',
    title: 'mailOutbox',
    area: 'admin',
    access: staffAdmins,
    capability: 'operations.read_own',
    reach: 'tenant',
    navigation: { order: 30, icon: 'mail' },
  },
} as const satisfies Record<string, PageRegistration>;
