'use client';
import { DirectionProvider } from '@base-ui/react/direction-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { type ComponentType, createContext, type ReactNode, useContext, useMemo } from 'react';
import { LinkContext, type LinkProps } from './link.tsx';
import { type UiText, UiTextProvider } from './ui-text.tsx';

type Surroundings = { locale: string; direction: 'ltr' | 'rtl'; container: HTMLElement | null | undefined };

const SurroundingsContext = createContext<Surroundings>({
  locale: 'en',
  direction: 'ltr',
  // Null would mean that the place is still to come, and nothing floating would ever show.
  container: undefined,
});

export type UiProviderProps = {
  locale?: string | undefined;
  direction?: 'ltr' | 'rtl' | undefined;
  /** Where floating parts are attached; the body unless a part of the page has its own theme. */
  container?: HTMLElement | null | undefined;
  link?: ComponentType<LinkProps> | undefined;
  text?: Partial<UiText> | undefined;
  children: ReactNode;
};

/** Once around the app: words, locale, direction and the router's link for every component below. */
export function UiProvider({ locale, direction, container, link, text, children }: UiProviderProps) {
  const outer = useContext(SurroundingsContext);
  const outerLink = useContext(LinkContext);
  const value = useMemo(
    () => ({
      locale: locale ?? outer.locale,
      direction: direction ?? outer.direction,
      container: container === undefined ? outer.container : container,
    }),
    [locale, direction, container, outer],
  );
  return (
    <SurroundingsContext.Provider value={value}>
      <DirectionProvider direction={value.direction}>
        <Tooltip.Provider delay={400} closeDelay={0}>
          <LinkContext.Provider value={link ?? outerLink}>
            {text ? <UiTextProvider text={text}>{children}</UiTextProvider> : children}
          </LinkContext.Provider>
        </Tooltip.Provider>
      </DirectionProvider>
    </SurroundingsContext.Provider>
  );
}

export function useSurroundings(): Surroundings {
  return useContext(SurroundingsContext);
}
