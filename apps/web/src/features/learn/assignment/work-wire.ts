import type { Receipt, WorkDraft, WorkFile } from '@k12/contracts/teaching/submissions';

/** What the student sees and changes: text, finished files, links. */
export interface Work {
  text: string;
  files: WorkFile[];
  links: string[];
}

/** A hand-in that was asked for: sent again and again with this key until there is an answer (TCH-51, TCH-55). */
export interface PendingSubmit {
  key: string;
  device_at: string;
  version: number;
  work: Work;
}

/** What lies on the device for one piece of work of one person. */
export interface KeptWork {
  id: string;
  work: Work;
  /** The version of the server that this was written on. */
  version: number;
  /** Not all of it is on the server yet. */
  is_unsent: boolean;
  pending: PendingSubmit | null;
  /** What was sent last, whether or not the answer came: found on the server, it is nobody else's. */
  sent: Work | null;
  /** A text that gave way to another version; kept until the student throws it away (TCH-50). */
  other: Work | null;
}

export interface WorkStore {
  get: () => Promise<KeptWork | undefined>;
  put: (record: Omit<KeptWork, 'id'>) => Promise<void>;
  remove: () => Promise<void>;
}

/** A refusal that says why; anything else is the network and worth another try. */
export type Sent<T> =
  | { kind: 'done'; reply: T }
  | { kind: 'conflict'; current: WorkDraft }
  | { kind: 'refused'; message: string }
  | { kind: 'unreached' };

export interface WorkCalls {
  save: (work: Work, version: number) => Promise<Sent<WorkDraft>>;
  submit: (pending: PendingSubmit) => Promise<Sent<Receipt>>;
}

export type SaveStatus = 'saved' | 'typing' | 'saving' | 'unsent' | 'refused' | 'conflict';

export interface WorkState {
  work: Work;
  version: number;
  status: SaveStatus;
  /** The words of the server when something is refused. */
  message: string | null;
  /** What another device wrote meanwhile; the student picks. */
  theirs: WorkDraft | null;
  submit: 'no' | 'sending' | 'waiting';
  receipt: Receipt | null;
  other: Work | null;
  /** False where the device has no room or keeps nothing: then only the open page holds what is not sent. */
  is_kept: boolean;
}
