import clsx from 'clsx';
import type { ReactNode } from 'react';

export type PageHeaderProps = {
  title: ReactNode;
  /** One quiet line under the title: properties, a date, a count. */
  description?: ReactNode;
  /** Badges above the title, as on a document. */
  status?: ReactNode;
  /** At most one of them primary. */
  actions?: ReactNode;
  /** Documents and days carry a serif title; work screens a plain, smaller one. */
  look?: 'document' | 'work' | undefined;
  className?: string | undefined;
};

/** Holds the page's only h1. It can take the focus after navigation. */
export function PageHeader({
  title,
  description,
  status,
  actions,
  look = 'document',
  className,
}: PageHeaderProps) {
  return (
    <header className={clsx('flex flex-col gap-3', className)}>
      {status && <div className="flex flex-wrap items-center gap-2">{status}</div>}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        {/* A long line breaks before it pushes the actions down. */}
        <div className="min-w-0 grow basis-72">
          <h1
            tabIndex={-1}
            className={clsx(
              'focus:outline-none',
              look === 'document'
                ? 'font-serif text-title font-semibold tracking-tight tablet:text-display'
                : 'text-heading font-semibold',
            )}
          >
            {title}
          </h1>
          {description && (
            <div className={clsx('text-ink-2', look === 'document' ? 'mt-1 text-large' : 'text-body')}>
              {description}
            </div>
          )}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </header>
  );
}

export type Property = { icon?: ReactNode; label: string; value: ReactNode };

/** The properties of a document as one quiet line. Labels are for assistive technology; the icon stands in for the eye. */
export function PropertyLine({ properties }: { properties: readonly Property[] }) {
  return (
    <dl className="flex flex-wrap gap-x-4.5 gap-y-1 text-body text-ink-2">
      {properties.map(({ icon, label, value }) => (
        <div key={label} className="flex items-center gap-2 [&_svg]:text-ink-3">
          <dt className={icon ? undefined : 'hidden-visually'}>
            {icon}
            <span className="hidden-visually">{label}</span>
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export type SubjectDotProps = { subject: string; className?: string | undefined };

/** The mark a course carries everywhere; the name beside it says which course. */
export function SubjectDot({ subject, className }: SubjectDotProps) {
  return (
    <span
      aria-hidden
      data-subject={subject}
      className={clsx('paint inline-block size-2.5 shrink-0 rounded-small bg-subject', className)}
    />
  );
}
