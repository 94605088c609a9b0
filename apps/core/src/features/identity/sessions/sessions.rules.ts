/** Idle and absolute limits in minutes (IDN-80). The strictest role a person holds decides. */
export interface SessionLimits {
  idle_minutes: number;
  absolute_minutes: number;
}

const hour = 60;
const day = 24 * hour;

const limitsByRole: Record<string, SessionLimits> = {
  super_admin: { idle_minutes: 30, absolute_minutes: 8 * hour },
  district_admin: { idle_minutes: 2 * hour, absolute_minutes: 12 * hour },
  admin: { idle_minutes: 2 * hour, absolute_minutes: 12 * hour },
  student: { idle_minutes: 2 * hour, absolute_minutes: 12 * hour },
  curriculum_lead: { idle_minutes: 12 * hour, absolute_minutes: 7 * day },
  teacher: { idle_minutes: 12 * hour, absolute_minutes: 7 * day },
  guardian: { idle_minutes: 24 * hour, absolute_minutes: 30 * day },
};
const sharedComputer: SessionLimits = { idle_minutes: 30, absolute_minutes: 8 * hour };
const unknownRole: SessionLimits = { idle_minutes: 2 * hour, absolute_minutes: 12 * hour };

type Overrides = Readonly<Record<string, SessionLimits | null>>;

/** A tenant's own limits replace those of a role; the shared computer's stay the tightest (IDN-80). */
export function sessionLimits(
  roles: readonly string[],
  isSharedComputer: boolean,
  overrides: Overrides = {},
): SessionLimits {
  const candidates = roles.map((role) => overrides[role] ?? limitsByRole[role] ?? unknownRole);
  if (isSharedComputer) candidates.push(sharedComputer);
  if (candidates.length === 0) candidates.push(unknownRole);
  return {
    idle_minutes: Math.min(...candidates.map((limits) => limits.idle_minutes)),
    absolute_minutes: Math.min(...candidates.map((limits) => limits.absolute_minutes)),
  };
}

/** How long a half-finished sign-in may wait for its second step. */
export const pendingMinutes = 15;

/** A replaced secret still works for requests already on their way (IDN-79). */
export const supersededGraceSeconds = 60;

/** The secret is replaced after a day of use. */
export const rotateAfterHours = 24;

/** Activity is written down at most once a minute. */
export const touchEverySeconds = 60;
