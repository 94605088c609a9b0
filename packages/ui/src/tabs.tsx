'use client';
import { Tabs as Base } from '@base-ui/react/tabs';
import clsx from 'clsx';
import { ChevronDown } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from './link.tsx';
import { Menu, MenuItem } from './menu.tsx';

export type TabItem = {
  value: string;
  label: ReactNode;
  count?: number | undefined;
  disabled?: boolean | undefined;
  content?: ReactNode;
};

export type TabsProps = {
  label: string;
  items: readonly TabItem[];
  value?: string | undefined;
  defaultValue?: string | undefined;
  onValueChange?: ((value: string) => void) | undefined;
  /** Line: parts of a page. Boxed: parts of a side panel. */
  look?: 'line' | 'boxed' | undefined;
  className?: string | undefined;
};

const listLook = {
  line: 'gap-1 border-b border-line',
  boxed: 'gap-0.5 rounded-control bg-sunken p-0.5',
} as const;

const tabBase =
  'flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap font-medium text-ink-2 hover:text-ink';
const lineTab = clsx(
  tabBase,
  '-mb-px min-h-cell border-b-2 border-transparent px-3 text-body focus-visible:-outline-offset-2',
);
const lineActive =
  'data-active:border-board data-active:text-ink aria-[current=page]:border-board aria-[current=page]:text-ink';
const boxedTab = clsx(
  tabBase,
  'min-h-control-small flex-1 rounded-small px-2 text-small data-active:bg-raised data-active:text-ink data-active:shadow-flat',
);

function Count({ count }: { count: number | undefined }) {
  return count === undefined ? null : <span className="text-mini text-ink-3 tabular-nums">{count}</span>;
}

export function Tabs({
  label,
  items,
  value,
  defaultValue,
  onValueChange,
  look = 'line',
  className,
}: TabsProps) {
  const chosen = value === undefined ? { defaultValue: defaultValue ?? items[0]?.value } : { value };
  return (
    <Base.Root
      {...chosen}
      onValueChange={(next) => onValueChange?.(String(next))}
      className={clsx('min-w-0', className)}
    >
      <Base.List aria-label={label} activateOnFocus className={clsx('flex overflow-x-auto', listLook[look])}>
        {items.map((item) => (
          <Base.Tab
            key={item.value}
            value={item.value}
            disabled={item.disabled ?? false}
            className={look === 'line' ? clsx(lineTab, lineActive) : boxedTab}
          >
            {item.label}
            <Count count={item.count} />
          </Base.Tab>
        ))}
      </Base.List>
      {items.map((item) =>
        item.content === undefined ? null : (
          <Base.Panel key={item.value} value={item.value} className="rounded-small pt-4">
            {item.content}
          </Base.Panel>
        ),
      )}
    </Base.Root>
  );
}

export type TabLink = { href: string; label: ReactNode; count?: number | undefined; current: boolean };

/** The same look for parts that have an address of their own: navigation, so links and not tabs. */
export function TabLinks({
  label,
  links,
  more,
  className,
}: {
  label: string;
  links: readonly TabLink[];
  /** Those that are opened less often, in a menu at the end; the current one gives the menu its name. */
  more?: { label: string; links: readonly TabLink[] } | undefined;
  className?: string | undefined;
}) {
  const bar = useRef<HTMLElement>(null);
  const current = links.find((link) => link.current)?.href;
  // On a phone the current one may stand beyond the edge.
  useEffect(() => {
    if (current) bar.current?.querySelector('[aria-current=page]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <nav
      ref={bar}
      aria-label={label}
      className={clsx('flex overflow-x-auto print:hidden', listLook.line, className)}
    >
      {links.map(({ href, label: name, count, current }) => (
        <Link
          key={href}
          href={href}
          aria-current={current ? 'page' : undefined}
          className={clsx(lineTab, lineActive)}
        >
          {name}
          <Count count={count} />
        </Link>
      ))}
      {more && more.links.length > 0 && <MoreLinks {...more} />}
    </nav>
  );
}

function MoreLinks({ label, links }: { label: string; links: readonly TabLink[] }) {
  const current = links.find((link) => link.current);
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          aria-current={current ? 'page' : undefined}
          className={clsx(lineTab, lineActive, 'cursor-pointer')}
        >
          {current?.label ?? label}
          <ChevronDown aria-hidden className="size-3.5 text-ink-3" />
        </button>
      }
    >
      {links.map(({ href, label: name }) => (
        <MenuItem key={href} href={href}>
          {name}
        </MenuItem>
      ))}
    </Menu>
  );
}
