import type { WorkDraft } from '@k12/contracts/teaching/submissions';
import { backOffMs } from '../../../lib/saving/back-off.ts';
import { textOf } from './body-text.ts';
import type { KeptWork, PendingSubmit, Sent, Work, WorkCalls, WorkState, WorkStore } from './work-wire.ts';

/** A pause in typing after which it goes to the server; no longer than this, however steadily somebody types (TCH-50). */
const pauseMs = 1_200;
const longestMs = 3_000;

export interface Timers {
  later: (run: () => void, ms: number) => () => void;
  now: () => Date;
  newKey: () => string;
}

/**
 * Keeps what a student writes: on the device at once, on the server after a pause, and across reloads and days without
 * a network. Handing in is a wish that is kept too, and that ends in one receipt however often it is sent (TCH-50, TCH-51).
 */
export class WorkSaver {
  #state: WorkState;
  #isUnsent = false;
  #pending: PendingSubmit | null = null;
  #failures = 0;
  #typedSince: number | null = null;
  #cancel: (() => void) | null = null;
  #running: Promise<void> | null = null;
  #writing: Promise<void> = Promise.resolve();
  #isStopped = false;
  readonly #listeners = new Set<() => void>();
  readonly #calls: WorkCalls;
  readonly #store: WorkStore;
  readonly #timers: Timers;

  constructor(draft: WorkDraft, calls: WorkCalls, store: WorkStore, timers: Timers) {
    this.#calls = calls;
    this.#store = store;
    this.#timers = timers;
    this.#state = {
      work: workOf(draft),
      version: draft.version,
      status: 'saved',
      message: null,
      theirs: null,
      submit: 'no',
      receipt: null,
      other: null,
      is_kept: true,
    };
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly read = (): WorkState => this.#state;

  hasUnsent(): boolean {
    return this.#isUnsent || this.#pending !== null;
  }

  /** What the device remembers of an earlier visit, brought together with what the server has. */
  async restore(): Promise<void> {
    const kept = await this.#store.get().catch(() => undefined);
    if (!kept || this.#isStopped) return;
    this.#show({ other: kept.other });
    this.#lastSent = kept.sent;
    if (kept.pending) {
      this.#pending = kept.pending;
      this.#isUnsent = kept.is_unsent;
      this.#show({ work: kept.work, version: kept.version, submit: 'waiting' });
      this.#go();
      return;
    }
    if (kept.is_unsent && !isSame(kept.work, this.#state.work)) this.#takeUp(kept);
    else void this.#keep();
  }

  #takeUp(kept: KeptWork): void {
    const { version, work } = this.#state;
    const theirs = { version, body: null, files: work.files, links: [], edited_at: null, edited_by: null };
    this.#isUnsent = true;
    const isOwn = kept.sent !== null && isSame(kept.sent, work);
    if (kept.version === version || isOwn) {
      this.#show({ work: kept.work, status: 'unsent' });
      this.#go();
      return;
    }
    // Both changed: the words of the server wait beside those of the device.
    this.#theirWork = work;
    this.#show({ work: kept.work, version: kept.version, status: 'conflict', theirs });
  }

  #theirWork: Work | null = null;
  #lastSent: Work | null = null;

  /** What another device wrote, as it would stand here. */
  theirWork(): Work | null {
    return this.#theirWork;
  }

  edit(change: Partial<Work>): void {
    if (this.#pending) return;
    this.#isUnsent = true;
    const status = this.#state.status === 'conflict' ? 'conflict' : 'typing';
    this.#show({ work: { ...this.#state.work, ...change }, status, message: null });
    void this.#keep();
    const now = this.#timers.now().getTime();
    this.#typedSince ??= now;
    this.#schedule(Math.max(0, Math.min(pauseMs, this.#typedSince + longestMs - now)));
  }

  /** Leaving a field or the page, or the network coming back: now rather than later. */
  flush(): void {
    if (this.hasUnsent()) this.#go();
  }

  /** Pressed twice, it is one wish. */
  async submit(): Promise<void> {
    if (this.#pending || this.#state.status === 'conflict') return;
    this.#cancel?.();
    this.#pending = {
      key: this.#timers.newKey(),
      device_at: this.#timers.now().toISOString(),
      version: this.#state.version,
      work: this.#state.work,
    };
    this.#show({ submit: 'sending', message: null });
    // A save that is under way decides which version the hand-in is made on.
    await this.#running;
    if (this.#pending) this.#pending = { ...this.#pending, version: this.#state.version };
    await this.#keep();
    this.#go();
  }

  /** Mine or theirs; the other stays on the device until it is thrown away (TCH-50). */
  choose(which: 'mine' | 'theirs'): void {
    const { theirs, work } = this.#state;
    const other = this.#theirWork;
    if (!theirs || !other) return;
    this.#theirWork = null;
    this.#isUnsent = which === 'mine';
    const kept = which === 'mine' ? other : work;
    this.#show({
      work: which === 'mine' ? work : other,
      version: theirs.version,
      status: which === 'mine' ? 'unsent' : 'saved',
      theirs: null,
      other: kept,
    });
    void this.#keep();
    if (which === 'mine') this.#go();
  }

  dropOther(): void {
    this.#show({ other: null });
    void this.#keep();
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancel?.();
  }

  #schedule(ms: number): void {
    this.#cancel?.();
    this.#cancel = this.#timers.later(() => this.#go(), ms);
  }

  #go(): void {
    this.#cancel?.();
    this.#cancel = null;
    if (this.#running || this.#isStopped) return;
    this.#running = this.#send().finally(() => {
      this.#running = null;
      const isWaiting = this.#failures > 0;
      if (this.#isStopped || !this.hasUnsent() || this.#isStuck()) return;
      this.#schedule(isWaiting ? backOffMs(this.#failures) : 0);
    });
  }

