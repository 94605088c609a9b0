import type { ArchivedAccess } from '@k12/contracts/identity/archived-access';

/** What somebody did themselves and what was said of it; the rest of a course is its content. */
const ownWork: ReadonlySet<string> = new Set(['submissions.read', 'gradebook.read', 'assignments.read']);

/** Since when a course may have been archived for a family to open it with a capability; null: not at all (IDN-16). */
export function archivedSince(access: ArchivedAccess, capability: string, now: Date): string | null {
  if (access.learners === 'none') return null;
  if (access.learners === 'own_work' && !ownWork.has(capability)) return null;
  const since = new Date(now);
  since.setUTCMonth(since.getUTCMonth() - access.months);
  return since.toISOString();
}
