import type { Capability } from '@k12/contracts/identity/capabilities';

export type RoleKey =
  | 'teacher'
  | 'curriculum_lead'
  | 'student'
  | 'guardian'
  | 'admin'
  | 'district_admin'
  | 'super_admin';

export type Area =
  | 'today'
  | 'district'
  | 'plan'
  | 'teach'
  | 'learn'
  | 'report'
  | 'admin'
  | 'operations'
  | 'settings'
  | 'public';

/**
 * Every page of the app. Navigation, guards, palette and tests read this list and nothing else: a page that is not
 * registered cannot be reached, and a page that is registered exists (UXP inventory, IDN-124). The comment above each
 * says what it is for; browsers get the list without it.
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
  /** Where the capability must hold for the page to show anything; anywhere unless said. */
  reach?: 'tenant';
  /** Place in the left navigation; pages without one are reached from others. `key` follows `g` (UXP-18). */
  navigation?: {
    order: number;
    icon: string;
    key?: string;
    /** In whose navigation it stands; everybody's who may open it unless said (UXP-02). */
    of?: readonly RoleKey[];
    /** Where it stands there, if not in its own area. */
    section?: Area;
    /** The address below which one is still in it, where that is not its own. */
    root?: string;
  };
  /** Place among the tabs that the pages of the planner, or those of one course, have in common. */
  tab?: number;
}

export const staffAdmins = ['admin', 'district_admin'] as const;
/** Who plans; students and guardians never see plans, only what is published to a course. */
export const planners = ['teacher', 'curriculum_lead', 'admin', 'district_admin'] as const;
/** Who opens courses from the side of those who teach; what each may do there is decided by the course. */
export const courseStaff = ['teacher', 'curriculum_lead', 'admin', 'district_admin'] as const;
/** Who reads the work of students. */
export const graders = ['teacher', 'admin', 'district_admin'] as const;
