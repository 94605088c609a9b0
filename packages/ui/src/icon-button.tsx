'use client';
import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { type ButtonVariant, buttonClass, type ControlSize } from './button-style.tsx';
import { Spinner } from './spinner.tsx';

export type IconButtonProps = Omit<ComponentProps<'button'>, 'className' | 'aria-label'> & {
  /** Names the action and its object: "Delete Lesson 3", not "Delete". */
  label: string;
  icon: ReactNode;
  variant?: ButtonVariant | undefined;
  size?: ControlSize | undefined;
  loading?: boolean | undefined;
  shortcut?: string | undefined;
  className?: string | undefined;
};

const widths: Record<ControlSize, string> = {
  small: 'min-w-control-small',
  medium: 'min-w-control',
  large: 'min-w-control-large',
};

export function IconButton(props: IconButtonProps) {
  const { label, icon, variant = 'quiet', size = 'medium', loading, shortcut, className, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      // The tooltip says the same name.
      data-tip=""
      data-tip-keys={shortcut}
      aria-busy={loading || undefined}
      className={clsx(buttonClass({ variant, size }), widths[size], 'relative px-0', className)}
    >
      {loading ? <Spinner /> : icon}
    </button>
  );
}
