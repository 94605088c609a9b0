import type { Assignment, AssignmentUpdate } from '@k12/contracts/teaching/assignments';
import { sameValue } from '@k12/plan-content/same-value';

export type Edits = Partial<Omit<AssignmentUpdate, 'lock_version' | 'scores'>>;
export type EditedField = keyof Edits;
export type Scores = 'keep' | 'scale';

/** What an attempt to save can come to. */
export type Saved =
  | { kind: 'done'; record: Assignment }
  | { kind: 'outdated'; current: Assignment }
  | { kind: 'asks'; graded: number; totals: number }
  | { kind: 'refused'; message: string }
  | { kind: 'unreached' };

export type Saving =
  | { state: 'saved'; at: Date | null }
  | { state: 'saving' }
  | { state: 'failed'; message: string }
  /** Kept on this device until the server is reached again (UXP-33). */
  | { state: 'offline' }
  /** Somebody else wrote the same fields meanwhile (UXP-34). */
  | { state: 'conflict'; current: Assignment; fields: EditedField[] }
  /** Points or type change what students have: scores stay or follow (TCH-44). */
  | { state: 'asks'; graded: number; totals: number };

/** What waits, and what the fields held when it was written. */
export interface KeptEdits {
  edits: Edits;
  base: Edits;
}

interface Wiring {
  save: (changes: Edits, version: number, scores: Scores | undefined) => Promise<Saved>;
  /** On the device; null when nothing waits. */
  keep: (kept: KeptEdits | null) => void;
  onChange: () => void;
  now: () => Date;
}

/**
 * What is written is saved one change after the other. Its version also rises with the dates and by other people, so
 * the fields decide: only where both wrote the same one is somebody asked (UXP-34).
 */
export class Autosave {
  saving: Saving = { state: 'saved', at: null };
  #record: Assignment;
  #waiting: Edits = {};
  #sending: Edits = {};
  #running: Promise<void> | null = null;
  readonly #wiring: Wiring;

  constructor(record: Assignment, wiring: Wiring) {
    this.#record = record;
    this.#wiring = wiring;
  }

  get value(): Assignment {
    return { ...this.#record, ...this.#sending, ...this.#waiting } as Assignment;
  }

  /** The record as it was read again; what is being written stays in its place (UXP-41). */
  meet(record: Assignment): void {
    if (this.#running || record.lock_version < this.#record.lock_version) return;
    const fields = writtenByBoth(this.#record, record, this.#waiting);
    if (fields.length === 0) this.#record = record;
    else this.saving = { state: 'conflict', current: record, fields };
  }

  /** What was left on the device by a page that closed before the server had it. */
  takeUp({ edits, base }: KeptEdits): void {
    this.#waiting = { ...edits, ...this.#waiting };
    const fields = writtenByBoth(base, this.#record, edits);
    if (fields.length > 0) this.saving = { state: 'conflict', current: this.#record, fields };
    this.#wiring.onChange();
  }

  edit(changes: Edits): void {
    this.#waiting = { ...this.#waiting, ...changes };
    this.#keep();
    this.#wiring.onChange();
  }

  /** Sends what waits; resolves when nothing is on its way any more. */
  flush(scores?: Scores): Promise<void> {
    if (this.saving.state === 'conflict') return Promise.resolve();
    this.#running ??= this.#run(scores).finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** Of the fields both wrote: theirs stay and ours are given up, or ours are written over them. */
  resolve(takes: 'theirs' | 'mine'): Promise<void> {
    if (this.saving.state !== 'conflict') return Promise.resolve();
    const { current, fields } = this.saving;
    this.#record = current;
    if (takes === 'theirs') this.#waiting = without(this.#waiting, fields);
    this.#keep();
    this.#show({ state: 'saved', at: null });
    return this.flush();
  }

  /** A change that asked is given up. */
  takeBack(): void {
    this.#waiting = {};
    this.#keep();
    this.#show({ state: 'saved', at: null });
  }

  async #run(scores: Scores | undefined): Promise<void> {
    while (Object.keys(this.#waiting).length > 0) {
      this.#sending = this.#waiting;
      this.#waiting = {};
      this.#show({ state: 'saving' });
      const saved = await this.#wiring.save(this.#sending, this.#record.lock_version, scores);
      if (saved.kind === 'done') {
        this.#record = saved.record;
        this.#sending = {};
        this.#show({ state: 'saved', at: this.#wiring.now() });
        continue;
      }
      // Nothing typed is lost: what was not taken waits with what came since.
      this.#waiting = { ...this.#sending, ...this.#waiting };
      this.#sending = {};
      const halt = this.#haltOf(saved);
      if (halt) {
        this.#keep();
        this.#show(halt);
        return;
      }
    }
    this.#keep();
  }

  /** Why nothing more is sent for now; null when it may be sent again at once. */
  #haltOf(saved: Exclude<Saved, { kind: 'done' }>): Saving | null {
    if (saved.kind === 'asks') return { state: 'asks', graded: saved.graded, totals: saved.totals };
    if (saved.kind === 'refused') return { state: 'failed', message: saved.message };
    if (saved.kind === 'unreached') return { state: 'offline' };
    const fields = writtenByBoth(this.#record, saved.current, this.#waiting);
    if (fields.length > 0) return { state: 'conflict', current: saved.current, fields };
    this.#record = saved.current;
    return null;
  }

  #keep(): void {
    const edits = { ...this.#sending, ...this.#waiting };
    const fields = Object.keys(edits) as EditedField[];
    const base = Object.fromEntries(fields.map((field) => [field, this.#record[field]])) as Edits;
    this.#wiring.keep(fields.length === 0 ? null : { edits, base });
  }

  #show(saving: Saving): void {
    this.saving = saving;
    this.#wiring.onChange();
  }
}

/** Fields of these edits that hold something else than when they were written, and not what was written here. */
function writtenByBoth(base: Edits | Assignment, current: Assignment, edits: Edits): EditedField[] {
  return (Object.keys(edits) as EditedField[]).filter(
    (field) => !sameValue(base[field], current[field]) && !sameValue(edits[field], current[field]),
  );
}

function without(edits: Edits, fields: readonly EditedField[]): Edits {
  return Object.fromEntries(
    Object.entries(edits).filter(([field]) => !fields.includes(field as EditedField)),
  );
}
