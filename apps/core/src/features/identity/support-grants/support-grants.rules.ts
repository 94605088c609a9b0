import type { Capability } from '@k12/contracts';
import type { SupportGrant } from '@k12/contracts/identity/support-grants';
import type { Grant } from '../../../platform/auth/actor.ts';

/** As it is stored: that it has run out is found out by the clock. */
type StoredGrant = Omit<SupportGrant, 'state'> & { state: 'requested' | 'active' | 'declined' | 'revoked' };

/** What tells about identified students beyond their name: shown to an operator only where the grant says so (OPS-165). */
const studentRecords: ReadonlySet<Capability> = new Set<Capability>([
  'users.read_restricted',
  'guardian_links.read',
  'submissions.read',
  'gradebook.read',
  'gradebook.export',
  'attendance.read',
  'quiz_attempts.read',
  'portfolios.read',
  'accommodations.read',
  'accommodations.manage',
  'discussions.read',
  'messages.review_for_safety',
  'safety_events.read',
  'reports.progress.read',
  'analytics.read',
  'consents.read',
  'access_log.read',
]);

export function withoutStudentRecords(
  grants: ReadonlyMap<Capability, Grant>,
): ReadonlyMap<Capability, Grant> {
  return new Map([...grants].filter(([capability]) => !studentRecords.has(capability)));
}

export function isInForce(grant: Pick<StoredGrant, 'state' | 'ends_at'>, now: Date): boolean {
  return grant.state === 'active' && grant.ends_at !== null && new Date(grant.ends_at) > now;
}

/** From now on, for the hours that were asked for. */
export function periodFrom(now: Date, hours: number): { starts_at: string; ends_at: string } {
  const ends = new Date(now.getTime() + hours * 3_600_000);
  return { starts_at: now.toISOString(), ends_at: ends.toISOString() };
}

export function presentGrant(grant: StoredGrant, now: Date): SupportGrant {
  const isOver = grant.state === 'active' && !isInForce(grant, now);
  return { ...grant, state: isOver ? 'ended' : grant.state };
}
