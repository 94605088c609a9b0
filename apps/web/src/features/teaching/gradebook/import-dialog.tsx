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
import { FileText } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { callApi } from '@/lib/api/browser.ts';
import { uploadTo } from '@/lib/api/upload.ts';
import { ImportPreview } from './import-preview.tsx';
import { type NewColumns, NewColumnsPart } from './new-columns-part.tsx';
import type { DialogProps } from './sheet-dialogs.tsx';
import type { SheetStore } from './sheet-store.ts';
import { useTakeBack } from './use-take-back.ts';

/** A file of grades: what it would change first, then the changes as one act with its way back (TCH-130, TCH-131). */
export function ImportDialog({ store, onClose }: DialogProps) {
  const t = useTranslations('teaching-gradebook');
  const { file, preview, error, isBusy, columns, setColumns, read, apply, forget } = useImport(
    store,
    onClose,
  );
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
        {!preview && (
          <FileDrop
            label={t('import.file')}
            accept=".csv,.tsv,.txt,text/csv"
            onFiles={([chosen]) => chosen && void read(chosen)}
          />
        )}
        {file && <Chosen name={file} onOther={preview ? forget : undefined} />}
        {error && (
          <p role="alert" className="text-body text-bad">
            {error}
          </p>
        )}
        {preview && <ImportPreview preview={preview} />}
        {preview && preview.unknown_columns.length > 0 && (
          <NewColumnsPart
            courseId={store.book.course.id}
            names={preview.unknown_columns}
            columns={columns}
            onChange={setColumns}
          />
        )}
      </div>
    </Dialog>
  );
}

function useImport(store: SheetStore, onClose: () => void) {
  const t = useTranslations('teaching-gradebook');
  const toast = useToast();
  const takeBack = useTakeBack(store);
  const faultOf = useFault();
  const [file, setFile] = useState<string | null>(null);
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
      setError(faultOf(failure));
    }
    setBusy(false);
  };
  const read = (chosen: File) =>
    attempt(async () => {
      setFile(chosen.name);
      const { id: file_id } = await uploadTo('grades', chosen);
      const body = { file_name: chosen.name, file_id };
      setColumns({});
      setPreview(await callApi(createGradebookImport, { params: { id }, body }));
    });
  const apply = () =>
    attempt(async () => {
      if (!preview) return;
      const body = { create_columns: Object.values(columns) };
      const done = await callApi(applyGradebookImport, { params: { id: preview.id }, body });
      store.load(await callApi(getGradebook, { params: { id }, query: {} }), 'own');
      const set = done.change_set_id;
      if (set) store.keepSet(set, () => void takeBack(set));
      toast.show({
        message: t('import.done', { count: done.saved_count, skipped: done.skipped.length }),
        ...(set && { action: { label: t('revert'), onPress: () => void takeBack(set) } }),
      });
      onClose();
    });
  const forget = () => {
    setPreview(null);
    setFile(null);
  };
  return { file, preview, error, isBusy, columns, setColumns, read, apply, forget };
}

const faults = new Set([
  ...['not_csv', 'too_large', 'too_many_columns', 'too_many_rows', 'broken_quoting'],
  ...['content_mismatch', 'type_mismatch', 'type_not_accepted', 'executable', 'encrypted', 'infected'],
]);

/** Why a file cannot be read, in the reader's language; the server names the line. */
function useFault() {
  const t = useTranslations('teaching-gradebook');
  return (failure: unknown): string => {
    if (!(failure instanceof ApiProblem)) return t('failed');
    const { errors = [], code, title } = failure.problem;
    const words = errors.map(({ code: fault, detail }) => {
      if (!faults.has(fault)) return detail;
      const line = /^Line (\d+)/.exec(detail)?.[1];
      const said = t(`import.faults.${fault}` as 'import.faults.not_csv');
      return line && Number(line) > 1 ? t('import.atLine', { line, fault: said }) : said;
    });
    if (words.length > 0) return words.join(' ');
    return faults.has(code) ? t(`import.faults.${code}` as 'import.faults.not_csv') : title;
  };
}

function Chosen({ name, onOther }: { name: string; onOther: (() => void) | undefined }) {
  const t = useTranslations('teaching-gradebook');
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-body">
      <FileText aria-hidden className="text-ink-3" />
      <bdi className="min-w-0 font-medium [overflow-wrap:anywhere]">{name}</bdi>
      {onOther && (
        <Button size="small" variant="quiet" onClick={onOther}>
          {t('import.other')}
        </Button>
      )}
    </p>
  );
}
