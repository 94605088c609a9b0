const latestMs = 500;

/** Does it when the first paint is out and nothing else waits; gives back how to call it off. */
export function whenIdle(act: () => void): () => void {
  if (typeof window.requestIdleCallback !== 'function') {
    const timer = setTimeout(act, latestMs / 2);
    return () => clearTimeout(timer);
  }
  const id = window.requestIdleCallback(act, { timeout: latestMs });
  return () => window.cancelIdleCallback(id);
}
