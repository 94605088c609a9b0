'use client';
import {
  type ComponentProps,
  cloneElement,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  useEffect,
  useState,
} from 'react';
import type { Late } from './late.ts';
import { useSurroundings } from './ui-provider.tsx';

type Trigger = ReactElement<ComponentProps<'button'>>;

export type Asked<M> = {
  module: M;
  /** Whoever opens by key goes on by key: the first thing inside is theirs at once. */
  byKey: boolean;
};

type Props<M> = {
  part: Late<M>;
  trigger: ReactElement;
  popup: 'menu' | 'dialog';
  startsOpen?: boolean | undefined;
  onAsk?: (() => void) | undefined;
  /** The button with everything that opens, made when it has first been pressed. */
  children: (asked: Asked<M>) => ReactElement;
};

/** A button whose popup is loaded when somebody reaches for it; until then it costs a page nothing but the button. */
export function LateTrigger<M>({ part, trigger, popup, startsOpen = false, onAsk, children }: Props<M>) {
  const { failure: Failure } = useSurroundings();
  const [asked, setAsked] = useState<Asked<M> | null>(() =>
    startsOpen && part.now ? { module: part.now, byKey: false } : null,
  );
  const [state, setState] = useState<'idle' | 'trying' | 'failed'>('idle');
  const ask = (byKey: boolean) => {
    const show = (module: M) => {
      setAsked({ module, byKey });
      onAsk?.();
    };
    if (part.now) return show(part.now);
    setState('trying');
    part.come().then(show, () => setState('failed'));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once, by being made
  useEffect(() => {
    if (startsOpen && !asked) ask(false);
  }, []);
  if (asked) return children(asked);
  const button = cloneElement(trigger as Trigger, quietProps(part, trigger as Trigger, popup, ask));
  if (state === 'idle' || !Failure) return button;
  return (
    <>
      {button}
      {state === 'failed' && (
        <Failure isTrying={false} onRetry={() => ask(false)} onClose={() => setState('idle')} />
      )}
    </>
  );
}

function quietProps<M>(
  part: Late<M>,
  { props }: Trigger,
  popup: 'menu' | 'dialog',
  ask: (byKey: boolean) => void,
): ComponentProps<'button'> {
  const near = () => void part.come().catch(() => undefined);
  return {
    'aria-haspopup': popup,
    'aria-expanded': false,
    onPointerEnter: near,
    onFocus: near,
    onClick: (event: MouseEvent<HTMLButtonElement>) => {
      props.onClick?.(event);
      // A press by key has no place on the screen.
      if (!event.defaultPrevented) ask(event.detail === 0);
    },
    onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => {
      props.onKeyDown?.(event);
      if (popup !== 'menu' || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
      event.preventDefault();
      ask(true);
    },
  };
}
