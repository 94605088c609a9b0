'use client';
import {
  createImport,
  getImportBadRows,
  type StandardImport,
} from '@k12/contracts/planning/standard-imports';
import { FileDrop } from '@k12/ui/file-drop';
import { LinkButton } from '@k12/ui/link-button';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { uploadTo } from '@/lib/api/upload.ts';

interface Props {
  row: StandardImport;
  /** The import that brings the corrected rows. */
  onMove: (id: string) => void;
}

/** The left out rows as a file of their own, and the way back for them when they are put right (UXP-38). */
export function CorrectRows({ row, onMove }: Props) {
  const t = useTranslations('planning-standards.import.correct');
  const attempt = useAttempt();
  const create = useChange(createImport);
  const [busy, setBusy] = useState(false);
  const count = row.counts?.bad ?? 0;
  const take = async ([file]: File[]) => {
    if (!file) return;
    setBusy(true);
    await attempt(async () => {
      const stored = await uploadTo('standards', file);
      const made = await create({ body: { file_id: stored.id, corrects_import_id: row.id } });
      onMove(made.id);
    });
    setBusy(false);
  };
  return (
    <section aria-label={t('title', { count })} className="grid gap-3 rounded-card border border-line p-4">
      <h3 className="text-body font-semibold">{t('title', { count })}</h3>
      <p className="max-w-document text-small text-ink-2">{t('text')}</p>
      <LinkButton
        href={`/api/v1${getImportBadRows.path.replace('{id}', row.id)}`}
        icon={<Download aria-hidden />}
        className="w-fit"
      >
        {t('download', { count })}
      </LinkButton>
      <FileDrop
        label={t('file')}
        accept=".csv,.tsv,.txt"
        disabled={busy}
        onFiles={(files) => void take(files)}
      />
    </section>
  );
}
