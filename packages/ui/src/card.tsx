import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import type { Subject } from './tone.tsx';

export type CardProps = Omit<ComponentProps<'div'>, 'title'> & {
  /** The one card that is alive: a thicker board-coloured edge. */
  active?: boolean | undefined;
  /** A coloured edge at the start. */
  subject?: Subject | undefined;
  padding?: 'none' | 'medium' | 'large' | undefined;
};

const paddings = { none: '', medium: 'px-4 py-3', large: 'p-5' } as const;

export function Card({ active, subject, padding = 'medium', className, children, ...rest }: CardProps) {
  return (
    <div
      {...rest}
      data-subject={subject}
      className={clsx(
        'relative rounded-card border bg-raised',
        active ? 'border-board ring-1 ring-board' : 'border-line',
        subject &&
          "before:absolute before:inset-y-3 before:start-0 before:w-1 before:rounded-e-small before:bg-subject before:content-['']",
        paddings[padding],
        className,
      )}
    >
      {children}
    </div>
  );
}

export type SectionProps = Omit<ComponentProps<'section'>, 'title'> & {
  title: ReactNode;
  /** A quiet count or remark after the title. */
  note?: ReactNode;
  action?: ReactNode;
  level?: 2 | 3 | undefined;
};

/** A titled part of a page: a heading, what it holds, and at most one quiet action at the end of its line. */
export function Section({ title, note, action, level = 2, className, children, ...rest }: SectionProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section {...rest} className={clsx('flex min-w-0 flex-col gap-3', className)}>
      <div className="flex min-h-7 items-baseline justify-between gap-3">
        <div className="flex min-w-0 flex-wrap items-baseline gap-x-2">
          <Heading
            className={level === 2 ? 'text-large font-semibold' : 'text-small font-semibold text-ink-2'}
          >
            {title}
          </Heading>
          {note && <span className="text-small text-ink-3">{note}</span>}
        </div>
        {action && <div className="-me-2.5 shrink-0">{action}</div>}
      </div>
      {children}
    </section>
  );
}
