'use client';
import type { AssignmentDate } from '@k12/contracts/teaching/assignment-date-records';
import { type DuePreview as Preview, previewDue } from '@k12/contracts/teaching/assignment-dates';
import { dayOf } from '@k12/grading/local-time';
import clsx from 'clsx';
import { useFormatter, useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { useJoined } from '@/lib/joined.ts';

interface Props {
  courseId: string;
  assignmentId: string;
  line: AssignmentDate;
  timeZone: string;
  /** Null where the date cannot be changed. */
  onChoose: ((day: string) => void) | null;
}

/** The week of a due day: what its students have already, and when each section is due by a rule (TCH-171, TCH-188). */
export function DuePreview({ courseId, assignmentId, line, timeZone, onChoose }: Props) {
  const on = line.due_rule?.on ?? (line.due_at && dayOf(timeZone, line.due_at));
  const rule = line.due_rule?.kind;
  const query = on && { on, assignment_id: assignmentId, ...(rule && { rule }) };
  const { data } = useApi(previewDue, query ? { params: { id: courseId }, query } : null);
  if (!on || !data) return null;
  return (
    <div className="mt-3 grid gap-3 border-line border-t pt-3">
      {data.sections.length > 0 && <Sections preview={data} />}
      <Week preview={data} on={on} onChoose={onChoose} />
    </div>
  );
}

function Sections({ preview }: { preview: Preview }) {
  const t = useTranslations('teaching-assignments.load');
  const dates = useDates();
  return (
    <ul aria-label={t('sections')} className="flex flex-wrap gap-x-5 gap-y-1 text-small">
      {preview.sections.map(({ section_id, name, due_at }) => (
        <li key={section_id}>
          <bdi className="font-medium">{name}</bdi>{' '}
          <span className={due_at ? 'text-ink-2' : 'text-warn'}>
            {due_at ? dates.moment(due_at) : t('noClass')}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Week({ preview, on, onChoose }: { preview: Preview; on: string; onChoose: Props['onChoose'] }) {
  const t = useTranslations('teaching-assignments.load');
  const format = useFormatter();
  const joined = useJoined();
  const { students_count } = preview;
  return (
    <div>
      <p className="mb-1.5 text-ink-3 text-small">{t('title')}</p>
      <ul className="flex flex-wrap gap-1.5">
        {preview.days
          .filter(
            ({ is_school_day, on: day, busy_students }) => is_school_day || day === on || busy_students > 0,
          )
          .map(({ on: day, busy_students, test_students }) => {
            const date = new Date(`${day}T00:00:00Z`);
            const name = format.dateTime(date, { weekday: 'short', day: 'numeric', timeZone: 'UTC' });
            const words = joined([
              t('busy', { count: busy_students, all: students_count }),
              ...(test_students > 0 ? [t('tests', { count: test_students })] : []),
            ]);
            return (
              <li key={day}>
                <button
                  type="button"
                  disabled={!onChoose || day === on}
                  aria-pressed={day === on}
                  aria-label={`${name}: ${words}`}
                  title={words}
                  onClick={() => onChoose?.(day)}
                  className={clsx(
                    'grid min-w-16 gap-1 rounded-control border px-2 py-1 text-start text-small enabled:hover:border-line-strong',
                    day === on ? 'border-board bg-board-tint' : 'border-line',
                  )}
                >
                  <span>{name}</span>
                  <span aria-hidden className="flex items-center gap-1.5 text-ink-3 text-mini tabular-nums">
                    <span className="h-1 w-8 overflow-hidden rounded-full bg-sunken">
                      <span
                        className={clsx('block h-full', test_students > 0 ? 'bg-warn' : 'bg-chalk')}
                        style={{ width: `${students_count ? (busy_students / students_count) * 100 : 0}%` }}
                      />
                    </span>
                    {busy_students}
                  </span>
                </button>
              </li>
            );
          })}
      </ul>
    </div>
  );
}
