/** What changing the state of a plan needs from its versions: the lock, the draft and whole versions. */
export { type LockedPlan, lockPlan, selectDraft } from './snapshots.queries.ts';
export { selectVersionById, type WholeVersion } from './versions.queries.ts';
