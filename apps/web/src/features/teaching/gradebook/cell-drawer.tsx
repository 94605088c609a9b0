'use client';
import { Button } from '@k12/ui/button';
import { Drawer } from '@k12/ui/drawer';
import { LinkButton } from '@k12/ui/link-button';
import { SelectField } from '@k12/ui/select-field';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { paths } from '@/lib/paths.ts';
import { isCellLocked } from './cell-status.ts';
import { Changes } from './history-drawer.tsx';
import type { DialogProps } from './sheet-dialogs.tsx';
import { CellFacts } from './sheet-footer.tsx';
import type { CellKey } from './sheet-store.ts';

const ExtendDialog = dynamic(
  loaded(() => import('../dates/extend-dialog.tsx').then((module) => module.ExtendDialog)),
  { loading: nothingYet },
);

const statuses = ['auto', 'late', 'not_late', 'missing', 'not_missing'] as const;
type Status = (typeof statuses)[number];

/** One cell: what it is made of, what one does about it, and who changed it (TCH-34, TCH-43, TCH-94, TCH-186). */
export function CellDrawer({ cellKey, ...props }: DialogProps & { cellKey: CellKey }) {
  const { store, onClose, onOpened, mark, view } = props;
  const t = useTranslations('teaching-gradebook');
  const [extends_, setExtends] = useState(false);
  const { student_id, assignment_id } = cellKey;
  const { id: courseId, time_zone } = store.book.course;
  const column = store.column(assignment_id);
  const row = store.row(student_id);
  if (!column || !row) return null;
  const cell = store.cell(cellKey);
  const isOpen = store.book.can.edit && cell !== undefined && !isCellLocked(cell, column, store.periods);
  const period_id = view.period_id;
  const isDropped = store.total(student_id, period_id)?.dropped.includes(assignment_id) ?? false;
  if (extends_)
    return (
      <ExtendDialog
        courseId={courseId}
        timeZone={time_zone}
        students={[{ id: student_id, name: row.name }]}
        assignments={[{ id: assignment_id, title: column.title }]}
        onClose={onClose}
      />
    );
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      title={<bdi data-private>{row.name}</bdi>}
      description={<bdi>{column.title}</bdi>}
    >
      <div className="grid gap-6">
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-small text-ink-2 empty:hidden">
          <CellFacts {...{ store, mark, isDropped }} activeKey={cellKey} now={new Date().toISOString()} />
        </p>
        {cell && !cell.is_anonymous && (
          <div className="flex flex-wrap gap-2">
            <LinkButton size="small" href={paths.gradeWork(courseId, assignment_id, student_id)}>
              {t('cell.work')}
            </LinkButton>
            {isOpen && (
              <Button size="small" onClick={() => setExtends(true)}>
                {t('cell.extend')}
              </Button>
            )}
            <LinkButton size="small" href={paths.familyView(courseId, student_id, { work: assignment_id })}>
              {t('cell.family')}
            </LinkButton>
            <Button size="small" onClick={() => onOpened({ kind: 'explain', student_id, period_id })}>
              {t('cell.total')}
            </Button>
          </div>
        )}
        {cell && isOpen && !cell.is_anonymous && (
          <SelectField
            label={t('cell.status')}
            value={statuses.find((one) => one === cell.override) ?? 'auto'}
            onValueChange={(next) => {
              const status_override = next === 'auto' ? null : (next as Exclude<Status, 'auto'>);
              store.edit([{ ...cellKey, entry: cell.entry ?? '', status_override }], 'edit', mark);
            }}
            options={statuses.map((value) => ({ value, label: t(`cell.statuses.${value}`) }))}
          />
        )}
        <section aria-label={t('history')}>
          <h3 className="mb-2 font-semibold text-large">{t('history')}</h3>
          <Changes store={store} filter={cellKey} />
        </section>
      </div>
    </Drawer>
  );
}
