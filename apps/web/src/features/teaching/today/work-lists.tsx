'use client';
import type { DayWork } from '@k12/contracts/teaching/teaching-day';
import { List, ListRow } from '@k12/ui/list-row';
import { useTranslations } from 'next-intl';
import { useDates } from '@/lib/dates.ts';
import { paths } from '@/lib/paths.ts';
import { AppLink } from '@/shell/app-link.tsx';

/** More than these and the inbox is the better place. */
const shownAtMost = 5;

interface Row {
  work: DayWork;
  count: number | string;
  text: string;
  state: string;
}

/** What waits for the teacher, by what is to be done about it; a number at the end says how much. */
export function WorkLists({ work }: { work: readonly DayWork[] }) {
  const t = useTranslations('teaching-today');
  const dates = useDates();
  const withAny = (count: (one: DayWork) => number) => work.filter((one) => count(one) > 0);
  return (
    <>
      <WorkList
        title={t('toGrade')}
        none={t('nothingToGrade')}
        rows={withAny((one) => one.to_grade).map((one) => ({
          work: one,
          count: one.to_grade,
          text: one.oldest_at ? t('oldest', { ago: dates.ago(one.oldest_at) }) : '',
          state: 'to_grade',
        }))}
      />
      <WorkList
        title={t('due')}
        rows={withAny((one) => one.expected).map((one) => ({
          work: one,
          count: t('handedIn', { count: one.handed_in, all: one.expected }),
          text: one.due_at ? dates.moment(one.due_at) : '',
          state: 'all',
        }))}
      />
      <WorkList
        title={t('newlyMissing')}
        rows={withAny((one) => one.newly_missing).map((one) => ({
          work: one,
          count: one.newly_missing,
          text: t('missingText'),
          state: 'missing',
        }))}
      />
      <WorkList
        title={t('unposted')}
        rows={withAny((one) => one.unposted).map((one) => ({
          work: one,
          count: one.unposted,
          text: t('unpostedText'),
          state: 'not_posted',
        }))}
      />
    </>
  );
}

function WorkList({ title, rows, none }: { title: string; rows: readonly Row[]; none?: string }) {
  const t = useTranslations('teaching-today');
  if (rows.length === 0 && !none) return null;
  return (
    <section>
      <div className="mb-1 flex items-baseline justify-between gap-3">
        <h2 className="text-large font-semibold">{title}</h2>
        {rows.length > 0 && (
          <AppLink
            href={`${paths.teachSubmissions()}?state=${rows[0]?.state}`}
            className="text-small text-ink-3 hover:text-ink hover:underline"
          >
            {rows.length > shownAtMost ? t('all', { count: rows.length }) : t('openInbox')}
          </AppLink>
        )}
      </div>
      {rows.length === 0 ? (
        <p className="text-ink-3">{none}</p>
      ) : (
        <List label={title}>
          {rows.slice(0, shownAtMost).map(({ work, count, text, state }) => (
            <ListRow
              key={work.assignment_id}
              href={`${paths.courseSubmissions(work.course_id)}?assignment=${work.assignment_id}&state=${state}`}
              title={<bdi>{work.title}</bdi>}
              description={[work.course_name, text].filter(Boolean).join(' · ')}
              end={
                <span className="text-heading font-semibold whitespace-nowrap tabular-nums text-ink">
                  {count}
                </span>
              }
            />
          ))}
        </List>
      )}
    </section>
  );
}
