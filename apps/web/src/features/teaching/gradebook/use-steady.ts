import { useLayoutEffect, useRef, useState } from 'react';

/** Handlers that stay the same from drawing to drawing and do what the latest would: what takes them is drawn less. */
export function useSteady<H extends object>(handlers: H): H {
  const latest = useRef(handlers);
  useLayoutEffect(() => {
    latest.current = handlers;
  });
  const [steady] = useState(() => {
    const names = Object.keys(handlers) as (keyof H)[];
    const call =
      (name: keyof H) =>
      (...given: unknown[]) =>
        (latest.current[name] as (...given: unknown[]) => unknown)(...given);
    return Object.fromEntries(names.map((name) => [name, call(name)])) as H;
  });
  return steady;
}
