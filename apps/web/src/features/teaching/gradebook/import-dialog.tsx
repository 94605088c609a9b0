'use client';
import { ApiProblem } from '@k12/contracts/client';
import { getGradebook } from '@k12/contracts/teaching/gradebook';
import {
  applyGradebookImport,
  createGradebookImport,
  type GradebookImport,
} from '@k12/contracts/teaching/gradebook-csv';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { FileDrop } from '@k12/ui/file-drop';
import { useToast } from '@k12/ui/toast';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { callApi } from '@/lib/api/browser.ts';
import { uploadTo } from '@/lib/api/upload.ts';
import { saveFile } from '@/lib/save-file.ts';
import { type NewColumns, NewColumnsPart } from './new-columns-part.tsx';
import { cellsToCorrect, tableToCorrect } from './rows-to-correct.ts';
import type { DialogProps } from './sheet-dialogs.tsx';
import { refusalKey } from './sheet-footer.tsx';

const outcomes = ['change', 'same', 'conflict', 'refused', 'unknown_student', 'duplicate_row'] as const;
const shownRows = 200;

/** A file of grades: what it would change first, then the changes as one act (TCH-130, TCH-131). */
export function ImportDialog({ store, onClose }: DialogProps) {
  const t = useTranslations('teaching-gradebook');
  const toast = useToast();
  const [preview, setPreview] = useState<GradebookImport | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [columns, setColumns] = useState<NewColumns>({});
  const { id } = store.book.course;
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (failure) {
      const details =
        failure instanceof ApiProblem ? failure.problem.errors?.map(({ detail }) => detail) : null;
      setError(details?.join(' ') || t('failed'));
    }
    setBusy(false);
  };
  const read = (file: File) =>
    attempt(async () => {
      const { id: file_id } = await uploadTo('grades', file);
      const body = { file_name: file.name, file_id };
      setColumns({});
      setPreview(await callApi(createGradebookImport, { params: { id }, body }));
    });
  const apply = () =>
    attempt(async () => {
      if (!preview) return;
      const body = { create_columns: Object.values(columns) };
      const { saved_count } = await callApi(applyGradebookImport, { params: { id: preview.id }, body });
      store.load(await callApi(getGradebook, { params: { id }, query: {} }));
      toast.show({ message: t('import.done', { count: saved_count }) });
      onClose();
    });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="large"
      title={t('import.title')}
      description={t('import.text')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            loading={isBusy}
            disabled={!preview?.counts.change && Object.keys(columns).length === 0}
            onClick={apply}
          >
            {t('apply', { count: preview?.counts.change ?? 0 })}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <FileChoice onFile={(file) => void read(file)} />
        {error && (
          <p role="alert" className="text-body text-bad">
            {error}
          </p>
        )}
        {preview && <Preview preview={preview} />}
        {preview && preview.unknown_columns.length > 0 && (
          <NewColumnsPart
            courseId={id}
            names={preview.unknown_columns}
            columns={columns}
            onChange={setColumns}
          />
        )}
      </div>
    </Dialog>
  );
}

function FileChoice({ onFile }: { onFile: (file: File) => void }) {
  const t = useTranslations('teaching-gradebook');
  return (
    <FileDrop
      label={t('import.file')}
      accept=".csv,.tsv,.txt,text/csv"
      onFiles={([file]) => file && onFile(file)}
    />
  );
}

function Preview({ preview }: { preview: GradebookImport }) {
  const t = useTranslations('teaching-gradebook');
  return (
    <>
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-body">
        {outcomes.map((outcome) => (
          <li key={outcome}>{t(`import.${outcome}`, { count: preview.counts[outcome] })}</li>
        ))}
      </ul>
      {cellsToCorrect(preview.cells).length > 0 && (
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
      <ul className="grid max-h-80 gap-1 overflow-y-auto text-small">
        {preview.cells.slice(0, shownRows).map((cell) => (
          <li
            key={`${cell.line}/${cell.assignment_id}`}
            className="grid grid-cols-[2.5rem_1fr_1fr_auto_auto] gap-3 border-b border-line py-1"
          >
            <span className="text-ink-3 tabular-nums">{cell.line}</span>
            <bdi data-private>{cell.student}</bdi>
            <bdi className="truncate">{cell.column}</bdi>
            <span className="tabular-nums">
              {cell.before ?? '–'} → {cell.after || '–'}
            </span>
            <span className={cell.outcome === 'change' ? 'text-ok' : 'text-bad'}>
              {cell.outcome === 'refused'
                ? t(refusalKey(cell.code ?? undefined))
                : t(`import.outcomes.${cell.outcome}`)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
