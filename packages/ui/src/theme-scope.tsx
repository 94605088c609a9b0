'use client';
import { type ReactNode, useState } from 'react';
import { UiProvider } from './ui-provider.tsx';

export type ThemeScopeProps = {
  theme?: 'light' | 'dark' | undefined;
  contrast?: 'high' | 'standard' | undefined;
  direction?: 'ltr' | 'rtl' | undefined;
  density?: 'comfortable' | 'compact' | undefined;
  locale?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** A part of the page with a theme, direction, density or locale of its own; what floats out of it keeps them. */
export function ThemeScope(props: ThemeScopeProps) {
  const { theme, contrast, direction, density, locale, className, children } = props;
  const [container, setContainer] = useState<HTMLElement | null>(null);
  return (
    <div
      data-theme={theme}
      data-contrast={contrast}
      data-density={density}
      dir={direction}
      lang={locale}
      className={className}
    >
      <UiProvider locale={locale} direction={direction} container={container}>
        {children}
      </UiProvider>
      <div ref={setContainer} />
    </div>
  );
}
