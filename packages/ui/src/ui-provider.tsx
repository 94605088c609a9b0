'use client';
import { DirectionProvider } from '@base-ui/react/direction-provider';
import { type ComponentType, createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { comeAfterFirstSign } from './late.ts';
import { LinkContext, type LinkProps } from './link.tsx';
import { TooltipHost } from './tooltip-host.tsx';
import { type UiText, UiTextProvider } from './ui-text.tsx';

type Failure = ComponentType<{ isTrying: boolean; onRetry: () => void; onClose: () => void }>;

type Surroundings = {
  locale: string;
  direction: 'ltr' | 'rtl';
  container: HTMLElement | null | undefined;
  failure: Failure | undefined;
};

const nowhere: Surroundings = {
  locale: 'en',
  direction: 'ltr',
  // Null would mean that the place is still to come, and nothing floating would ever show.
  container: undefined,
  failure: undefined,
};

const SurroundingsContext = createContext<Surroundings>(nowhere);

export type UiProviderProps = {
  locale?: string | undefined;
  direction?: 'ltr' | 'rtl' | undefined;
  /** Where floating parts are attached; the body unless a part of the page has its own theme. */
  container?: HTMLElement | null | undefined;
  link?: ComponentType<LinkProps> | undefined;
  /** A dialog that says that a part of the page could not be loaded. */
  failure?: Failure | undefined;
  text?: Partial<UiText> | undefined;
  children: ReactNode;
};

/** Once around the app: words, locale, direction and the router's link for every component below. */
export function UiProvider(props: UiProviderProps) {
  const { locale, direction, container, link, failure, text, children } = props;
  const outer = useContext(SurroundingsContext);
  const outerLink = useContext(LinkContext);
  const isOutermost = outer === nowhere;
  const value = useMemo(
    () => ({
      locale: locale ?? outer.locale,
      direction: direction ?? outer.direction,
      container: container === undefined ? outer.container : container,
      failure: failure ?? outer.failure,
    }),
    [locale, direction, container, failure, outer],
  );
  return (
    <SurroundingsContext.Provider value={value}>
      <DirectionProvider direction={value.direction}>
        <LinkContext.Provider value={link ?? outerLink}>
          {text ? <UiTextProvider text={text}>{children}</UiTextProvider> : children}
        </LinkContext.Provider>
        {isOutermost && <Once />}
      </DirectionProvider>
    </SurroundingsContext.Provider>
  );
}

function Once() {
  useEffect(comeAfterFirstSign, []);
  return <TooltipHost />;
}

export function useSurroundings(): Surroundings {
  return useContext(SurroundingsContext);
}
