'use client';
import { listGradeHistory } from '@k12/contracts/teaching/totals';
import { formatEntry } from '@k12/grading/entry';
import { statisticsOf } from '@k12/grading/statistics';
import { Button } from '@k12/ui/button';
import { IconButton } from '@k12/ui/icon-button';
import { HelpCircle } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { MarkWords } from './cell-marks.tsx';
import { isCellLocked, marksOf } from './cell-status.ts';
import { type CellKey, keyOf, type SheetStore } from './sheet-store.ts';
import { rounded } from './sheet-view.ts';

interface Props {
  store: SheetStore;
  activeKey: CellKey;
  selected: readonly CellKey[];
  now: string;
  mark: '.' | ',';
  isDropped: boolean;
  onKeys: () => void;
  onUseMine: (key: CellKey) => void;
}

/** What the chosen cell is made of: entered, late, what counts, who graded it. */
export function SheetFooter(props: Props) {
  const { store, activeKey, selected, mark, onKeys, onUseMine } = props;
  const t = useTranslations('teaching-gradebook');
  const column = store.column(activeKey.assignment_id);
  const row = store.row(activeKey.student_id);
  const pending = store.pending.get(keyOf(activeKey));
  return (
    <footer className="flex min-h-cell flex-wrap items-center gap-x-5 gap-y-1 border-t border-line bg-canvas px-5 py-1 text-small text-ink-2">
      {column && row && (
        <span className="truncate">
          <bdi>{column.title}</bdi>, <bdi data-private>{row.sort_name}</bdi>
        </span>
      )}
      {pending?.state === 'conflict' && pending.theirs ? (
        <Conflict store={store} activeKey={activeKey} onUseMine={onUseMine} />
      ) : (
        <CellFacts {...props} />
      )}
      <span className="ms-auto flex items-center gap-4">
        {selected.length > 1 && <Selected store={store} keys={selected} mark={mark} />}
        <IconButton
          size="small"
          variant="quiet"
          label={t('keys.title')}
          icon={<HelpCircle aria-hidden />}
          onClick={onKeys}
        />
      </span>
    </footer>
  );
}

export function CellFacts({
  store,
  activeKey,
  now,
  mark,
  isDropped,
}: Pick<Props, 'store' | 'activeKey' | 'now' | 'mark' | 'isDropped'>) {
  const t = useTranslations('teaching-gradebook');
  const column = store.column(activeKey.assignment_id);
  const cell = store.cell(activeKey);
  const pending = store.pending.get(keyOf(activeKey));
  if (!column) return null;
  if (!cell) return <span>{t('notAssigned')}</span>;
  if (cell.is_anonymous) return <MarkWords mark="anonymous" />;
  const strong = (chunks: React.ReactNode) => <b className="font-semibold text-ink">{chunks}</b>;
  const isLocked = isCellLocked(cell, column, store.periods);
  const marks = marksOf(cell, column, { now, isDropped, isLocked, pending: pending?.state });
  const isLate = marks.includes('late');
  return (
    <>
      {pending?.state === 'refused' && (
        <span role="alert" className="text-bad">
          {t(refusalKey(pending.code))}
        </span>
      )}
      {cell.entry && <span>{t.rich('entered', { value: formatEntry(cell.entry, mark), strong })}</span>}
      {marks.map((one) => (
        <MarkWords key={one} mark={one} />
      ))}
      {isLate && (
        <span>
          {t('lateBy', { hours: Math.max(1, Math.round(cell.late_minutes / 60)) })}
          {cell.deduction && `, −${formatEntry(cell.deduction, mark)}`}
        </span>
      )}
      {cell.score && cell.deduction && (
        <span>
          {t.rich('countsAs', {
            value: formatEntry(cell.score, mark),
            points: column.points_possible,
            strong,
          })}
        </span>
      )}
      {cell.state !== 'none' && <GradedBy store={store} activeKey={activeKey} version={cell.version} />}
    </>
  );
}

const refusals = new Set([
  'score_negative',
  'confirm_high',
  'no_points',
  'no_score_wanted',
  'too_precise',
  'too_large',
  'not_understood',
  'not_assigned',
  'period_locked',
  'anonymous',
  'excused',
]);

export function refusalKey(code: string | undefined): 'refusals.other' {
  return `refusals.${code && refusals.has(code) ? code : 'other'}` as 'refusals.other';
}

/** Asked for when the cell has been chosen for a moment, so that moving through cells asks nothing. */
function GradedBy({ store, activeKey, version }: { store: SheetStore; activeKey: CellKey; version: number }) {
  const t = useTranslations('teaching-gradebook');
  const format = useFormatter();
  const [settled, setSettled] = useState<string | null>(null);
  const wanted = `${keyOf(activeKey)}/${version}`;
  useEffect(() => {
    const timer = setTimeout(() => setSettled(wanted), 350);
    return () => clearTimeout(timer);
  }, [wanted]);
  const request = { params: { id: store.book.course.id }, query: { ...activeKey, limit: 1 } };
  const { data } = useApi(listGradeHistory, settled === wanted ? request : null);
  const [change] = settled === wanted ? (data?.data ?? []) : [];
  if (!change?.changed_by || change.student_id !== activeKey.student_id) return null;
  return (
    <span>
      {t('gradedBy', {
        name: change.changed_by.name,
        time: format.dateTime(new Date(change.changed_at), { dateStyle: 'medium', timeStyle: 'short' }),
      })}
    </span>
  );
}

function Conflict({ store, activeKey, onUseMine }: Pick<Props, 'store' | 'activeKey' | 'onUseMine'>) {
  const t = useTranslations('teaching-gradebook');
  const format = useFormatter();
  const pending = store.pending.get(keyOf(activeKey));
  const theirs = pending?.theirs;
  if (!pending || !theirs) return null;
  return (
    <span role="alert" className="flex flex-wrap items-center gap-2 text-warn">
      {t('conflict', {
        name: theirs.graded_by?.name ?? '',
        value: theirs.entry ?? '–',
        time: theirs.graded_at ? format.dateTime(new Date(theirs.graded_at), { timeStyle: 'short' }) : '',
      })}
      <Button
        size="small"
        onClick={() => {
          store.take(theirs);
          store.drop(keyOf(activeKey));
        }}
      >
        {t('keepTheirs')}
      </Button>
      <Button size="small" variant="primary" onClick={() => onUseMine(activeKey)}>
        {t('useMine', { value: pending.entry })}
      </Button>
    </span>
  );
}

function Selected({ store, keys, mark }: { store: SheetStore; keys: readonly CellKey[]; mark: '.' | ',' }) {
  const t = useTranslations('teaching-gradebook');
  const scores = keys.flatMap((key) => store.cell(key)?.score ?? []);
  const { mean } = statisticsOf(scores);
  return (
    <span>
      {t('selected', { count: keys.length })}
      {mean !== null && ` · ${t('mean', { value: rounded(mean, 1, mark) })}`}
    </span>
  );
}
