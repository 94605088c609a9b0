import { useEffect, useState } from 'react';

const restMs = 250;

/**
 * Which element each row is drawn in. While one scrolls, a row that leaves gives its element to the one that comes, which
 * costs far less than a new one (TCH-90); at rest elements stand in the order of the rows again, as they are read out.
 */
export function useSlots(first: number, last: number): { slot: number; at: number }[] {
  const size = Math.max(1, last - first + 1);
  const [turn, setTurn] = useState(first);
  useEffect(() => {
    const timer = setTimeout(() => setTurn(first), restMs);
    return () => clearTimeout(timer);
  }, [first]);
  return Array.from({ length: last - first + 1 }, (_, step) => {
    const slot = (turn + step) % size;
    return { slot, at: first + ((((slot - first) % size) + size) % size) };
  });
}
