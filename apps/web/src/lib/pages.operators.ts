import { type PageRegistration, staffAdmins } from './page-registration.ts';

const operators = ['super_admin'] as const;

/** Pages of those who run the installation, the one on which an organisation lets them in, and what both hear of accessibility. */
export const operatorPages = {
  /** Whether everything works, who is not served, who waits for help. */
  operatorHome: {
    route: '/admin/operations',
    title: 'operations',
    area: 'operations',
    access: operators,
    navigation: { order: 1, icon: 'layout-dashboard', key: 'o' },
  },
  /** Organisations, new ones, suspending them. */
  adminProvisioning: {
    route: '/admin/provisioning',
    title: 'provisioning',
    area: 'operations',
    access: operators,
    navigation: { order: 2, icon: 'school', key: 'p' },
  },
  /** One organisation. */
  adminTenant: {
    route: '/admin/provisioning/[tenantId]',
    title: 'tenant',
    area: 'operations',
    access: operators,
  },
  /** Requests of operators and what they were granted. */
  platformSupport: {
    route: '/platform/support',
    title: 'support',
    area: 'operations',
    access: operators,
    navigation: { order: 3, icon: 'heart-handshake' },
  },
  /** Whether operators may look in, and until when. */
  adminSupportAccess: {
    route: '/admin/support-access',
    title: 'supportAccess',
    area: 'admin',
    access: staffAdmins,
    capability: 'support_access.grant',
    reach: 'tenant',
    navigation: { order: 31, icon: 'shield-check' },
  },
  /** What the last walk through the pages found, page by page. */
  accessibilityResults: {
    route: '/accessibility/results',
    title: 'accessibilityResults',
    area: 'public',
    access: 'public',
  },
  /** What people could not use, as they reported it. */
  adminAccessibility: {
    route: '/admin/accessibility',
    title: 'accessibilityReports',
    area: 'admin',
    access: [...staffAdmins, 'super_admin'],
    capability: 'operations.read_own',
    reach: 'tenant',
    navigation: { order: 30.5, icon: 'heart-handshake' },
  },
} as const satisfies Record<string, PageRegistration>;
