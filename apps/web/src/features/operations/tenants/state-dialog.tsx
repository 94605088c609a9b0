'use client';
import { resumeTenant, suspendTenant, type Tenant } from '@k12/contracts/identity/tenants';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { FormErrorSummary } from '@k12/ui/form-error-summary';
import { TextArea } from '@k12/ui/text-area';
import { useTranslations } from 'next-intl';
import { useChange } from '@/lib/api/hooks.ts';
import { useRecordForm } from '@/lib/forms/record-form.ts';

interface Props {
  tenant: Tenant;
  change: 'suspend' | 'resume';
  onClose: () => void;
}

/** Names the organisation and what follows for its people, and asks why (UXP-36). */
export function StateDialog({ tenant, change, onClose }: Props) {
  const t = useTranslations('operators');
  const tc = useTranslations('common');
  const te = useTranslations('errors');
  const send = useChange(change === 'suspend' ? suspendTenant : resumeTenant);
  const form = useRecordForm({
    values: { reason: '' },
    send: async (body) => {
      await send({ params: { id: tenant.id }, body });
      onClose();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`${change}Title`, { name: tenant.name })}
      description={t(`${change}Text`, { count: tenant.users_count })}
      footer={
        <>
          <Button onClick={onClose}>{tc('cancel')}</Button>
          <Button
            type="submit"
            form={form.id}
            variant={change === 'suspend' ? 'danger' : 'primary'}
            loading={form.sending}
          >
            {t(change)}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4">
        <FormErrorSummary title={te('check', { count: form.failures.length })} errors={form.failures} />
        <TextArea
          {...form.field('reason', { label: t('reason'), required: true, maxLength: 500 })}
          hint={t('reasonHint')}
          rows={3}
        />
      </form>
    </Dialog>
  );
}
