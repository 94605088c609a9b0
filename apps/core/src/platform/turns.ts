/**
 * So many at once within this process, the others in line: answers that take the processor for themselves let everybody
 * else's requests through between two of them.
 */
export function createTurns(most: number) {
  let running = 0;
  const line: (() => void)[] = [];
  return async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running < most) running += 1;
    else await new Promise<void>((go) => line.push(go));
    try {
      return await work();
    } finally {
      const next = line.shift();
      // The place goes on to the next, after what has come in meanwhile.
      if (next) setImmediate(next);
      else running -= 1;
    }
  };
}
