'use client';
import type { GradebookImport, ImportedCell } from '@k12/contracts/teaching/gradebook-csv';
import { Badge } from '@k12/ui/badge';
import { Button } from '@k12/ui/button';
import { SimpleTable } from '@k12/ui/simple-table';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { saveFile } from '@/lib/save-file.ts';
import { cellsToCorrect, tableToCorrect } from './rows-to-correct.ts';
import { refusalKey } from './sheet-footer.tsx';

const outcomes = ['change', 'same', 'conflict', 'refused', 'unknown_student', 'duplicate_row'] as const;
const shownCells = 200;

/** What a file would change, cell by cell, and what of it cannot be taken (TCH-130). */
export function ImportPreview({ preview }: { preview: GradebookImport }) {
  const t = useTranslations('teaching-gradebook');
  const { counts } = preview;
  const bad = cellsToCorrect(preview.cells);
  // What needs an eye stands first; the rest is as in the file.
  const cells = [...bad, ...preview.cells.filter((cell) => !bad.includes(cell))];
  const shown = outcomes.filter((outcome) => outcome === 'change' || counts[outcome] > 0);
  return (
    <>
      <ul className="flex flex-wrap gap-2">
        {shown.map((outcome) => (
          <li key={outcome}>
            <Badge tone={outcome === 'change' ? 'ok' : outcome === 'same' ? 'neutral' : 'warn'}>
              {t(`import.${outcome}`, { count: counts[outcome] })}
            </Badge>
          </li>
        ))}
      </ul>
      {bad.length > 0 && (
        <Button
          size="small"
          className="justify-self-start"
          icon={<Download aria-hidden />}
          onClick={() =>
            saveFile(
              new Blob(['\ufeff', tableToCorrect(preview.cells)], { type: 'text/csv' }),
              preview.file_name,
            )
          }
        >
          {t('import.toCorrect')}
        </Button>
      )}
      {cells.length > 0 && <Cells cells={cells.slice(0, shownCells)} />}
      {cells.length > shownCells && (
        <p className="text-small text-ink-2">{t('import.more', { count: cells.length - shownCells })}</p>
      )}
    </>
  );
}

function Cells({ cells }: { cells: readonly ImportedCell[] }) {
  const t = useTranslations('teaching-gradebook');
  const refusal = ({ code }: ImportedCell) =>
    code === 'not_understood' ? t('import.notUnderstood') : t(refusalKey(code ?? undefined));
  return (
    <SimpleTable
      label={t('import.preview')}
      rows={cells}
      rowKey={({ line, column, assignment_id }) => `${line}/${assignment_id ?? column}`}
      columns={[
        { key: 'student', header: t('student'), cell: (cell) => <bdi data-private>{cell.student}</bdi> },
        { key: 'column', header: t('import.column'), cell: (cell) => <bdi>{cell.column}</bdi> },
        {
          key: 'grade',
          header: t('entry'),
          align: 'end',
          cell: ({ before, after }) => (
            <bdi dir="ltr" className="whitespace-nowrap">
              {before && <span className="text-ink-3">{before} → </span>}
              {after || '–'}
            </bdi>
          ),
        },
        {
          key: 'outcome',
          header: t('import.outcome'),
          cell: (cell) => (
            <span className={cell.outcome === 'change' ? 'text-ok' : 'text-warn'}>
              {cell.outcome === 'refused' ? refusal(cell) : t(`import.outcomes.${cell.outcome}`)}
            </span>
          ),
        },
        {
          key: 'line',
          header: t('import.line'),
          align: 'end',
          cell: ({ line }) => <span className="text-ink-3">{line}</span>,
        },
      ]}
    />
  );
}
