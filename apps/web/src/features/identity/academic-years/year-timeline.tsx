'use client';
import type { AcademicYear } from '@k12/contracts/identity/academic-years';
import type { Term } from '@k12/contracts/identity/terms';
import clsx from 'clsx';
import { useFormatter, useTranslations } from 'next-intl';
import { useDates } from '@/lib/dates.ts';
import { ownTimeZone } from '@/lib/own-time-zone.ts';
import { useSession } from '@/lib/session-context.tsx';
import { monthsOf, placeOf, rowsOf } from './timeline-places.ts';

interface Props {
  year: AcademicYear;
  terms: readonly Term[];
  onOpen: (term: Term) => void;
}

/** A year as a line: months above, terms as bars, terms inside them below, today in yellow. */
export function YearTimeline({ year, terms, onOpen }: Props) {
  const t = useTranslations('academicYears');
  return (
    <section
      aria-label={year.name}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls sideways must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto rounded-card border border-line bg-raised"
    >
      <div className="relative min-w-[44rem]">
        <Months year={year} />
        <TodayLine year={year} />
        {terms.length === 0 ? (
          <p className="px-4 py-5 text-ink-3">{t('noTerms')}</p>
        ) : (
          <div className="grid gap-1.5 py-2.5">
            {rowsOf(terms).map((row) => (
              <ul key={row[0]?.id} className="relative h-12">
                {row.map((term) => (
                  <TermBar key={term.id} term={term} year={year} onOpen={onOpen} />
                ))}
              </ul>
            ))}
          </div>
        )}
      </div>
    </section>
  );
}

/** In percent: a month that is cut shorter has no room for its name. */
const narrowestMonth = 4;

function Months({ year }: { year: AcademicYear }) {
  const format = useFormatter();
  return (
    <div
      aria-hidden
      className="relative h-8 border-b border-line bg-canvas text-small font-medium text-ink-2"
    >
      {monthsOf(year).map((month) => {
        const { start, width } = placeOf(month, year);
        return (
          <span
            key={month.starts_on}
            style={{ insetInlineStart: `${start}%` }}
            className="absolute inset-y-0 flex items-center border-s border-line ps-2"
          >
            {width >= narrowestMonth &&
              format.dateTime(new Date(`${month.starts_on}T12:00:00Z`), { month: 'short', timeZone: 'UTC' })}
          </span>
        );
      })}
    </div>
  );
}

function TodayLine({ year }: { year: AcademicYear }) {
  const { me } = useSession();
  const zone = ownTimeZone(me);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());
  if (today < year.starts_on || today > year.ends_on) return null;
  const { start } = placeOf({ starts_on: today, ends_on: today }, year);
  return (
    <span
      aria-hidden
      style={{ insetInlineStart: `${start}%` }}
      className="pointer-events-none absolute inset-y-0 z-sticky w-0.5 bg-chalk"
    />
  );
}

function TermBar({ term, year, onOpen }: Omit<Props, 'terms'> & { term: Term }) {
  const t = useTranslations('academicYears');
  const dates = useDates();
  const { start, width } = placeOf(term, year);
  const span = t('span', { from: dates.shortDay(term.starts_on), to: dates.shortDay(term.ends_on) });
  const isInner = term.parent_term_id !== null;
  return (
    <li className="absolute inset-y-0 px-0.5" style={{ insetInlineStart: `${start}%`, width: `${width}%` }}>
      <button
        type="button"
        disabled={!term.can.update}
        onClick={() => onOpen(term)}
        className={clsx(
          'paint flex size-full flex-col justify-center overflow-hidden rounded-control border ps-3 text-start disabled:cursor-default',
          isInner
            ? 'border-line bg-paper text-ink enabled:hover:bg-canvas'
            : 'border-board-line bg-board-tint text-ink enabled:hover:border-board',
        )}
      >
        <span className="w-full truncate text-small font-semibold">{term.name}</span>
        <span className="w-full truncate text-mini text-ink-2">{span}</span>
      </button>
    </li>
  );
}
