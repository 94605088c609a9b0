'use client';
import { ApiProblem } from '@k12/contracts/client';
import { createUserImport } from '@k12/contracts/identity/user-imports';
import { FileDrop } from '@k12/ui/file-drop';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '@/lib/api/hooks.ts';
import { uploadTo } from '@/lib/api/upload.ts';

export function ChooseTable({ onRead }: { onRead: (id: string) => void }) {
  const t = useTranslations('people-import');
  const create = useChange(createUserImport);
  const faultOf = useTableFault();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const take = async ([file]: File[]) => {
    if (!file) return;
    setBusy(true);
    setFault(null);
    try {
      const { id } = await uploadTo('import', file);
      onRead((await create({ body: { file_id: id } })).id);
    } catch (error) {
      setFault(faultOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="grid max-w-form gap-6">
      <FileDrop
        label={t('file')}
        hint={t('fileHint')}
        error={fault ?? undefined}
        accept=".csv,text/csv"
        disabled={busy}
        onFiles={(files) => void take(files)}
      />
      <section className="grid gap-2 text-body text-ink-2" aria-label={t('columnsTitle')}>
        <h2 className="text-body font-semibold text-ink">{t('columnsTitle')}</h2>
        <p>{t('columnsText')}</p>
        <p>{t('nothingYet')}</p>
      </section>
    </div>
  );
}

const faults = [
  'not_csv',
  'too_large',
  'too_many_columns',
  'too_many_rows',
  'broken_quoting',
  'holds_passwords',
] as const;

/** Why a table cannot be read, in the language of the page; the server names the line. */
function useTableFault() {
  const t = useTranslations('people-import');
  return (error: unknown): string => {
    if (!(error instanceof ApiProblem)) return t('failed');
    if (error.problem.status === 413) return t('faults.too_large');
    const [first] = error.problem.errors ?? [];
    const known = faults.find((code) => code === first?.code);
    if (!known) return first ? t('faults.not_csv') : error.message;
    const line = Number(/^Line (\d+)/.exec(first?.detail ?? '')?.[1] ?? 1);
    return line > 1 ? t('atLine', { line, fault: t(`faults.${known}`) }) : t(`faults.${known}`);
  };
}
