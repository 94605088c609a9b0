'use client';
import { type ComponentType, createElement, useCallback, useEffect, useState } from 'react';
import { connection } from './api/connection.ts';
import { PartFailure } from './part-failure.tsx';

type Loaded<P> = ComponentType<P> | { default: ComponentType<P> };
type Load<P> = () => Promise<Loaded<P>>;

/**
 * Around what `dynamic` loads: a part that cannot be loaded says so in its own place and can be tried again, where
 * otherwise the error page would take the place of everything on the page (UXP-50).
 */
export function loaded<P extends object>(load: Load<P>): Load<P> {
  return () => load().catch((error: unknown) => standIn(load, error, false));
}

/**
 * What stands in the place of a part on its way. Named with every `dynamic`: a part without a place of its own holds up
 * every other change of the page until it has come, and what is typed meanwhile is taken back (UXP-50).
 */
export const nothingYet = () => null;

/**
 * For what is drawn with the first paint of its page: it comes with the page and wakes up with it, while in a place of
 * its own it would be taken away again by whatever changes before its code is there.
 */
export const withPage = <P,>(load: Load<P>): Load<P> => load;

/** For what is an extra and may be missing without a word, such as pins in the navigation. */
export function loadedQuietly<P extends object>(load: Load<P>): Load<P> {
  return () => load().catch((error: unknown) => standIn(load, error, true));
}

function standIn<P extends object>(load: Load<P>, error: unknown, isQuiet: boolean): ComponentType<P> {
  // On the server no network is lost: what fails there is a fault.
  if (typeof window === 'undefined') throw error;
  let part: ComponentType<P> | null = null;
  // biome-ignore lint/correctness/noComponentHookFactories: made once for each part that failed
  return function StandIn(props: P) {
    const [Part, setPart] = useState(() => part);
    const [isTrying, setTrying] = useState(false);
    const again = useCallback(async () => {
      setTrying(true);
      part = await load().then(partOf, () => null);
      setTrying(false);
      setPart(() => part);
    }, []);
    useEffect(() => connection.subscribe(() => connection.read() && part === null && void again()), [again]);
    if (Part) return createElement(Part, props);
    if (isQuiet) return null;
    const { onClose } = props as { onClose?: () => void };
    return <PartFailure isTrying={isTrying} onRetry={() => void again()} onClose={onClose} />;
  };
}

const partOf = <P,>(module: Loaded<P>): ComponentType<P> => ('default' in module ? module.default : module);
