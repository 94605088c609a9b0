'use client';
import { discardJob, type OperatorJob } from '@k12/contracts/operations/jobs';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { FormErrorSummary } from '@k12/ui/form-error-summary';
import { TextArea } from '@k12/ui/text-area';
import { useTranslations } from 'next-intl';
import { useChange } from '@/lib/api/hooks.ts';
import { useRecordForm } from '@/lib/forms/record-form.ts';
import { useKindName } from './job-words.ts';

/** Work that is given up never runs; why stands in the audit log (OPS-105, UXP-36). */
export function DiscardDialog({ job, onClose }: { job: OperatorJob; onClose: () => void }) {
  const t = useTranslations('operations.jobs');
  const tc = useTranslations('common');
  const te = useTranslations('errors');
  const to = useTranslations('operators');
  const kindName = useKindName();
  const discard = useChange(discardJob);
  const form = useRecordForm({
    values: { reason: '' },
    send: async (body) => {
      await discard({ params: { id: job.id }, body });
      onClose();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('discardTitle', { name: kindName(job.kind) })}
      description={t('discardText')}
      footer={
        <>
          <Button onClick={onClose}>{tc('cancel')}</Button>
          <Button type="submit" form={form.id} variant="danger" loading={form.sending}>
            {t('discard')}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4">
        <FormErrorSummary title={te('check', { count: form.failures.length })} errors={form.failures} />
        <TextArea
          {...form.field('reason', { label: to('reason'), required: true, maxLength: 500 })}
          hint={to('reasonHint')}
          rows={3}
        />
      </form>
    </Dialog>
  );
}
