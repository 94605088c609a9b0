'use client';
import type { ReactNode } from 'react';
import { type ButtonStyle, buttonClass } from './button-style.tsx';
import { Link, type LinkProps } from './link.tsx';

export type LinkButtonProps = LinkProps & ButtonStyle & { icon?: ReactNode; iconEnd?: ReactNode };

/** Looks like a button, goes somewhere: use it when the press changes the address. */
export function LinkButton({
  variant,
  size,
  wide,
  icon,
  iconEnd,
  className,
  children,
  ...rest
}: LinkButtonProps) {
  return (
    <Link {...rest} className={buttonClass({ variant, size, wide }, className)}>
      {icon}
      {children}
      {iconEnd}
    </Link>
  );
}
