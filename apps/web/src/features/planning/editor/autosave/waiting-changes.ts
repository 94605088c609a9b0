import type { Change } from '@k12/plan-content/changes';
import { overlaps, touchedPath } from '@k12/plan-content/overlap';

/** Adds changes to those not sent yet; typing on in one place replaces what was to be sent for it. */
export function addWaiting(waiting: readonly Change[], added: readonly Change[]): Change[] {
  const next = [...waiting];
  for (const change of added) {
    const at = change.op === 'set' ? replaceable(next, change.path) : -1;
    if (at < 0) next.push(change);
    else next[at] = change;
  }
  return next;
}

/** The place of an older value for exactly this path that nothing in between depends on. */
function replaceable(waiting: readonly Change[], path: string): number {
  for (let at = waiting.length - 1; at >= 0; at -= 1) {
    const earlier = waiting[at];
    if (!earlier) return -1;
    if (earlier.op === 'set' && earlier.path === path) return at;
    if (overlaps(touchedPath(earlier), path)) return -1;
  }
  return -1;
}
