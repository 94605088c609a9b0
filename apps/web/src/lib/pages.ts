import {
  type Area,
  type PageRegistration,
  planners,
  type RoleKey,
  staffAdmins,
} from './page-registration.ts';
import { learnPages } from './pages.learn.ts';
import { operatorPages } from './pages.operators.ts';
import { plannerPages } from './pages.planner.ts';
import { teachingPages } from './pages.teaching.ts';

export type { Area, PageRegistration, RoleKey } from './page-registration.ts';

/** Every page of the app; those of planning and of teaching are in files of their own. */
export const pages = {
  /** Sign in with name and password. */
  login: {
    route: '/login',
    title: 'login',
    area: 'public',
    access: 'public',
  },
  /** Sign-in of one organisation. */
  loginTenant: {
    route: '/login/[slug]',
    title: 'login',
    area: 'public',
    access: 'public',
  },
  /** What a sign-in still owes: a second factor or a new password. */
  loginSecondStep: {
    route: '/login/mfa',
    title: 'secondStep',
    area: 'public',
    access: 'public',
  },
  /** Choose the school of this tab after sign-in with several. */
  selectSchool: {
    route: '/select-school',
    title: 'selectSchool',
    area: 'settings',
    access: 'signed_in',
  },
  /** Organisation suspended, whom to ask. */
  suspended: {
    route: '/suspended',
    title: 'suspended',
    area: 'public',
    access: 'public',
  },
  /** Ask for a reset link. */
  forgottenPassword: {
    route: '/forgot-password',
    title: 'forgottenPassword',
    area: 'public',
    access: 'public',
  },
  /** Choose a new password by a reset link. */
  passwordReset: {
    route: '/password-reset/[token]',
    title: 'newPassword',
    area: 'public',
    access: 'public',
  },
  /** Reset link as written in mails. */
  passwordResetFromMail: {
    route: '/reset-password/[token]',
    title: 'newPassword',
    area: 'public',
    access: 'public',
  },
  /** Accept an invitation. */
  invitation: {
    route: '/invite/[token]',
    title: 'invitation',
    area: 'public',
    access: 'public',
  },
  /** Invitation link as written in mails. */
  invitationFromMail: {
    route: '/invitations/[token]',
    title: 'invitation',
    area: 'public',
    access: 'public',
  },
  /** End a sign-in that was somebody else. */
  signInNotice: {
    route: '/sign-in-notices/[token]',
    title: 'signInNotice',
    area: 'public',
    access: 'public',
  },
  /** Explain a failed sign-in and the next step. */
  authFailure: {
    route: '/auth/failure',
    title: 'authFailure',
    area: 'public',
    access: 'public',
  },
  /** Access page. */
  unauthorized: {
    route: '/unauthorized',
    title: 'unauthorized',
    area: 'public',
    access: 'public',
  },
  /** Shown without a connection. */
  offline: {
    route: '/offline',
    title: 'offline',
    area: 'public',
    access: 'public',
  },
  /** State of the service in plain words; works when core is down. */
  status: {
    route: '/status',
    title: 'status',
    area: 'public',
    access: 'public',
  },
  /** Accessibility statement. */
  accessibility: {
    route: '/accessibility',
    title: 'accessibility',
    area: 'public',
    access: 'public',
  },
  /** Privacy notice of the platform. */
  privacy: {
    route: '/legal/privacy',
    title: 'privacy',
    area: 'public',
    access: 'public',
  },
  /** Components and tokens with live examples. */
  designSystem: {
    route: '/docs/design-system',
    title: 'designSystem',
    area: 'public',
    access: 'public',
  },
  /** Name, pronouns, language and time zone. */
  profile: {
    route: '/settings/profile',
    title: 'profile',
    area: 'settings',
    access: 'signed_in',
  },
  /** Password, factors, passkeys, sessions and tokens. */
  security: {
    route: '/settings/security',
    title: 'security',
    area: 'settings',
    access: 'signed_in',
  },
  /** Former address of the security page. */
  ownSecurity: {
    route: '/me/security',
    title: 'security',
    area: 'settings',
    access: 'signed_in',
  },
  /** Today of teachers, leads and admins. */
  teacherHome: {
    route: '/dashboard',
    title: 'today',
    area: 'today',
    access: ['teacher', 'curriculum_lead', 'admin'],
    capability: 'unit_plans.read',
    navigation: { order: 1, icon: 'sun', key: 't' },
  },
  /** Today of students. */
  studentHome: {
    route: '/learn/dashboard',
    title: 'today',
    area: 'today',
    access: ['student'],
    navigation: { order: 1, icon: 'sun', key: 't' },
  },
  /** All children at a glance. */
  guardianHome: {
    route: '/guardian/dashboard',
    title: 'children',
    area: 'today',
    access: ['guardian'],
    navigation: { order: 1, icon: 'users', key: 't' },
  },
  /** The district and its schools. */
  districtHome: {
    route: '/district/dashboard',
    title: 'district',
    area: 'district',
    access: ['district_admin'],
    navigation: { order: 1, icon: 'layout-dashboard', key: 'd' },
  },
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
  /** All notices, filters. */
  notifications: {
    route: '/notifications',
    title: 'notifications',
    area: 'settings',
    access: 'signed_in',
  },
  /** Theme, contrast, density and reading options. */
  appearance: {
    route: '/settings/appearance',
    title: 'appearance',
    area: 'settings',
    access: 'signed_in',
  },
  ...operatorPages,
  ...plannerPages,
  ...teachingPages,
  ...learnPages,
} as const satisfies Record<string, PageRegistration>;

