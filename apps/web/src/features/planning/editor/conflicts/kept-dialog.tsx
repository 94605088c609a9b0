'use client';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useDates } from '@/lib/dates.ts';
import type { Autosave } from '../autosave/autosave.ts';
import type { KeptRecord } from '../autosave/draft-wire.ts';
import { keptDifferences } from '../autosave/kept-differences.ts';
import { keptEdits } from '../autosave/kept-edits.ts';
import type { PlanDocument } from '../document/plan-document.ts';
import { type LabelOf, useSaid } from './said.ts';
import { WordMarks } from './word-marks.tsx';

interface Props {
  record: KeptRecord;
  document: PlanDocument;
  autosave: Autosave;
  labelOf: LabelOf;
  onSettled: () => void;
}

/** Edits of an earlier visit that may not have arrived: when they were made, and what they would change (PLN-04). */
export function KeptDialog({ record, document, autosave, labelOf, onSettled }: Props) {
  const t = useTranslations('planning-editor.kept');
  const dates = useDates();
  const said = useSaid();
  const differences = useMemo(() => keptDifferences(document.content(), record), [document, record]);
  const drop = async () => {
    await keptEdits(record.owner).remove(record.id);
    onSettled();
  };
  const use = async () => {
    onSettled();
    await autosave.takeOver(record);
  };
  return (
    <Dialog
      open
      urgent
      size="large"
      title={t('title')}
      description={t('text', { time: dates.instant(record.edited_at) })}
      footer={
        <>
          <Button onClick={drop}>{t('drop')}</Button>
          <Button variant="primary" onClick={use}>
            {t('use')}
          </Button>
        </>
      }
    >
      <ul className="grid gap-4 pb-2">
        {differences.map(({ path, before, after }) => (
          <li key={path} className="grid gap-1.5">
            <h3 className="text-body font-semibold">{labelOf(path)}</h3>
            <div className="rounded-card border border-line bg-raised p-3">
              <WordMarks
                label={labelOf(path)}
                from={before === undefined ? '' : said(before)}
                to={after === undefined ? '' : said(after)}
              />
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
