import { ApiProblem } from '@k12/contracts/client';
import { updateGradebookCells } from '@k12/contracts/teaching/gradebook';
import { callApi } from '@/lib/api/browser.ts';
import { keepOnDevice, readFromDevice } from '@/lib/saving/device-copy.ts';
import { isRefused } from '@/lib/saving/is-refused.ts';
import { type EditAction, keyOf, type PendingCell, type SheetStore } from './sheet-store.ts';

const mostAtOnce = 500;
const pauses = [2_000, 5_000, 15_000, 30_000];

/**
 * Sends what was typed at once, and what comes meanwhile together with the next batch (TCH-97); tries again what failed,
 * and keeps it on the device until it is saved.
 */
export class SaveQueue {
  #store: SheetStore;
  #courseId: string;
  #storageKey: string;
  #decimalComma: boolean;
  #waiting: { action: EditAction; keys: string[] }[] = [];
  #isSending = false;
  #failures = 0;

  constructor(store: SheetStore, options: { courseId: string; userId: string; decimalComma: boolean }) {
    this.#store = store;
    this.#courseId = options.courseId;
    this.#storageKey = `homeroom.gradebook.${options.userId}.${options.courseId}`;
    this.#decimalComma = options.decimalComma;
    store.send = (action, keys) => this.add(action, keys);
  }

  add(action: EditAction, keys: string[]): void {
    this.#waiting.push({ action, keys });
    this.#keep();
    void this.#send();
  }

  retry = (): void => {
    const failed = [...this.#store.pending.values()].filter(({ state }) => state === 'failed');
    if (failed.length === 0) return;
    for (const cell of failed) cell.state = 'unsent';
    this.add('edit', failed.map(keyOf));
  };

  /** What a closed page left behind (TCH-97). */
  restore(): void {
    const kept = readFromDevice<PendingCell[]>(this.#storageKey) ?? [];
    const cells = kept.filter((cell) => this.#store.cell(cell) !== undefined);
    for (const cell of cells) this.#store.pending.set(keyOf(cell), { ...cell, state: 'unsent' });
    if (cells.length > 0) this.add('edit', cells.map(keyOf));
  }

  get unsaved(): number {
    return [...this.#store.pending.values()].filter(
      ({ state }) => state !== 'refused' && state !== 'conflict',
    ).length;
  }

  /** Typed values that the server does not take, or that did not reach it. */
  get stuck(): number {
    // While it is tried again and again, what waits is no more certain to arrive than what just failed.
    if (this.#failures > 0) return this.#store.pending.size;
    return [...this.#store.pending.values()].filter(({ state }) => state !== 'unsent' && state !== 'saving')
      .length;
  }

  #keep(): void {
    const open = [...this.#store.pending.values()].filter(({ state }) => state !== 'refused');
    keepOnDevice(this.#storageKey, open.length === 0 ? null : open);
  }

  #take(): { action: EditAction; cells: PendingCell[] } | null {
    const [first] = this.#waiting;
    if (!first) return null;
    // Single edits that wait together go together; a bulk act stays one, with one revert.
    const together =
      first.action === 'edit' ? this.#waiting.filter(({ action }) => action === 'edit') : [first];
    const keys = [...new Set(together.flatMap((each) => each.keys))];
    this.#waiting = this.#waiting.filter((each) => !together.includes(each));
    if (keys.length > mostAtOnce && first.action === 'edit') {
      this.#waiting.unshift({ action: 'edit', keys: keys.slice(mostAtOnce) });
      keys.length = mostAtOnce;
    }
    const cells = keys.flatMap((key) => {
      const cell = this.#store.pending.get(key);
      return cell?.state === 'unsent' ? [cell] : [];
    });
    return { action: first.action, cells };
  }

  async #send(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    for (let batch = this.#take(); batch; batch = this.#take()) {
      const { action, cells } = batch;
      if (cells.length === 0) continue;
      for (const cell of cells) cell.state = 'saving';
      this.#store.changed(cells);
      await this.#exchange(action, cells);
    }
    this.#isSending = false;
  }

  async #exchange(action: EditAction, cells: readonly PendingCell[]): Promise<void> {
    const sent = new Map(cells.map((cell) => [keyOf(cell), cell]));
    let totals: readonly { student_id: string }[] = [];
    const body = {
      action,
      decimal_comma: this.#decimalComma,
      cells: cells.map(({ student_id, assignment_id, entry, confirm_high, status_override }) => ({
        student_id,
        assignment_id,
        grade_version: this.#store.cell({ student_id, assignment_id })?.version ?? 0,
        entry,
        ...(confirm_high ? { confirm_high } : {}),
        ...(status_override === undefined ? {} : { status_override }),
      })),
    };
    try {
      const headers = { 'idempotency-key': crypto.randomUUID() };
      const reply = await callApi(
        updateGradebookCells,
        { params: { id: this.#courseId }, body },
        { headers },
      );
      this.#failures = 0;
      totals = reply.totals;
      this.#store.takeTotals(reply.totals);
      for (const result of reply.results) {
        const key = keyOf(result);
        const current = this.#store.pending.get(key);
        const isLatest = current === sent.get(key);
        if (result.status === 'saved' && result.cell) {
          this.#store.take(result.cell);
          if (isLatest) this.#store.pending.delete(key);
        } else if (isLatest && current) {
          current.state = result.status === 'conflict' ? 'conflict' : 'refused';
          if (result.code) current.code = result.code;
          if (result.cell) current.theirs = result.cell;
        }
      }
      this.#store.saved_at = new Date();
    } catch (error) {
      const isFinal = isRefused(error);
      for (const cell of cells) {
        if (this.#store.pending.get(keyOf(cell)) !== cell) continue;
        cell.state = isFinal ? 'refused' : 'failed';
        if (error instanceof ApiProblem) cell.code = error.code;
      }
      if (!isFinal) {
        setTimeout(this.retry, pauses[Math.min(this.#failures, pauses.length - 1)]);
        this.#failures += 1;
      }
    }
    this.#keep();
    this.#store.changed([...cells, ...totals]);
  }
}
