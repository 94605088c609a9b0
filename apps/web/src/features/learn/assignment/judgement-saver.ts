import type { RubricMarks } from '@k12/contracts/teaching/rubric-assessments';
import { backOffMs } from '../../../lib/saving/back-off.ts';
import { isRefused } from '../../../lib/saving/is-refused.ts';

interface Saved {
  marks: RubricMarks;
  lock_version: number;
}

export interface JudgementCalls {
  save: (marks: RubricMarks, lock_version: number | null) => Promise<Saved>;
  read: () => Promise<Saved | null>;
}

export interface JudgementStore {
  get: () => RubricMarks | null;
  put: (chosen: RubricMarks | null) => void;
}

interface JudgementState {
  marks: RubricMarks;
  state: 'idle' | 'saving' | 'saved' | 'unsent';
  refusal: string | null;
}

type Later = { later: (run: () => void, ms: number) => () => void };

/**
 * Keeps what a student chooses of a rubric: on the device in the moment it is chosen, on the server as soon as that can
 * be reached, also after the page was left (TCH-88). What was chosen last counts, on whichever device.
 */
export class JudgementSaver {
  #state: JudgementState;
  #version: number | null;
  /** As the server has it. */
  #saved: RubricMarks;
  /** Chosen here and not yet answered by the server. */
  #chosen: RubricMarks | null;
  #isSending = false;
  #isStopped = false;
  #failures = 0;
  #hasMet = false;
  #cancel: (() => void) | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #calls: JudgementCalls;
  readonly #store: JudgementStore;
  readonly #timers: Later;

  constructor(saved: Saved | null, calls: JudgementCalls, store: JudgementStore, timers: Later) {
    this.#calls = calls;
    this.#store = store;
    this.#timers = timers;
    this.#version = saved?.lock_version ?? null;
    this.#saved = saved?.marks ?? {};
    this.#chosen = store.get();
    this.#state = { marks: { ...this.#saved, ...this.#chosen }, state: 'idle', refusal: null };
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly read = (): JudgementState => this.#state;

  /** What an earlier visit could not send goes now. */
  start(): void {
    this.#isStopped = false;
    void this.send();
  }

  /** What is under way arrives all the same; what is not stays on the device. */
  stop(): void {
    this.#isStopped = true;
    this.#cancel?.();
  }

  readonly choose = (criterion: string, rating: string | undefined): void => {
    const mark = { [criterion]: { rating_id: rating ?? null, points: null, comment: '' } };
    this.#chosen = { ...this.#chosen, ...mark };
    this.#store.put(this.#chosen);
    this.#show({ marks: { ...this.#state.marks, ...mark }, refusal: null });
    void this.send();
  };

  readonly send = async (): Promise<void> => {
    const chosen = this.#chosen;
    if (!chosen || this.#isSending) return;
    this.#cancel?.();
    this.#isSending = true;
    this.#show({ state: 'saving' });
    try {
      const saved = await this.#calls.save(onlyChosen(this.#state.marks), this.#version);
      this.#version = saved.lock_version;
      this.#saved = saved.marks;
      this.#failures = 0;
      this.#hasMet = false;
      this.#settle(chosen);
    } catch (error) {
      await this.#meet(error);
    }
    this.#isSending = false;
    // Chosen while the other was on its way.
    if (this.#chosen && this.#failures === 0) void this.send();
  };

  async #meet(error: unknown): Promise<void> {
    if (!isRefused(error)) return this.#wait();
    if (error.code !== 'version_conflict') {
      this.#failures = 0;
      this.#chosen = null;
      this.#store.put(null);
      const refusal = error.problem.errors?.[0]?.detail ?? error.message;
      return this.#show({ marks: this.#saved, state: 'idle', refusal });
    }
    // Judged on another device too: what was chosen here is put on top of it.
    const now = this.#hasMet ? undefined : await this.#calls.read().catch(() => undefined);
    this.#hasMet = now !== undefined;
    if (now === undefined) return this.#wait();
    this.#version = now?.lock_version ?? null;
    this.#saved = now?.marks ?? {};
    this.#failures = 0;
    this.#show({ marks: { ...this.#saved, ...this.#chosen } });
  }

  #wait(): void {
    this.#failures += 1;
    this.#show({ state: 'unsent' });
    if (!this.#isStopped)
      this.#cancel = this.#timers.later(() => void this.send(), backOffMs(this.#failures));
  }

  #settle(answered: RubricMarks): void {
    if (this.#chosen !== answered) return;
    this.#chosen = null;
    this.#store.put(null);
    this.#show({ state: 'saved' });
  }

  #show(change: Partial<JudgementState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** A choice taken back is no choice. */
function onlyChosen(marks: RubricMarks): RubricMarks {
  return Object.fromEntries(Object.entries(marks).filter(([, { rating_id }]) => rating_id !== null));
}
