import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Card } from './card.tsx';
import type { Subject } from './tone.tsx';

export type TimelineItem = {
  key: string;
  time: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  end?: ReactNode;
  actions?: ReactNode;
  subject?: Subject | undefined;
  /** The one that is alive: framed, its time in the accent colour. */
  now?: boolean | undefined;
  past?: boolean | undefined;
};

/** A day, or a history, as a line with one thing after the other. */
export function Timeline({ label, items }: { label: string; items: readonly TimelineItem[] }) {
  return (
    <ol
      aria-label={label}
      className="relative flex flex-col gap-3 before:absolute before:inset-y-0 before:start-18.75 before:w-0.5 before:bg-line before:content-['']"
    >
      {items.map((item) => (
        <li
          key={item.key}
          data-subject={item.subject}
          aria-current={item.now ? 'time' : undefined}
          className="grid grid-cols-[3.75rem_1rem_minmax(0,1fr)] items-start gap-x-2"
        >
          <span
            className={clsx(
              'whitespace-nowrap pt-3 text-end text-small tabular-nums',
              item.now ? 'font-semibold text-board' : 'text-ink-3',
            )}
          >
            {item.time}
          </span>
          <span aria-hidden className="relative mt-4 flex justify-center">
            <span className="paint size-2 rounded-full bg-subject ring-3 ring-paper" />
          </span>
          <Card active={item.now}>
            <div className="flex items-start justify-between gap-3">
              <div className="min-w-0">
                <div className={clsx('text-body font-medium', item.past && 'text-ink-2')}>{item.title}</div>
                {item.description && <div className="mt-0.5 text-small text-ink-2">{item.description}</div>}
              </div>
              {item.end}
            </div>
            {item.actions && <div className="mt-3 flex flex-wrap gap-1.5">{item.actions}</div>}
          </Card>
        </li>
      ))}
    </ol>
  );
}
