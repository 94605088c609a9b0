import type { Capability } from '@k12/contracts/identity/capabilities';

export type RoleKey = 'teacher' | 'curriculum_lead' | 'student' | 'guardian' | 'admin' | 'district_admin';

export type Area = 'today' | 'admin' | 'settings' | 'public';

/**
 * Every page of the app. Navigation, guards, palette and tests read this list and nothing else: a page that is not
 * registered cannot be reached.
 */
export interface PageRegistration {
  /** Route with parameters in brackets, as in the app folder. */
  route: string;
  /** Key in messages `pages.*` for title and navigation label. */
  title: string;
  area: Area;
  /** `public` needs no session, `signed_in` any; a list names the roles that may open it. */
  access: 'public' | 'signed_in' | readonly RoleKey[];
  /** Also needed, from the same rights as the server's checks. */
  capability?: Capability;
  /** Place in the left navigation; pages without one are reached from others. */
  navigation?: { order: number; icon: string };
  budget: 'entry' | 'list' | 'detail';
}

const staffAdmins = ['admin', 'district_admin'] as const;

export const pages = {
  login: { route: '/login', title: 'login', area: 'public', access: 'public', budget: 'entry' },
  loginTenant: { route: '/login/[slug]', title: 'login', area: 'public', access: 'public', budget: 'entry' },
  unauthorized: {
    route: '/unauthorized',
    title: 'unauthorized',
    area: 'public',
    access: 'public',
    budget: 'entry',
  },
  teacherHome: {
    route: '/dashboard',
    title: 'today',
    area: 'today',
    access: ['teacher', 'curriculum_lead', 'admin'],
    navigation: { order: 1, icon: 'sun' },
    budget: 'list',
  },
  studentHome: {
    route: '/learn/dashboard',
    title: 'today',
    area: 'today',
    access: ['student'],
    navigation: { order: 1, icon: 'sun' },
    budget: 'list',
  },
  guardianHome: {
    route: '/guardian/dashboard',
    title: 'children',
    area: 'today',
    access: ['guardian'],
    navigation: { order: 1, icon: 'users' },
    budget: 'list',
  },
  adminHome: {
    route: '/admin/dashboard',
    title: 'overview',
    area: 'today',
    access: ['admin'],
    navigation: { order: 2, icon: 'layout-dashboard' },
    budget: 'list',
  },
  districtHome: {
    route: '/district/dashboard',
    title: 'district',
    area: 'today',
    access: ['district_admin'],
    navigation: { order: 1, icon: 'layout-dashboard' },
    budget: 'list',
  },
  adminSchools: {
    route: '/admin/schools',
    title: 'schools',
    area: 'admin',
    access: staffAdmins,
    capability: 'schools.read',
    navigation: { order: 21, icon: 'school' },
    budget: 'list',
  },
} as const satisfies Record<string, PageRegistration>;

export type PageKey = keyof typeof pages;
export const pageList: readonly PageRegistration[] = Object.values(pages);

const patterns = pageList.map((page) => ({
  page,
  pattern: new RegExp(`^${page.route.replace(/\[\w+\]/g, '[^/]+')}$`),
}));

/** Exact match only: no prefixes, no trailing dots, no other case (IDN-122). */
export function findPage(pathname: string): PageRegistration | undefined {
  return patterns.find(({ pattern }) => pattern.test(pathname))?.page;
}

interface Visitor {
  roles: readonly string[];
  capabilities: Record<string, unknown>;
}

export function mayOpen(page: PageRegistration, visitor: Visitor): boolean {
  const { access } = page;
  if (access === 'public') return true;
  if (access !== 'signed_in' && !access.some((role) => visitor.roles.includes(role))) return false;
  return page.capability === undefined || page.capability in visitor.capabilities;
}

export function navigationOf(visitor: Visitor): PageRegistration[] {
  return pageList
    .filter((page) => page.navigation && mayOpen(page, visitor))
    .sort((a, b) => (a.navigation?.order ?? 0) - (b.navigation?.order ?? 0));
}
