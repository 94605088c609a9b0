import type { DraftSaved } from '@k12/contracts/planning/drafts';
import type { Change } from '@k12/plan-content/changes';
import { overlaps, touchedPath } from '@k12/plan-content/overlap';
import { sectionOf } from '@k12/plan-content/paths';
import { backOffMs } from '../../../../lib/saving/back-off.ts';
import type { PlanDocument } from '../document/plan-document.ts';
import type { AutosavePorts, DraftConflict, DraftWrite, KeptRecord, TabNews } from './draft-wire.ts';
import { createKeeper, type Keeper } from './keeper.ts';
import { addWaiting } from './waiting-changes.ts';

export type SaveState =
  | { kind: 'saved'; at: string }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'retrying' }
  | { kind: 'conflict'; conflicts: DraftConflict[] }
  | { kind: 'refused'; message: string };

export type Choice = { take: 'mine' } | { take: 'theirs' } | { take: 'both'; value: unknown };

interface Setup {
  /** Who, where, which plan: marks what is kept on the device. */
  visit: Pick<KeptRecord, 'id' | 'owner' | 'plan_id'>;
  document: PlanDocument;
  draft: { revision: number; last_edited_at: string };
  ports: AutosavePorts;
}

export const typingPauseMs = 2_000;

/** What one write may carry. */
const mostChanges = 500;

/**
 * Saves the working draft. Every edit is first kept on the device, then sent as one numbered bundle at a time; a
 * bundle without an answer is sent again with the same number, so that it happens once (PLN-02, PLN-03).
 */
export class Autosave {
  #revision: number;
  #sending: DraftWrite | null = null;
  #waiting: Change[] = [];
  #attempts = 0;
  #running: Promise<void> | null = null;
  #isStopped = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #state: SaveState;
  readonly #listeners = new Set<() => void>();
  readonly #visit: Setup['visit'];
  readonly #document: PlanDocument;
  readonly #ports: AutosavePorts;
  readonly #keeper: Keeper;
  readonly #ends: (() => void)[];

