'use client';
import { createSupportGrant } from '@k12/contracts/identity/support-grants';
import { Button } from '@k12/ui/button';
import { Drawer } from '@k12/ui/drawer';
import { FormErrorSummary } from '@k12/ui/form-error-summary';
import { useTranslations } from 'next-intl';
import { useChange } from '@/lib/api/hooks.ts';
import { useRecordForm } from '@/lib/forms/record-form.ts';
import { useCloseGuard } from '@/lib/forms/unsaved-guard.ts';
import { useSession } from '@/lib/session-context.tsx';
import { emptyGrant, GrantFields, useGrantChoices } from './grant-fields.tsx';

/** The organisation lets operators in by itself, for as long as it says. */
export function GrantOffer({ onClose }: { onClose: () => void }) {
  const t = useTranslations('support');
  const tc = useTranslations('common');
  const te = useTranslations('errors');
  const { me } = useSession();
  const choices = useGrantChoices();
  const create = useChange(createSupportGrant);
  const form = useRecordForm({
    values: emptyGrant,
    send: async (values, headers) => {
      await create({ body: choices.bodyOf(values) }, headers);
      onClose();
    },
  });
  const close = useCloseGuard(form.dirty, onClose);
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && close()}
      title={t('offer')}
      description={t('offerText')}
      footer={
        <>
          <Button onClick={close}>{tc('cancel')}</Button>
          <Button type="submit" form={form.id} variant="primary" loading={form.sending}>
            {t('offerAction')}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4">
        <FormErrorSummary title={te('check', { count: form.failures.length })} errors={form.failures} />
        <GrantFields form={form} choices={choices} schools={me.schools} />
      </form>
    </Drawer>
  );
}
