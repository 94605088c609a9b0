'use client';
import { formatEntry } from '@k12/grading/entry';
import { Button } from '@k12/ui/button';
import { Drawer } from '@k12/ui/drawer';
import { useFormatter, useTranslations } from 'next-intl';
import { MarkWords } from './cell-marks.tsx';
import { isCellLocked, marksOf } from './cell-status.ts';
import type { DialogProps } from './sheet-dialogs.tsx';
import { rounded } from './sheet-view.ts';

/** Everything of one student: work with its status, the total as the teacher and as the family see it (TCH-106). */
export function StudentDrawer({
  store,
  studentId,
  mark,
  onOpened,
  onClose,
}: DialogProps & { studentId: string }) {
  const t = useTranslations('teaching-gradebook');
  const format = useFormatter();
  const row = store.row(studentId);
  const total = store.total(studentId, null);
  const { decimals_shown, total_shown, time_zone } = store.book.course;
  const percent = (value: string | null | undefined) =>
    value ? `${rounded(value, decimals_shown, mark)} %` : '–';
  const isSoFar = total_shown === 'so_far';
  const now = new Date().toISOString();
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      title={row?.name ?? ''}
      footer={
        <Button onClick={() => onOpened({ kind: 'history', student_id: studentId })}>{t('history')}</Button>
      }
    >
      <dl className="mb-5 grid grid-cols-[1fr_auto] gap-y-1 text-body tabular-nums">
        <dt>{t('explain.staff')}</dt>
        <dd className="font-semibold">{percent(isSoFar ? total?.so_far : total?.if_nothing_more)}</dd>
        <dt>{t('explain.family')}</dt>
        <dd className="font-semibold">
          {percent(isSoFar ? total?.posted_so_far : total?.posted_if_nothing_more)}
        </dd>
      </dl>
      <ul className="grid gap-1.5">
        {store.book.columns.map((column) => {
          const cell = store.cell({ student_id: studentId, assignment_id: column.id });
          if (!cell) return null;
          const marks = marksOf(cell, column, {
            now,
            isDropped: total?.dropped.includes(column.id),
            isLocked: isCellLocked(cell, column, store.periods),
          });
          const due = column.due_at
            ? format.dateTime(new Date(column.due_at), {
                day: 'numeric',
                month: 'short',
                timeZone: time_zone,
              })
            : '';
          return (
            <li
              key={column.id}
              className="grid grid-cols-[1fr_auto] gap-x-3 border-b border-line pb-1.5 text-body"
            >
              <bdi>{column.title}</bdi>
              <span className="tabular-nums">
                {cell.is_anonymous ? '•••' : cell.entry === null ? '–' : formatEntry(cell.entry, mark)}
                <span className="text-ink-2"> / {column.points_possible}</span>
              </span>
              <span className="col-span-2 flex flex-wrap gap-x-3 text-small text-ink-2">
                {due && <span>{due}</span>}
                {marks.map((one) => (
                  <MarkWords key={one} mark={one} />
                ))}
              </span>
            </li>
          );
        })}
      </ul>
    </Drawer>
  );
}
