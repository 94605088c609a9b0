'use client';
import type { GradebookColumn } from '@k12/contracts/teaching/gradebook';
import { cellStatus } from '@k12/grading/cell-status';
import { formatPlain, parseDecimal, unitsOf } from '@k12/grading/decimal';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { SelectField } from '@k12/ui/select-field';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { DialogProps } from './sheet-dialogs.tsx';
import type { Edit, EditAction } from './sheet-store.ts';

type Scope = 'empty' | 'missing' | 'all';
type Curve = 'add' | 'scale' | 'percent';

interface FrameProps extends DialogProps {
  title: string;
  edits: Edit[];
  action: EditAction;
  children: React.ReactNode;
}

/** A change of a column, with how many grades it touches before it is made (TCH-98). */
function ColumnDialog({ title, edits, action, children, store, mark, onClose }: FrameProps) {
  const t = useTranslations('teaching-gradebook');
  const overwritten = edits.filter((edit) => (store.cell(edit)?.entry ?? '') !== '').length;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="small"
      title={title}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            disabled={edits.length === 0}
            onClick={() => {
              store.edit(edits, action, mark);
              onClose();
            }}
          >
            {t('apply', { count: edits.length })}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {children}
        <p role="status" className="text-small text-ink-2">
          {t('effect', { count: edits.length, overwritten })}
        </p>
      </div>
    </Dialog>
  );
}

export function FillDialog({ column, ...rest }: DialogProps & { column: GradebookColumn }) {
  const { store, rows, mark } = rest;
  const t = useTranslations('teaching-gradebook');
  const [scope, setScope] = useState<Scope>('empty');
  const [value, setValue] = useState('0');
  const now = new Date().toISOString();
  const isMeant =
    store.understand({ student_id: '', assignment_id: column.id, entry: value }, mark).kind !== 'refused';
  const edits = rows.flatMap(({ student_id }): Edit[] => {
    const key = { student_id, assignment_id: column.id };
    const cell = store.cell(key);
    if (!cell || !isMeant) return [];
    const isChosen =
      scope === 'all' || (scope === 'empty' ? cell.entry === null : cellStatus(cell, column, now).is_missing);
    return isChosen && cell.entry !== value ? [{ ...key, entry: value }] : [];
  });
  return (
    <ColumnDialog {...rest} title={t('fill.title', { title: column.title })} edits={edits} action="fill">
      <SelectField
        label={t('fill.which')}
        value={scope}
        onValueChange={(next) => setScope(next as Scope)}
        options={(['empty', 'missing', 'all'] as const).map((option) => ({
          value: option,
          label: t(`fill.${option}`),
        }))}
      />
      <TextField
        label={t('entry')}
        hint={t('fill.hint')}
        value={value}
        error={isMeant ? undefined : t('refusals.not_understood')}
        onChange={(event) => setValue(event.target.value)}
      />
    </ColumnDialog>
  );
}

export function CurveDialog({ column, ...rest }: DialogProps & { column: GradebookColumn }) {
  const { store, rows } = rest;
  const t = useTranslations('teaching-gradebook');
  const [curve, setCurve] = useState<Curve>('add');
  const [amount, setAmount] = useState('2');
  const graded = rows.flatMap(({ student_id }) => {
    const key = { student_id, assignment_id: column.id };
    const cell = store.cell(key);
    if (cell?.state !== 'graded' || cell.score === null || cell.is_policy) return [];
    return [{ key, score: unitsOf(cell.score) + unitsOf(cell.deduction ?? '0') }];
  });
  const points = unitsOf(column.points_possible);
  const best = Math.max(0, ...graded.map(({ score }) => score));
  const units = parseDecimal(amount);
  const curved = (score: number): number => {
    if (curve === 'add') return score + (units ?? 0);
    if (curve === 'percent') return score + Math.round((points * (units ?? 0)) / 1_000_000);
    return best === 0 ? score : Math.round((score * points) / best);
  };
  const edits = graded.flatMap(({ key, score }): Edit[] => {
    // Two places are as fine as a curve needs to be.
    const entry = formatPlain(Math.round(curved(score) / 100) * 100);
    return entry === store.cell(key)?.entry ? [] : [{ ...key, entry }];
  });
  return (
    <ColumnDialog {...rest} title={t('curve.title', { title: column.title })} edits={edits} action="curve">
      <SelectField
        label={t('curve.how')}
        value={curve}
        onValueChange={(next) => setCurve(next as Curve)}
        options={(['add', 'percent', 'scale'] as const).map((option) => ({
          value: option,
          label: t(`curve.${option}`),
        }))}
      />
      {curve !== 'scale' && (
        <TextField
          label={t('curve.amount')}
          inputMode="decimal"
          value={amount}
          error={units === null ? t('refusals.not_understood') : undefined}
          onChange={(event) => setAmount(event.target.value.replace(',', '.'))}
        />
      )}
    </ColumnDialog>
  );
}
