const restMs = 400;
const latestMs = 500;

/**
 * Does it when what is shown has stood for a moment and nothing else waits, so that the first key one presses goes before
 * it; gives back how to call it off.
 */
export function whenIdle(act: () => void): () => void {
  let idle = 0;
  const timer = setTimeout(() => {
    if (typeof window.requestIdleCallback === 'function')
      idle = window.requestIdleCallback(act, { timeout: latestMs });
    else act();
  }, restMs);
  return () => {
    clearTimeout(timer);
    if (idle > 0) window.cancelIdleCallback(idle);
  };
}
