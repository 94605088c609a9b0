'use client';
import { type OperatorGrant, useSupportGrant as startUse } from '@k12/contracts/identity/support-grants';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { FormErrorSummary } from '@k12/ui/form-error-summary';
import { TextArea } from '@k12/ui/text-area';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { callApi } from '@/lib/api/browser.ts';
import { useRecordForm } from '@/lib/forms/record-form.ts';

/** Whom to see the product as; the person is told afterwards (IDN-98). */
export function UseGrant({ grant, onClose }: { grant: OperatorGrant; onClose: () => void }) {
  const t = useTranslations('support');
  const tc = useTranslations('common');
  const te = useTranslations('errors');
  const form = useRecordForm({
    values: { user_id: grant.user_id ?? '', reason: grant.reason },
    send: async (body) => {
      const params = { id: grant.tenant.id, grant_id: grant.id };
      const { home } = await callApi(startUse, { params, body });
      // A full load: nothing of the own account stays in memory (UXP-40).
      window.location.assign(home);
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('useTitle', { name: grant.tenant.name })}
      description={t('useText')}
      footer={
        <>
          <Button onClick={onClose}>{tc('cancel')}</Button>
          <Button type="submit" form={form.id} variant="primary" loading={form.sending}>
            {t('use')}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4">
        <FormErrorSummary title={te('check', { count: form.failures.length })} errors={form.failures} />
        <TextField
          {...form.field('user_id', { label: t('userId'), required: true })}
          hint={t('userIdHint')}
          autoComplete="off"
          spellCheck={false}
        />
        <TextArea
          {...form.field('reason', { label: t('reason'), required: true, maxLength: 500 })}
          rows={3}
        />
      </form>
    </Dialog>
  );
}
