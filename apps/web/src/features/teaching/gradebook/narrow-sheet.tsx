'use client';
import type { GradebookColumn } from '@k12/contracts/teaching/gradebook';
import { Button } from '@k12/ui/button';
import { List, ListRow } from '@k12/ui/list-row';
import { TextField } from '@k12/ui/text-field';
import { ArrowLeft } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { MarkDrawings, MarkWords } from './cell-marks.tsx';
import { isCellLocked, marksOf } from './cell-status.ts';
import type { SheetProps } from './sheet.tsx';
import { arrangeColumns } from './sheet-columns.ts';
import { refusalKey } from './sheet-footer.tsx';
import { keyOf } from './sheet-store.ts';
import { plainArrangement, plainView, rounded, rowsOf, totalText } from './sheet-view.ts';

/** On a phone: the list of students, then the work of one of them with a field for each grade. */
export function NarrowSheet(props: SheetProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  if (chosen) return <OneStudent {...props} studentId={chosen} onBack={() => setChosen(null)} />;
  return <Students {...props} onChoose={setChosen} />;
}

function Students({ store, mark, onChoose }: SheetProps & { onChoose: (id: string) => void }) {
  const t = useTranslations('teaching-gradebook');
  const [name, setName] = useState('');
  const view = { ...plainView, name };
  const now = useMemo(() => new Date().toISOString(), []);
  const rows = rowsOf(store, { view, columns: [], groups: [], now });
  return (
    <div className="grid gap-4 p-4">
      <h1 className="text-heading font-bold">{t('title')}</h1>
      <TextField label={t('findStudent')} value={name} onChange={(event) => setName(event.target.value)} />
      <List>
        {rows.map((row) => {
          const total = totalText(store, row.student_id, view);
          const label = store.total(row.student_id, null)?.label ?? '';
          return (
            <ListRow
              key={row.student_id}
              title={row.sort_name}
              onPress={() => onChoose(row.student_id)}
              end={
                total === null ? '–' : `${rounded(total, store.book.course.decimals_shown, mark)} ${label}`
              }
            />
          );
        })}
      </List>
    </div>
  );
}

function OneStudent({
  store,
  mark,
  studentId,
  onBack,
}: SheetProps & { studentId: string; onBack: () => void }) {
  const t = useTranslations('teaching-gradebook');
  const { columns } = arrangeColumns(store, { ...plainArrangement, filters: plainView });
  return (
    <div className="grid gap-4 p-4">
      <MarkDrawings />
      <div>
        <Button
          variant="quiet"
          icon={<ArrowLeft aria-hidden className="rtl:-scale-x-100" />}
          onClick={onBack}
        >
          {t('allStudents')}
        </Button>
      </div>
      <h1 className="text-heading font-bold">
        <bdi data-private>{store.row(studentId)?.name}</bdi>
      </h1>
      <ul className="grid gap-3">
        {columns.map((column) => (
          <GradeField key={column.id} store={store} mark={mark} column={column} studentId={studentId} />
        ))}
      </ul>
    </div>
  );
}

function GradeField({
  store,
  mark,
  column,
  studentId,
}: Pick<SheetProps, 'store' | 'mark'> & { column: GradebookColumn; studentId: string }) {
  const t = useTranslations('teaching-gradebook');
  const format = useFormatter();
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
  const due = column.due_at
    ? format.dateTime(new Date(column.due_at), {
        day: 'numeric',
        month: 'short',
        timeZone: store.book.course.time_zone,
      })
    : null;
  const facts = [t('points', { points: column.points_possible }), due];
  const save = () => {
    if (typed !== null && typed.trim() !== stored)
      store.edit([{ ...key, entry: typed.trim() }], 'edit', mark);
    setTyped(null);
  };
  const error =
    pending?.state === 'refused'
      ? t(refusalKey(pending.code))
      : pending?.state === 'conflict' && pending.theirs
        ? t('conflict', {
            name: pending.theirs.graded_by?.name ?? '',
            value: pending.theirs.entry ?? '–',
            time: '',
          })
        : undefined;
  return (
    <li className="border-b border-line pb-3">
      <TextField
        label={column.title}
        hint={facts.filter((fact) => fact !== null).join(' · ')}
        error={error}
        value={typed ?? stored}
        disabled={!store.book.can.edit || isLocked}
        inputMode="text"
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => event.key === 'Enter' && save()}
      />
      {marks.length > 0 && (
        <p className="mt-1 flex flex-wrap gap-x-3 text-small text-ink-2">
          {marks.map((one) => (
            <MarkWords key={one} mark={one} />
          ))}
        </p>
      )}
    </li>
  );
}
