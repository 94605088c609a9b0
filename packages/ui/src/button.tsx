'use client';
import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { type ButtonStyle, buttonClass } from './button-style.tsx';
import { Kbd } from './kbd.tsx';
import { Spinner } from './spinner.tsx';

export type ButtonProps = Omit<ComponentProps<'button'>, 'className'> &
  ButtonStyle & {
    icon?: ReactNode;
    iconEnd?: ReactNode;
    /** Keeps its width and focus, ignores presses, tells assistive technology it is busy. */
    loading?: boolean | undefined;
    shortcut?: string | undefined;
    className?: string | undefined;
  };

export function Button(props: ButtonProps) {
  const { variant, size, wide, icon, iconEnd, loading, shortcut, className, children, onClick, ...rest } =
    props;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (loading) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      type="button"
      {...rest}
      onClick={press}
      aria-busy={loading || undefined}
      className={buttonClass({ variant, size, wide }, className)}
    >
      {loading ? <Spinner className="text-current" /> : icon}
      {children}
      {iconEnd}
      {shortcut && <Kbd>{shortcut}</Kbd>}
    </button>
  );
}