  #isStuck(): boolean {
    return this.#state.status === 'conflict' || (this.#state.status === 'refused' && !this.#pending);
  }

  async #send(): Promise<void> {
    this.#typedSince = null;
    if (this.#pending) return this.#sendSubmit(this.#pending);
    if (!this.#isUnsent || this.#state.status === 'conflict') return;
    const { work, version } = this.#state;
    const before = this.#lastSent;
    this.#lastSent = work;
    await this.#keep();
    this.#show({ status: 'saving' });
    const sent = await this.#calls.save(work, version);
    this.#count(sent);
    if (sent.kind === 'unreached') return this.#show({ status: 'unsent' });
    if (sent.kind === 'refused') return this.#show({ status: 'refused', message: sent.message });
    if (sent.kind === 'conflict' && before && isSame(workOf(sent.current), before)) {
      // Saved before, only the answer was lost.
      return this.#show({ version: sent.current.version, status: 'typing' });
    }
    if (sent.kind === 'conflict') return this.#meet(sent.current);
    const isNewest = this.#state.work === work;
    this.#isUnsent = !isNewest;
    this.#show({ version: sent.reply.version, status: isNewest ? 'saved' : 'typing' });
    await this.#keep();
  }

  async #sendSubmit(pending: PendingSubmit): Promise<void> {
    this.#show({ submit: 'sending' });
    const sent = await this.#calls.submit(pending);
    this.#count(sent);
    if (sent.kind === 'unreached') return this.#show({ submit: 'waiting' });
    this.#pending = null;
    if (sent.kind === 'done') {
      this.#isUnsent = false;
      this.#show({ submit: 'no', status: 'saved', receipt: sent.reply });
      return this.#keep();
    }
    this.#isUnsent = true;
    this.#show({ submit: 'no' });
    if (sent.kind === 'conflict') return this.#meet(sent.current);
    this.#show({ status: 'refused', message: sent.message });
    return this.#keep();
  }

  #meet(current: WorkDraft): void {
    this.#theirWork = workOf(current);
    this.#show({ status: 'conflict', theirs: current });
    void this.#keep();
  }

  #count(sent: Sent<unknown>): void {
    this.#failures = sent.kind === 'unreached' ? this.#failures + 1 : 0;
  }

  /** One write after another, the newest state last. */
  #keep(): Promise<void> {
    this.#writing = this.#writing.then(async () => {
      const { work, version, other } = this.#state;
      const nothing = !this.hasUnsent() && other === null;
      const record = {
        work,
        version,
        is_unsent: this.#isUnsent,
        pending: this.#pending,
        sent: this.#lastSent,
        other,
      };
      // A device that keeps nothing (private window, full disk) must not stop the sending, but it is told.
      const is_kept = await (nothing ? this.#store.remove() : this.#store.put(record)).then(
        () => true,
        () => nothing,
      );
      if (is_kept !== this.#state.is_kept) this.#show({ is_kept });
    });
    return this.#writing;
  }

  #show(change: Partial<WorkState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

export function workOf(draft: Pick<WorkDraft, 'body' | 'files' | 'links'>): Work {
  return { text: textOf(draft.body), files: draft.files, links: draft.links.map(({ url }) => url) };
}

function isSame(one: Work, other: Work): boolean {
  return (
    JSON.stringify([one.text, one.links, ids(one)]) === JSON.stringify([other.text, other.links, ids(other)])
  );
}

function ids({ files }: Work): string[] {
  return files.map(({ file_id }) => file_id);
}
