'use client';
import type { GradebookColumn } from '@k12/contracts/teaching/gradebook';
import { Button } from '@k12/ui/button';
import { TextField } from '@k12/ui/text-field';
import clsx from 'clsx';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { MarkWords } from './cell-marks.tsx';
import { isCellLocked, marksOf } from './cell-status.ts';
import { overwrite } from './overwrite.ts';
import { refusalKey } from './sheet-footer.tsx';
import { keyOf, type SheetStore } from './sheet-store.ts';

interface Props {
  store: SheetStore;
  mark: '.' | ',';
  column: GradebookColumn;
  studentId: string;
  label: string;
  /** It is somebody's name. */
  isName?: boolean;
  hint?: string;
}

/** Points and due day of a column. */
export function useColumnFacts(store: SheetStore) {
  const t = useTranslations('teaching-gradebook');
  const format = useFormatter();
  const { time_zone: timeZone } = store.book.course;
  return ({ grading_type, points_possible, due_at }: GradebookColumn): string[] => [
    ...(grading_type === 'ungraded' ? [] : [t('points', { points: points_possible })]),
    ...(due_at ? [format.dateTime(new Date(due_at), { day: 'numeric', month: 'short', timeZone })] : []),
  ];
}

/** One grade where there is no room for the sheet: typed like a cell, saved when it is left. */
export function GradeField({ store, mark, column, studentId, label, isName, hint }: Props) {
  const t = useTranslations('teaching-gradebook');
  const key = { student_id: studentId, assignment_id: column.id };
  const cell = store.cell(key);
  const pending = store.pending.get(keyOf(key));
  const stored = store.textOf(key);
  const [typed, setTyped] = useState<string | null>(null);
  if (!cell || cell.is_anonymous) return null;
  const isLocked = isCellLocked(cell, column, store.periods);
  const marks = marksOf(cell, column, {
    now: new Date().toISOString(),
    isLocked,
    isDropped: store.total(studentId, null)?.dropped.includes(column.id),
    isForeign: store.foreign.has(keyOf(key)),
    pending: pending?.state,
  });
  const save = () => {
    if (typed !== null && typed.trim() !== stored)
      store.edit([{ ...key, entry: typed.trim() }], 'edit', mark);
    setTyped(null);
  };
  const theirs = pending?.state === 'conflict' ? pending.theirs : undefined;
  const conflict =
    theirs && t('conflict', { name: theirs.graded_by?.name ?? '', value: theirs.entry ?? '–', time: '' });
  const error = pending?.state === 'refused' ? t(refusalKey(pending.code)) : conflict;
  return (
    <li
      className={clsx(
        'grid items-center gap-x-3 gap-y-1 border-b border-line pb-2',
        !error && 'grid-cols-[minmax(0,1fr)_6rem]',
      )}
    >
      <div>
        <p aria-hidden className="font-medium" {...(isName && { 'data-private': true })}>
          <bdi>{label}</bdi>
        </p>
        {hint && <p className="text-small text-ink-2">{hint}</p>}
        {marks.length > 0 && (
          <p className="flex flex-wrap gap-x-3 text-small text-ink-2">
            {marks.map((one) => (
              <MarkWords key={one} mark={one} />
            ))}
          </p>
        )}
      </div>
      <TextField
        label={label}
        hideLabel
        error={error}
        value={typed ?? stored}
        disabled={!store.book.can.edit || isLocked}
        inputMode="text"
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => event.key === 'Enter' && save()}
      />
      {theirs && (
        <p className="flex flex-wrap gap-2">
          <Button
            size="small"
            onClick={() => {
              store.take(theirs);
              store.drop(keyOf(key));
            }}
          >
            {t('keepTheirs')}
          </Button>
          <Button size="small" variant="primary" onClick={() => overwrite(store, key, mark)}>
            {t('useMine', { value: pending?.entry ?? '' })}
          </Button>
        </p>
      )}
    </li>
  );
}
