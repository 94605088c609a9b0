'use client';
import { breakGlass, requestSupportGrant } from '@k12/contracts/identity/support-grants';
import type { Tenant } from '@k12/contracts/identity/tenants';
import { Button } from '@k12/ui/button';
import { Drawer } from '@k12/ui/drawer';
import { FormErrorSummary } from '@k12/ui/form-error-summary';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useChange } from '@/lib/api/hooks.ts';
import { useRecordForm } from '@/lib/forms/record-form.ts';
import { useCloseGuard } from '@/lib/forms/unsaved-guard.ts';
import { paths } from '@/lib/paths.ts';
import { emptyGrant, GrantFields, useGrantChoices } from './grant-fields.tsx';

interface Props {
  tenant: Tenant;
  kind: 'ask' | 'emergency';
  onClose: () => void;
}

/** An operator asks to be let in; the emergency way needs a second operator instead of the organisation. */
export function GrantRequest({ tenant, kind, onClose }: Props) {
  const t = useTranslations('support');
  const tc = useTranslations('common');
  const te = useTranslations('errors');
  const router = useRouter();
  const choices = useGrantChoices();
  const send = useChange(kind === 'ask' ? requestSupportGrant : breakGlass);
  const form = useRecordForm({
    values: emptyGrant,
    send: async (values, headers) => {
      await send({ params: { id: tenant.id }, body: choices.bodyOf(values) }, headers);
      onClose();
      router.push(paths.platformSupport());
    },
  });
  const close = useCloseGuard(form.dirty, onClose);
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && close()}
      title={t(`${kind}Title`, { name: tenant.name })}
      description={t(`${kind}Text`)}
      footer={
        <>
          <Button onClick={close}>{tc('cancel')}</Button>
          <Button type="submit" form={form.id} variant="primary" loading={form.sending}>
            {t('send')}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4">
        <FormErrorSummary title={te('check', { count: form.failures.length })} errors={form.failures} />
        <GrantFields form={form} choices={choices} />
      </form>
    </Drawer>
  );
}
