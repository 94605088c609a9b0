import { type ComponentType, createElement, lazy, Suspense } from 'react';

/** Stands in for the framework's later loading. */
export default function dynamic<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const Part = lazy(async () => ({ default: await load() }));
  // biome-ignore lint/correctness/noComponentHookFactories: called once for each part, as the framework's own
  return function Later(props: P) {
    return <Suspense fallback={null}>{createElement(Part as ComponentType<P>, props)}</Suspense>;
  };
}
