import { savesData } from './saves-data.tsx';

/** A module of this system that a page does not need before somebody reaches for what is in it. */
export type Late<M> = {
  readonly now: M | undefined;
  come: () => Promise<M>;
  /** For what shows by itself as soon as it has come, whoever asked for it. */
  whenHere: (use: (module: M) => void) => () => void;
};

const afterLoadMs = 2_000;
const longestWaitMs = 1_000;
const expected = new Set<() => Promise<unknown>>();

/** Comes when it is asked for, or by itself once the page has come to rest. */
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

/** Lets everything come that still may be needed, each in a pause of its own: it is there without a network too. */
export function comeWhenQuiet(): () => void {
  if (savesData()) return () => undefined;
  let timer = setTimeout(next, afterLoadMs);
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
  return () => clearTimeout(timer);
}
