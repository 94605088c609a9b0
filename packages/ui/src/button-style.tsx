import clsx from 'clsx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ControlSize = 'small' | 'medium' | 'large';

const variants: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-board text-on-board hover:bg-board-hover',
  secondary: 'border-line-strong bg-raised text-ink hover:bg-canvas hover:border-line-control',
  quiet: 'border-transparent text-ink-2 hover:bg-sunken hover:text-ink',
  danger: 'border-transparent bg-bad text-on-bad hover:opacity-90',
};

const sizes: Record<ControlSize, string> = {
  small: 'min-h-control-small gap-1.5 px-2.5 text-small',
  medium: 'min-h-control gap-2 px-3 text-body',
  large: 'min-h-control-large gap-2 px-4 text-large',
};

export type ButtonStyle = {
  variant?: ButtonVariant | undefined;
  size?: ControlSize | undefined;
  /** Fills the width it is given (phones, narrow forms). */
  wide?: boolean | undefined;
};

export function buttonClass(
  { variant = 'secondary', size = 'medium', wide }: ButtonStyle,
  className?: string,
) {
  return clsx(
    'inline-flex select-none items-center justify-center rounded-control border font-medium transition-colors duration-fast',
    'disabled:opacity-50 aria-disabled:opacity-50 aria-busy:cursor-progress data-popup-open:bg-sunken print:hidden',
    wide && 'w-full',
    variants[variant],
    sizes[size],
    className,
  );
}
