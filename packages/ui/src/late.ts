import { savesData } from './saves-data.tsx';

/** A module of this system that a page does not need before somebody reaches for what is in it. */
export type Late<M> = {
  readonly now: M | undefined;
  come: () => Promise<M>;
  /** For what shows by itself as soon as it has come, whoever asked for it. */
  whenHere: (use: (module: M) => void) => () => void;
};

const afterSignMs = 500;
const longestWaitMs = 1_000;
const signs = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const;
const expected = new Set<() => Promise<unknown>>();

/** Comes when it is asked for, or by itself soon after somebody is seen to be there. */
export function late<M>(load: () => Promise<M>): Late<M> {
  let now: M | undefined;
  let coming: Promise<M> | undefined;
  const users = new Set<(module: M) => void>();
  const come = () => {
    coming ??= load().then(
      (module) => {
        now = module;
        expected.delete(come);
        for (const use of users) use(module);
        return module;
      },
      (error: unknown) => {
        // The next one who asks tries again.
        coming = undefined;
        throw error;
      },
    );
    return coming;
  };
  expected.add(come);
  return {
    get now() {
      return now;
    },
    come,
    whenHere: (use) => {
      users.add(use);
      if (now) use(now);
      return () => users.delete(use);
    },
  };
}

/**
 * Lets everything come that still may be needed, each in a pause of its own: it is there without a network too. Only
 * after the first sign of somebody, so that nothing competes with the page that is still coming up.
 */
export function comeAfterFirstSign(): () => void {
  if (savesData()) return () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onSign = () => {
    unwatch();
    timer = setTimeout(next, afterSignMs);
  };
  const unwatch = () => {
    for (const sign of signs) removeEventListener(sign, onSign, true);
  };
  function next() {
    const [come] = expected;
    if (!come) return;
    expected.delete(come);
    const go = () => {
      come()
        // Not again by itself: without a network that would go on for ever. Whoever reaches for it asks anew.
        .catch(() => undefined)
        .then(() => {
          timer = setTimeout(next, 50);
        });
    };
    if ('requestIdleCallback' in window) requestIdleCallback(go, { timeout: longestWaitMs });
    else go();
  }
  for (const sign of signs) addEventListener(sign, onSign, { capture: true, passive: true });
  return () => {
    unwatch();
    clearTimeout(timer);
  };
}