  constructor({ visit, document, draft, ports }: Setup) {
    this.#visit = visit;
    this.#document = document;
    this.#ports = ports;
    this.#revision = draft.revision;
    this.#state = { kind: 'saved', at: draft.last_edited_at };
    this.#keeper = createKeeper(ports.kept, () => this.#unsent(), visit.id);
    this.#ends = [
      document.onEdit((changes) => this.#take(changes)),
      ports.tabs.listen((news) => this.#hear(news)),
    ];
  }

  state = (): SaveState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  hasUnsent = (): boolean => this.#sending !== null || this.#waiting.length > 0;

  /**
   * Sends what waits now: on leaving a field, a tab or the page. What has failed before keeps its pace, since leaving
   * a field is no sign of a connection; leaving the page is the last chance.
   */
  flush = ({ leaving }: { leaving: boolean } = { leaving: false }): void => {
    this.#document.settle();
    if (this.#state.kind === 'waiting' || (leaving && this.#state.kind === 'retrying'))
      void this.#send(leaving);
  };

  /** The connection is back, or the person asks to try again. */
  retryNow = (): void => void this.#send(false);

  /** Sends what waits and waits for the answer, as far as one comes. */
  finish = async (): Promise<void> => {
    this.#document.settle();
    await this.#running;
    await this.#send(false);
  };

  stop = (): void => {
    this.flush({ leaving: true });
    this.#isStopped = true;
    clearTimeout(this.#timer);
    for (const end of this.#ends) end();
  };

  /** Lays what is kept of ours over what the server has now, and sends that as one new bundle (PLN-09). */
  resolve = async (choices: Record<string, Choice>): Promise<void> => {
    const now = await this.#ports.read();
    const settled = Object.entries(choices);
    const given = settled.filter(([, { take }]) => take !== 'mine').map(([path]) => path);
    const own = [...(this.#sending?.changes ?? []), ...this.#waiting].filter(
      (change) => !given.some((path) => overlaps(touchedPath(change), path)),
    );
    const both = settled.flatMap(([path, choice]) =>
      choice.take === 'both' ? [asChange(path, choice.value)] : [],
    );
    this.#sending = null;
    this.#waiting = addWaiting([], [...own, ...both]);
    this.#revision = now.revision;
    this.#document.replace(now.content);
    this.#document.receive(this.#waiting);
    await this.#keeper.keep();
    this.#show(this.#waiting.length > 0 ? { kind: 'waiting' } : { kind: 'saved', at: now.last_edited_at });
    await this.#send(false);
  };

  /** Goes on with edits that an earlier visit left behind (PLN-04). */
  takeOver = async (left: KeptRecord): Promise<void> => {
    this.#document.receive([...(left.sending?.changes ?? []), ...left.waiting]);
    this.#sending = left.sending;
    this.#waiting = addWaiting(left.waiting, this.#waiting);
    this.#revision = left.revision;
    await this.#keeper.keep();
    await this.#ports.kept.remove(left.id);
    await this.#send(false);
  };

  /** Shows what others saved meanwhile, when nothing of ours waits. */
  refresh = async (): Promise<void> => {
    if (this.hasUnsent()) return;
    const now = await this.#ports.read();
    if (this.hasUnsent() || now.revision <= this.#revision) return;
    this.#revision = now.revision;
    this.#document.replace(now.content);
    this.#show({ kind: 'saved', at: now.last_edited_at });
  };

  #unsent(): KeptRecord | null {
    if (!this.hasUnsent()) return null;
    const edited_at = new Date().toISOString();
    return {
      ...this.#visit,
      revision: this.#revision,
      sending: this.#sending,
      waiting: this.#waiting,
      edited_at,
    };
  }

  #show(state: SaveState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  #schedule(ms: number): void {
    clearTimeout(this.#timer);
    if (!this.#isStopped) this.#timer = setTimeout(() => void this.#send(false), ms);
  }

  #take(changes: Change[]): void {
    this.#waiting = addWaiting(this.#waiting, changes);
    void this.#keeper.keep();
    if (this.#state.kind === 'conflict') return;
    // A bundle on its way, or waiting for its next attempt, goes first.
    if (this.#sending) return;
    this.#show({ kind: 'waiting' });
    this.#schedule(typingPauseMs);
  }

  #send(leaving: boolean): Promise<void> {
    const isHeld = this.#running !== null || this.#state.kind === 'conflict';
    if (isHeld || this.#isStopped || !this.hasUnsent()) return this.#running ?? Promise.resolve();
    clearTimeout(this.#timer);
    this.#sending ??= this.#bundle();
    this.#running = this.#attempt(this.#sending, leaving);
    return this.#running;
  }

  async #attempt(write: DraftWrite, leaving: boolean): Promise<void> {
    if (this.#attempts === 0) this.#show({ kind: 'saving' });
    // A page that is going away has no time to wait for the disk; each edit was already given to it.
    const kept = this.#keeper.keep();
    if (!leaving) await kept;
    const outcome = await this.#ports.send(write);
    this.#running = null;
    this.#attempts = outcome.kind === 'later' ? this.#attempts + 1 : 0;
    if (outcome.kind === 'saved') this.#saved(outcome.saved);
    else if (outcome.kind === 'conflict') this.#show({ kind: 'conflict', conflicts: outcome.conflicts });
    else if (outcome.kind === 'refused') this.#refused(outcome);
    else {
      this.#show({ kind: 'retrying' });
      this.#schedule(Math.max(outcome.after_ms, backOffMs(this.#attempts)));
    }
  }

  #bundle(): DraftWrite {
    const changes = this.#waiting.slice(0, mostChanges);
    this.#waiting = this.#waiting.slice(mostChanges);
    const section_key = sectionOf(changes.at(-1)?.path ?? '');
    return { revision: this.#revision, change_id: crypto.randomUUID(), section_key, changes };
  }

  /** Changes of a place that has been locked are given up; anything else waits to be put right by the next edit. */
  #refused({ message, locked_path }: { message: string; locked_path?: string }): void {
    const changes = [...(this.#sending?.changes ?? []), ...this.#waiting];
    this.#waiting = locked_path
      ? changes.filter((change) => !overlaps(touchedPath(change), locked_path))
      : changes;
    this.#sending = null;
    void this.#keeper.keep();
    this.#show({ kind: 'refused', message });
    if (locked_path && this.#waiting.length > 0) this.#schedule(typingPauseMs);
  }

  #saved(saved: DraftSaved): void {
    const sent = this.#sending;
    const at = saved.last_edited_at;
    this.#sending = null;
    const isNext = saved.revision === this.#revision + 1;
    this.#revision = saved.revision;
    if (sent && isNext)
      this.#ports.tabs.tell({
        plan_id: this.#visit.plan_id,
        revision: saved.revision,
        changes: sent.changes,
        at,
      });
    const conflicts = this.#merge(saved.merged);
    void this.#keeper.keep();
    if (conflicts.length > 0) this.#show({ kind: 'conflict', conflicts });
    else if (this.#waiting.length === 0) this.#show({ kind: 'saved', at });
    else {
      this.#show({ kind: 'waiting' });
      this.#schedule(typingPauseMs);
    }
  }

  /** Shows what others changed, except where the person has gone on typing meanwhile: there they are asked. */
  #merge(merged: DraftSaved['merged']): DraftConflict[] {
    const isTouched = (path: string) => this.#waiting.some((change) => overlaps(touchedPath(change), path));
    const clear = merged.filter(({ path }) => !isTouched(path));
    this.#document.receive(clear.map(({ path, value }) => asChange(path, value)));
    return merged
      .filter(({ path }) => isTouched(path))
      .map(({ path, value, author, at }) => ({
        path,
        mine: this.#document.value(path),
        theirs: value,
        author,
        at,
      }));
  }

  #hear(news: TabNews): void {
    const isNext = news.plan_id === this.#visit.plan_id && news.revision === this.#revision + 1;
    if (!isNext || this.#sending || this.#state.kind === 'conflict') return;
    const clashes = news.changes.some((theirs) =>
      this.#waiting.some((own) => overlaps(touchedPath(own), touchedPath(theirs))),
    );
    if (clashes) return;
    this.#revision = news.revision;
    this.#document.receive(news.changes);
    void this.#keeper.keep();
    if (this.#waiting.length === 0) this.#show({ kind: 'saved', at: news.at });
  }
}

function asChange(path: string, value: unknown): Change {
  return value === undefined || value === null ? { op: 'remove', path } : { op: 'set', path, value };
}
