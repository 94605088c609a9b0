'use client';
import type { Resource } from '@k12/contracts/planning/resource-records';
import { createResource } from '@k12/contracts/planning/resources';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { FormErrorSummary } from '@k12/ui/form-error-summary';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { useChange } from '@/lib/api/hooks.ts';
import { useRecordForm } from '@/lib/forms/record-form.ts';
import { resourceViews } from './use-resource-acts.ts';

interface Props {
  folderId: string | null;
  onClose: () => void;
  onAdded: (resource: Resource) => void;
}

/** An address is enough; the page is asked for its title (PLN-134). */
export function AddLink({ folderId, onClose, onAdded }: Props) {
  const t = useTranslations('planning-resources');
  const tc = useTranslations('common');
  const te = useTranslations('errors');
  const create = useChange(createResource, resourceViews);
  const form = useRecordForm({
    values: { url: '', title: '' },
    send: async ({ url, title }, headers) => {
      const address = /^[a-z][a-z0-9+.-]*:/i.test(url.trim()) ? url.trim() : `https://${url.trim()}`;
      const named = title.trim() ? { title: title.trim() } : {};
      onAdded(await create({ body: { kind: 'link', url: address, ...named, folder_id: folderId } }, headers));
    },
  });
  return (
    <Dialog
      open
      size="small"
      title={t('addLink')}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{tc('cancel')}</Button>
          <Button type="submit" form={form.id} variant="primary" loading={form.sending}>
            {t('add')}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4 pb-2">
        <FormErrorSummary title={te('check', { count: form.failures.length })} errors={form.failures} />
        <TextField
          {...form.field('url', { label: t('address'), required: true })}
          inputMode="url"
          dir="ltr"
          autoComplete="off"
          placeholder="https://"
        />
        <TextField
          {...form.field('title', { label: t('columns.title'), maxLength: 200 })}
          hint={t('titleHint')}
          autoComplete="off"
          dir="auto"
        />
      </form>
    </Dialog>
  );
}
