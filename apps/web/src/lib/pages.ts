import {
  type Area,
  type PageRegistration,
  planners,
  type RoleKey,
  staffAdmins,
} from './page-registration.ts';
import { adminPages } from './pages.admin.ts';
import { learnPages } from './pages.learn.ts';
import { openPages } from './pages.open.ts';
import { operatorPages } from './pages.operators.ts';
import { plannerPages } from './pages.planner.ts';
import { teachingPages } from './pages.teaching.ts';

export type { Area, PageRegistration, RoleKey } from './page-registration.ts';

/** Every page of the app: homes and settings here, the others by area in the files beside. */
export const pages = {
  ...openPages,
  /** Choose the school of this tab after sign-in with several. */
  selectSchool: {
    route: '/select-school',
    title: 'selectSchool',
    area: 'settings',
    access: 'signed_in',
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
  ...adminPages,
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
