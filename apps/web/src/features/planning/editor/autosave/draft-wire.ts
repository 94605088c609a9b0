import type {
  DraftConflict as Clashes,
  DraftPatch,
  DraftSaved,
  PlanDraft,
} from '@k12/contracts/planning/drafts';
import type { Change } from '@k12/plan-content/changes';

/** What is sent: one numbered bundle of changes; sent again with the same id it happens once (PLN-03). */
export type DraftWrite = DraftPatch;
export type DraftConflict = Clashes['conflicts'][number];
export type DraftNow = Pick<PlanDraft, 'revision' | 'content' | 'last_edited_at'>;

/** How one attempt to send ended; the ways a request can fail are told apart in one place, `draft-calls.ts`. */
export type SendOutcome =
  | { kind: 'saved'; saved: DraftSaved }
  | { kind: 'conflict'; conflicts: DraftConflict[] }
  | { kind: 'later'; after_ms: number }
  | { kind: 'refused'; message: string; locked_path?: string };

/** The rest of the world as the autosave sees it. */
export interface AutosavePorts {
  send: (write: DraftWrite) => Promise<SendOutcome>;
  read: () => Promise<DraftNow>;
  kept: KeptEdits;
  tabs: { tell: (news: TabNews) => void; listen: (hear: (news: TabNews) => void) => () => void };
}

/** Another tab of the same person has saved this. */
export interface TabNews {
  plan_id: string;
  revision: number;
  changes: Change[];
  at: string;
}

/** Edits on this device that the server may not have. */
export interface KeptRecord {
  id: string;
  owner: string;
  plan_id: string;
  revision: number;
  /** Sent without an answer: may or may not have arrived. */
  sending: DraftWrite | null;
  waiting: Change[];
  edited_at: string;
}

export interface KeptEdits {
  put: (record: KeptRecord) => Promise<void>;
  remove: (id: string) => Promise<void>;
  /** Of this person and plan, from visits that are over. */
  leftBehind: (plan_id: string) => Promise<KeptRecord[]>;
}
