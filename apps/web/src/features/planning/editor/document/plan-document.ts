import { applyChange, type Change } from '@k12/plan-content/changes';
import { type Content, readPath } from '@k12/plan-content/paths';
import { placeOf, stepBack } from './step-back.ts';

interface Step {
  forward: Change[];
  back: Change[];
  /** Typing on in the same place within a pause is one step. */
  place: string | null;
  at: number;
}

const stepsKept = 500;
const pauseMs = 1_000;

/** The content of one plan while it is open: what is shown, what can be taken back, and who wants to know. */
export class PlanDocument {
  #content: Content;
  #done: Step[] = [];
  #undone: Step[] = [];
  readonly #views = new Set<() => void>();
  readonly #savers = new Set<(changes: Change[]) => void>();
  readonly #holders = new Set<() => void>();

  constructor(initial: Content) {
    this.#content = initial;
  }

  content = (): Content => this.#content;

  /** Values keep their identity until they change, so that what shows them is not drawn without need. */
  value = (path: string): unknown => readPath(this.#content, path);

  subscribe = (view: () => void): (() => void) => added(this.#views, view);

  onEdit = (saver: (changes: Change[]) => void): (() => void) => added(this.#savers, saver);

  /** Fields that hold typed text back for a moment hand it over when asked. */
  onSettle = (holder: () => void): (() => void) => added(this.#holders, holder);

  settle = (): void => {
    for (const holder of this.#holders) holder();
  };

  /** The person did something: it can be undone, and it will be saved. */
  edit = (changes: readonly Change[], { place }: { place?: string } = {}): void => {
    const { forward, back } = this.#apply(changes);
    if (forward.length === 0) return;
    this.#remember({ forward, back, place: place ?? null, at: Date.now() });
    this.#announce(forward);
  };

  /** The path to show afterwards, or null when there is nothing to take back. */
  undo = (): string | null => this.#turn(this.#done, this.#undone, 'back');

  redo = (): string | null => this.#turn(this.#undone, this.#done, 'forward');

  /** Others did something: shown, not saved again, not undone. */
  receive = (changes: readonly Change[]): void => {
    if (this.#apply(changes).forward.length > 0) this.#draw();
  };

  replace = (content: Content): void => {
    this.#content = withKnownParts(this.#content, content);
    this.#draw();
  };

  /** Applies what can be applied and returns it with its reverse: an item may be gone by another's hand. */
  #apply(changes: readonly Change[]): { forward: Change[]; back: Change[] } {
    const forward: Change[] = [];
    const back: Change[] = [];
    for (const change of changes) {
      const reverse = stepBack(this.#content, change);
      const next = reverse && applied(this.#content, change);
      if (!next) continue;
      this.#content = next;
      forward.push(change);
      back.unshift(reverse);
    }
    return { forward, back };
  }

  #draw(): void {
    for (const view of this.#views) view();
  }

  #announce(changes: Change[]): void {
    this.#draw();
    for (const save of this.#savers) save(changes);
  }

  #remember(step: Step): void {
    const last = this.#done.at(-1);
    this.#undone = [];
    if (last && step.place && last.place === step.place && step.at - last.at < pauseMs) {
      // Its reverse already brings back what was there before the typing began.
      last.forward = step.forward;
      last.at = step.at;
      return;
    }
    this.#done.push(step);
    if (this.#done.length > stepsKept) this.#done.shift();
  }

  #turn(from: Step[], to: Step[], side: 'back' | 'forward'): string | null {
    this.settle();
    for (let step = from.pop(); step; step = from.pop()) {
      const { forward, back } = this.#apply(step[side]);
      const shown = forward.find(({ op }) => op !== 'remove') ?? forward[0];
      if (!shown) continue;
      const [undo, redo] = side === 'back' ? [forward, back] : [back, forward];
      to.push({ back: undo, forward: redo, place: null, at: step.at });
      this.#announce(forward);
      return placeOf(shown);
    }
    return null;
  }
}

function added<T>(set: Set<T>, member: T): () => void {
  set.add(member);
  return () => set.delete(member);
}

/** Null for a change that does not fit any more. */
function applied(content: Content, change: Change): Content | null {
  try {
    return applyChange(content, change);
  } catch {
    return null;
  }
}

/** Sections that say the same keep their identity. */
function withKnownParts(known: Content, next: Content): Content {
  return Object.fromEntries(
    Object.entries(next).map(([key, value]) => [
      key,
      JSON.stringify(known[key]) === JSON.stringify(value) ? known[key] : value,
    ]),
  );
}
