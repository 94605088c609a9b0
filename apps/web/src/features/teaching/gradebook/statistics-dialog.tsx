'use client';
import type { GradebookColumn } from '@k12/contracts/teaching/gradebook';
import { cellStatus } from '@k12/grading/cell-status';
import { formatFixed, unitsOf } from '@k12/grading/decimal';
import { keepPercent, ratio } from '@k12/grading/ratio';
import { distributionOf, statisticsOf } from '@k12/grading/statistics';
import { Dialog } from '@k12/ui/dialog';
import { useTranslations } from 'next-intl';
import type { DialogProps } from './sheet-dialogs.tsx';
import { rounded } from './sheet-view.ts';

const figures = ['mean', 'median', 'low', 'high', 'standard_deviation'] as const;

/** Figures of one column; who is excused, ungraded or withdrawn is left out (TCH-105). */
export function StatisticsDialog({
  column,
  store,
  rows,
  mark,
  onClose,
}: DialogProps & { column: GradebookColumn }) {
  const t = useTranslations('teaching-gradebook');
  const now = new Date().toISOString();
  const cells = rows
    .filter(({ state }) => state === 'active' || state === 'completed')
    .flatMap(({ student_id }) => store.cell({ student_id, assignment_id: column.id }) ?? []);
  const scores = cells.flatMap(({ state, score }) => (state === 'graded' && score !== null ? [score] : []));
  const statistics = statisticsOf(scores);
  const missing = cells.filter((cell) => cellStatus(cell, column, now).is_missing).length;
  const handedIn = cells.filter(({ is_submitted }) => is_submitted).length;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('statistics.title', { title: column.title })}
    >
      <dl className="grid grid-cols-[1fr_auto] gap-y-1 text-body tabular-nums">
        <dt>{t('statistics.assigned')}</dt>
        <dd className="text-end">{cells.length}</dd>
        <dt>{t('statistics.graded')}</dt>
        <dd className="text-end">{statistics.graded}</dd>
        <dt>{t('statistics.handedIn')}</dt>
        <dd className="text-end">{handedIn}</dd>
        <dt>{t('statistics.missing')}</dt>
        <dd className="text-end">{missing}</dd>
        {figures.map((figure) => (
          <div key={figure} className="contents">
            <dt>{t(`statistics.${figure}`)}</dt>
            <dd className="text-end">
              {statistics[figure] === null ? '–' : rounded(statistics[figure], 2, mark)}
            </dd>
          </div>
        ))}
      </dl>
      {scores.length > 0 && unitsOf(column.points_possible) > 0 && (
        <Distribution store={store} column={column} scores={scores} />
      )}
    </Dialog>
  );
}

function Distribution({
  store,
  column,
  scores,
}: Pick<DialogProps, 'store'> & { column: GradebookColumn; scores: string[] }) {
  const t = useTranslations('teaching-gradebook');
  const { bands } = store.book.course.scheme;
  const scheme = {
    bands: bands.map(({ lower_percent, ...band }) => ({
      ...band,
      lower_bound: lower_percent,
      gpa_points: null,
    })),
    rounding: 'none' as const,
    letter_value: 'middle' as const,
  };
  const points = unitsOf(column.points_possible);
  const percents = scores.map((score) => formatFixed(keepPercent(ratio(unitsOf(score), points))));
  return (
    <ul aria-label={t('statistics.bands')} className="mt-4 grid gap-1 text-small">
      {distributionOf(percents, scheme).map(({ label, count }) => (
        <li key={label} className="grid grid-cols-[2.5rem_1fr_2rem] items-center gap-2">
          <span className="font-semibold">{label}</span>
          <span className="h-3 rounded-small bg-sunken">
            <span
              className="block h-full rounded-small bg-board"
              style={{ inlineSize: `${(count / scores.length) * 100}%` }}
            />
          </span>
          <span className="text-end tabular-nums">{count}</span>
        </li>
      ))}
    </ul>
  );
}
