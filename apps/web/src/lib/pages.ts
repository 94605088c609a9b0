import { type PageRegistration, staffAdmins } from './page-registration.ts';
import { plannerPages } from './pages.planner.ts';

export type { Area, PageRegistration, RoleKey } from './page-registration.ts';

/** Every page of the app; those of the planner are in a file of their own. */
export const pages = {
  login: {
    route: '/login',
    title: 'login',
    purpose: 'Sign in with name and password',
    area: 'public',
    access: 'public',
  },
  loginTenant: {
    route: '/login/[slug]',
    title: 'login',
    purpose: 'Sign-in of one organisation',
    area: 'public',
    access: 'public',
  },
  loginSecondStep: {
    route: '/login/mfa',
    title: 'secondStep',
    purpose: 'What a sign-in still owes: a second factor or a new password',
    area: 'public',
    access: 'public',
  },
  selectSchool: {
    route: '/select-school',
    title: 'selectSchool',
    purpose: 'Choose the school of this tab after sign-in with several',
    area: 'settings',
    access: 'signed_in',
  },
  suspended: {
    route: '/suspended',
    title: 'suspended',
    purpose: 'Organisation suspended, whom to ask',
    area: 'public',
    access: 'public',
  },
  forgottenPassword: {
    route: '/forgot-password',
    title: 'forgottenPassword',
    purpose: 'Ask for a reset link',
    area: 'public',
    access: 'public',
  },
  passwordReset: {
    route: '/password-reset/[token]',
    title: 'newPassword',
    purpose: 'Choose a new password by a reset link',
    area: 'public',
    access: 'public',
  },
  passwordResetFromMail: {
    route: '/reset-password/[token]',
    title: 'newPassword',
    purpose: 'Reset link as written in mails',
    area: 'public',
    access: 'public',
  },
  invitation: {
    route: '/invite/[token]',
    title: 'invitation',
    purpose: 'Accept an invitation',
    area: 'public',
    access: 'public',
  },
  invitationFromMail: {
    route: '/invitations/[token]',
    title: 'invitation',
    purpose: 'Invitation link as written in mails',
    area: 'public',
    access: 'public',
  },
  signInNotice: {
    route: '/sign-in-notices/[token]',
    title: 'signInNotice',
    purpose: 'End a sign-in that was somebody else',
    area: 'public',
    access: 'public',
  },
  authFailure: {
    route: '/auth/failure',
    title: 'authFailure',
    purpose: 'Explain a failed sign-in and the next step',
    area: 'public',
    access: 'public',
  },
  unauthorized: {
    route: '/unauthorized',
    title: 'unauthorized',
    purpose: 'Access page',
    area: 'public',
    access: 'public',
  },
  offline: {
    route: '/offline',
    title: 'offline',
    purpose: 'Shown without a connection',
    area: 'public',
    access: 'public',
  },
  status: {
    route: '/status',
    title: 'status',
    purpose: 'State of the service in plain words; works when core is down',
    area: 'public',
    access: 'public',
  },
  accessibility: {
    route: '/accessibility',
    title: 'accessibility',
    purpose: 'Accessibility statement',
    area: 'public',
    access: 'public',
  },
  privacy: {
    route: '/legal/privacy',
    title: 'privacy',
    purpose: 'Privacy notice of the platform',
    area: 'public',
    access: 'public',
  },
  designSystem: {
    route: '/docs/design-system',
    title: 'designSystem',
    purpose: 'Components and tokens with live examples',
    area: 'public',
    access: 'public',
  },
  profile: {
    route: '/settings/profile',
    title: 'profile',
    purpose: 'Name, pronouns, language and time zone',
    area: 'settings',
    access: 'signed_in',
  },
  security: {
    route: '/settings/security',
    title: 'security',
    purpose: 'Password, factors, passkeys, sessions and tokens',
    area: 'settings',
    access: 'signed_in',
  },
  ownSecurity: {
    route: '/me/security',
    title: 'security',
    purpose: 'Former address of the security page',
    area: 'settings',
    access: 'signed_in',
  },
  teacherHome: {
    route: '/dashboard',
    title: 'today',
    purpose: 'Today of teachers, leads and admins',
    area: 'today',
    access: ['teacher', 'curriculum_lead', 'admin'],
    navigation: { order: 1, icon: 'sun', key: 't' },
  },
  studentHome: {
    route: '/learn/dashboard',
    title: 'today',
    purpose: 'Today of students',
    area: 'today',
    access: ['student'],
    navigation: { order: 1, icon: 'sun', key: 't' },
  },
  guardianHome: {
    route: '/guardian/dashboard',
    title: 'children',
    purpose: 'All children at a glance',
    area: 'today',
    access: ['guardian'],
    navigation: { order: 1, icon: 'users', key: 't' },
  },
  districtHome: {
    route: '/district/dashboard',
    title: 'district',
    purpose: 'The district and its schools',
    area: 'district',
    access: ['district_admin'],
    navigation: { order: 1, icon: 'layout-dashboard', key: 'd' },
  },
  adminHome: {
    route: '/admin/dashboard',
    title: 'overview',
    purpose: 'School overview and what is left to set up',
    area: 'admin',
    access: ['admin'],
    navigation: { order: 20, icon: 'layout-dashboard', key: 'a' },
  },
  adminSchools: {
    route: '/admin/schools',
    title: 'schools',
    purpose: 'Schools of the organisation',
    area: 'admin',
    access: staffAdmins,
    capability: 'schools.read',
    navigation: { order: 21, icon: 'school', key: 's' },
  },
  adminUsers: {
    route: '/admin/users',
    title: 'people',
    purpose: 'People with search, filters and changes to many at once',
    area: 'admin',
    access: staffAdmins,
    capability: 'users.create',
    navigation: { order: 22, icon: 'users', key: 'p' },
  },
  adminUser: {
    route: '/admin/users/[userId]',
    title: 'person',
    purpose: 'Everything an admin needs to help one person',
    area: 'admin',
    access: staffAdmins,
    capability: 'users.read_restricted',
  },
  adminGuardians: {
    route: '/admin/guardians',
    title: 'guardians',
    purpose: 'Links between guardians and students',
    area: 'admin',
    access: staffAdmins,
    capability: 'guardian_links.manage',
    navigation: { order: 23, icon: 'heart-handshake' },
  },
  adminAcademicYears: {
    route: '/admin/academic-years',
    title: 'academicYears',
    purpose: 'Years and terms on a line',
    area: 'admin',
    access: staffAdmins,
    capability: 'terms.manage',
    navigation: { order: 24, icon: 'calendar-range' },
  },
  adminRoles: {
    route: '/admin/roles',
    title: 'roles',
    purpose: 'What each role may do',
    area: 'admin',
    access: staffAdmins,
    capability: 'roles.read',
    navigation: { order: 25, icon: 'shield-check' },
  },
  adminRole: {
    route: '/admin/roles/[roleId]',
    title: 'role',
    purpose: 'One role and who has it',
    area: 'admin',
    access: staffAdmins,
    capability: 'roles.read',
  },
  adminAuditLog: {
    route: '/admin/audit-log',
    title: 'auditLog',
    purpose: 'Who did what and when',
    area: 'admin',
    access: staffAdmins,
    capability: 'audit_log.read',
    navigation: { order: 26, icon: 'scroll-text' },
  },
  adminHealth: {
    route: '/admin/health',
    title: 'health',
    purpose: 'Whether every part of the service works',
    area: 'admin',
    access: staffAdmins,
    capability: 'operations.read_own',
    navigation: { order: 27, icon: 'activity' },
  },
  adminJobs: {
    route: '/admin/operations/jobs',
    title: 'jobs',
    purpose: 'Work in the background and its outcome',
    area: 'admin',
    access: staffAdmins,
    capability: 'operations.read_own',
    reach: 'tenant',
    navigation: { order: 28, icon: 'list-checks' },
  },
  adminFeatureFlags: {
    route: '/admin/feature-flags',
    title: 'featureFlags',
    purpose: 'What is switched on for the organisation',
    area: 'admin',
    access: staffAdmins,
    capability: 'feature_flags.manage',
    reach: 'tenant',
    navigation: { order: 29, icon: 'toggle-right' },
  },
  adminMailOutbox: {
    route: '/admin/mail-outbox',
    title: 'mailOutbox',
    purpose: 'Mail of the organisation and whether it was sent',
    area: 'admin',
    access: staffAdmins,
    capability: 'operations.read_own',
    reach: 'tenant',
    navigation: { order: 30, icon: 'mail' },
  },
  notifications: {
    route: '/notifications',
    title: 'notifications',
    purpose: 'All notices, filters',
    area: 'settings',
    access: 'signed_in',
  },
  appearance: {
    route: '/settings/appearance',
    title: 'appearance',
    purpose: 'Theme, contrast, density and reading options',
    area: 'settings',
    access: 'signed_in',
  },
  ...plannerPages,
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

interface Visitor {
  roles: readonly string[];
  capabilities: Record<string, readonly string[]>;
}

export function mayOpen(page: PageRegistration, visitor: Visitor): boolean {
  const { access } = page;
  if (access === 'public') return true;
  if (access !== 'signed_in' && !access.some((role) => visitor.roles.includes(role))) return false;
  if (page.capability === undefined) return true;
  const reaches = visitor.capabilities[page.capability];
  return reaches !== undefined && (page.reach === undefined || reaches.includes(page.reach));
}

export function navigationOf(visitor: Visitor): PageRegistration[] {
  return pageList
    .filter((page) => page.navigation && mayOpen(page, visitor))
    .sort((a, b) => (a.navigation?.order ?? 0) - (b.navigation?.order ?? 0));
}
