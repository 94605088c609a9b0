'use client';
import clsx from 'clsx';
import { X } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { Link } from './link.tsx';
import { Tooltip } from './tooltip.tsx';
import { useUiText } from './ui-text.tsx';

export type TagProps = {
  /** A code that comes first, in the accent colour. */
  code?: string | undefined;
  label: string;
  href?: string | undefined;
  /** The full wording, for the pointer and for assistive technology. */
  title?: string | undefined;
  onRemove?: (() => void) | undefined;
};

const shape =
  'inline-flex min-h-6 max-w-full items-center gap-1.5 rounded-small border bg-raised px-2 text-mini font-medium pointer-coarse:min-h-11';

export function Tag({ code, label, href, title, onRemove }: TagProps) {
  const text = useUiText();
  const words = (
    <>
      {code && <span className="shrink-0 font-semibold text-board tabular-nums">{code}</span>}
      <span dir="auto" className="truncate">
        {label}
      </span>
    </>
  );
  return (
    <span className={clsx(shape, 'border-line-strong text-ink', onRemove && 'pe-0')}>
      {href ? (
        <Link
          href={href}
          title={title}
          className="flex min-h-6 min-w-0 items-center gap-1.5 rounded-small hover:underline"
        >
          {words}
        </Link>
      ) : (
        <Words title={title}>{words}</Words>
      )}
      {onRemove && (
        <button
          type="button"
          aria-label={text.remove(label)}
          onClick={onRemove}
          className="flex size-6 items-center justify-center rounded-small text-ink-3 hover:text-bad pointer-coarse:size-11"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </span>
  );
}

/** What is shortened in the tag is read in full by pointing at it or reaching it with the keyboard. */
function Words({ title, children }: { title: string | undefined; children: ReactNode }) {
  const className = 'flex min-h-6 min-w-0 items-center gap-1.5 rounded-small pointer-coarse:min-h-11';
  const full = useId();
  if (!title) return <span className={className}>{children}</span>;
  return (
    <Tooltip content={title}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard reads the full wording as well */}
      <span tabIndex={0} aria-describedby={full} className={className}>
        {children}
        <span id={full} className="hidden-visually">
          {title}
        </span>
      </span>
    </Tooltip>
  );
}

/** The place where the next tag goes. */
export function AddTag({
  icon,
  className,
  children,
  ...rest
}: ComponentProps<'button'> & { icon?: ReactNode }) {
  return (
    <button
      type="button"
      {...rest}
      className={clsx(
        shape,
        'border-line-control border-dashed bg-transparent text-ink-2 hover:text-ink',
        className,
      )}
    >
      {icon}
      {children}
    </button>
  );
}
