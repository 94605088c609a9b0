'use client';
import { type AuditQuery, exportAuditLog } from '@k12/contracts/operations/audit-log';
import { TextArea } from '@k12/ui/text-area';
import { useTranslations } from 'next-intl';
import { callApi } from '@/lib/api/browser.ts';
import { FormDrawer } from '@/lib/forms/form-drawer.tsx';
import { textOf, useSubmit } from '@/lib/forms/submit.ts';
import { saveFile } from '@/lib/save-file.ts';

interface Props {
  /** The filters of the page: what is on the screen is what leaves. */
  query: Partial<AuditQuery>;
  onClose: () => void;
}

/** A copy for an auditor, with a reason that stays in the log itself (PRV-126). */
export function ExportLog({ query, onClose }: Props) {
  const t = useTranslations('audit.export');
  const form = useSubmit(['reason'], async (values) => {
    const table = await callApi(exportAuditLog, { query: { ...query, reason: textOf(values, 'reason') } });
    saveFile(new Blob([table], { type: 'text/csv;charset=utf-8' }), 'audit-log.csv');
    onClose();
  });
  return (
    <FormDrawer
      title={t('title')}
      description={t('text', { count: Object.keys(query).length })}
      action={t('action')}
      form={form}
      onClose={onClose}
    >
      <TextArea
        id="reason"
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        required
        maxLength={500}
        error={form.failure?.fields.reason}
      />
    </FormDrawer>
  );
}