export const pageList: readonly PageRegistration[] = Object.values(pages);

const patterns = pageList.map((page) => ({
  page,
  // Fixed addresses win over those with parameters: `/login/mfa` is not an organisation.
  parameters: page.route.split('[').length - 1,
  pattern: new RegExp(`^${page.route.replace(/\[\w+\]/g, '[\\w-]+')}$`),
}));
patterns.sort((a, b) => a.parameters - b.parameters);

/** Exact match only: no prefixes, no trailing dots, no other case, no escapes (IDN-122). */
export function findPage(pathname: string): PageRegistration | undefined {
  return patterns.find(({ pattern }) => pattern.test(pathname))?.page;
}

type Visitor = { roles: readonly string[]; capabilities: Record<string, readonly string[]> };

const outsiders: readonly string[] = ['student', 'guardian', 'super_admin'] satisfies RoleKey[];
const isStaffRole = (role: string) => (planners as readonly string[]).includes(role);

/** Whoever has a role of the organisation's own is staff; which one, no page can know (IDN-44). */
function hasOwnRole({ roles }: Visitor): boolean {
  return roles.some((role) => !isStaffRole(role) && !outsiders.includes(role));
}

/** In one of these roles; for staff with a role of their own the capability of the page alone decides. */
function isIn(roles: readonly RoleKey[], { capability }: PageRegistration, visitor: Visitor): boolean {
  if (roles.some((role) => visitor.roles.includes(role))) return true;
  return capability !== undefined && roles.some(isStaffRole) && hasOwnRole(visitor);
}

export function mayOpen(page: PageRegistration, visitor: Visitor): boolean {
  const { access } = page;
  if (access === 'public') return true;
  if (access !== 'signed_in' && !isIn(access, page, visitor)) return false;
  if (page.capability === undefined) return true;
  const reaches = visitor.capabilities[page.capability];
  return reaches !== undefined && (page.reach === undefined || reaches.includes(page.reach));
}

function isOf(page: PageRegistration, visitor: Visitor): boolean {
  return page.navigation?.of === undefined || isIn(page.navigation.of, page, visitor);
}

/** The part of the navigation a page stands in: leads do their share of the administration from planning (UXP-02). */
export function sectionOf({ area, navigation }: PageRegistration, visitor: Visitor): Area {
  const section = navigation?.section ?? area;
  const isAdmin = hasOwnRole(visitor) || staffAdmins.some((role) => visitor.roles.includes(role));
  return !isAdmin && (section === 'admin' || section === 'district') ? 'plan' : section;
}

export function navigationOf(visitor: Visitor): PageRegistration[] {
  return pageList
    .filter((page) => page.navigation && mayOpen(page, visitor) && isOf(page, visitor))
    .sort((a, b) => (a.navigation?.order ?? 0) - (b.navigation?.order ?? 0));
}
