'use client';
import clsx from 'clsx';
import { Link } from './link.tsx';
import { useUiText } from './ui-text.tsx';

export type Crumb = { label: string; href?: string | undefined };

const shortName = 18;

/** The last crumb is the page itself. On phones only the step back is shown. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const text = useUiText();
  const last = crumbs.length - 1;
  return (
    <nav aria-label={text.breadcrumbs} className="min-w-0">
      <ol className="flex min-w-0 items-center text-body">
        {crumbs.map(({ label, href }, index) => (
          <li
            key={`${href}${label}`}
            className={clsx(
              'items-center',
              index < last - 1 ? 'hidden tablet:flex' : 'flex',
              // Names of pages stay whole; what gives way are the titles of records, which end in an ellipsis.
              index < last && label.length <= shortName ? 'shrink-0' : 'min-w-0',
            )}
          >
            {index > 0 && (
              <span
                aria-hidden
                className={index < last ? 'px-1.5 text-ink-3 max-tablet:hidden' : 'px-1.5 text-ink-3'}
              >
                /
              </span>
            )}
            {index === last ? (
              <span aria-current="page" dir="auto" className="truncate font-medium text-ink">
                {label}
              </span>
            ) : (
              <Link
                href={href}
                className="block min-h-6 truncate rounded-small text-ink-2 leading-6 hover:text-ink"
              >
                <bdi>{label}</bdi>
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
