'use client';
import { Link } from './link.tsx';
import { useUiText } from './ui-text.tsx';

export type Crumb = { label: string; href?: string | undefined };

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
            className={
              index < last - 1 ? 'hidden min-w-0 items-center tablet:flex' : 'flex min-w-0 items-center'
            }
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
              <span aria-current="page" className="truncate font-medium text-ink">
                {label}
              </span>
            ) : (
              <Link
                href={href}
                className="inline-flex min-h-6 items-center truncate rounded-small text-ink-2 hover:text-ink"
              >
                {label}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
