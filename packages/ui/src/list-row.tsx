'use client';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Link } from './link.tsx';
import type { Subject } from './tone.tsx';

export type ListProps = {
  children: ReactNode;
  /** Framed: a raised card of rows. Open: hairlines on the page. */
  framed?: boolean | undefined;
  label?: string | undefined;
  className?: string | undefined;
};

export function List({ children, framed, label, className }: ListProps) {
  return (
    <ul
      aria-label={label}
      className={clsx(
        'flex flex-col divide-y divide-line',
        framed && 'overflow-hidden rounded-card border border-line bg-raised *:px-4',
        className,
      )}
    >
      {children}
    </ul>
  );
}

export type ListRowProps = {
  title: ReactNode;
  description?: ReactNode;
  /** A date, an avatar, an icon: what the eye looks for first. */
  lead?: ReactNode;
  /** A status, a number or a date at the end. */
  end?: ReactNode;
  /** Appears on hover and focus without moving anything; always there on touch. */
  actions?: ReactNode;
  href?: string | undefined;
  onPress?: (() => void) | undefined;
  selected?: boolean | undefined;
  /** This is now or today. */
  now?: boolean | undefined;
  subject?: Subject | undefined;
};

const target = "static text-start after:absolute after:inset-0 after:content-[''] focus-visible:outline-none";

function Title({ title, href, onPress }: Pick<ListRowProps, 'title' | 'href' | 'onPress'>) {
  if (href) {
    return (
      <Link href={href} className={target}>
        {title}
      </Link>
    );
  }
  if (!onPress) return title;
  return (
    <button type="button" onClick={onPress} className={target}>
      {title}
    </button>
  );
}

const actionsClass = clsx(
  'relative flex shrink-0 items-center gap-1 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100',
);

/** The one anatomy of a row: lead, title with a line under it, end, actions. The whole row is the target. */
export function ListRow(props: ListRowProps) {
  const { title, description, lead, end, actions, href, onPress, selected, now, subject } = props;
  const pressable = Boolean(href ?? onPress);
  return (
    <li
      data-subject={subject}
      data-selected={selected || undefined}
      className={clsx(
        'group relative flex min-h-row items-center gap-3 py-2.5',
        'has-[a:focus-visible,button:focus-visible]:outline-2 has-[a:focus-visible,button:focus-visible]:-outline-offset-2 has-[a:focus-visible,button:focus-visible]:outline-board',
        now
          ? 'bg-chalk-tint shadow-[0.75rem_0_0_var(--chalk-tint),-0.75rem_0_0_var(--chalk-tint)]'
          : selected
            ? 'bg-board-tint'
            : pressable && 'hover:bg-canvas',
        subject &&
          "before:absolute before:inset-y-3 before:start-0 before:w-1 before:rounded-e-small before:bg-subject before:content-['']",
      )}
    >
      {lead && <div className="shrink-0">{lead}</div>}
      <div className="min-w-0 flex-1">
        <div className="text-body font-medium text-ink [overflow-wrap:anywhere]">
          <Title title={title} href={href} onPress={onPress} />
        </div>
        {description && <div className="text-small text-ink-3">{description}</div>}
      </div>
      {actions && <div className={actionsClass}>{actions}</div>}
      {end && <div className="shrink-0 text-end tabular-nums">{end}</div>}
    </li>
  );
}
