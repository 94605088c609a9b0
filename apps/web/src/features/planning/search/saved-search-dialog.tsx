'use client';
import {
  createSavedSearch,
  type SavedSearch,
  type SavedSearchCreate,
  updateSavedSearch,
} from '@k12/contracts/planning/search';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { FormErrorSummary } from '@k12/ui/form-error-summary';
import { TextField } from '@k12/ui/text-field';
import { useToast } from '@k12/ui/toast';
import { useTranslations } from 'next-intl';
import { useChange } from '@/lib/api/hooks.ts';
import { useRecordForm } from '@/lib/forms/record-form.ts';

interface Props {
  /** Null keeps a new one. */
  saved: SavedSearch | null;
  query: SavedSearchCreate['query'];
  onClose: () => void;
}

/** The name under which a search is kept (PLN-164). */
export function SavedSearchDialog({ saved, query, onClose }: Props) {
  const t = useTranslations('planning-search');
  const tc = useTranslations('common');
  const te = useTranslations('errors');
  const toast = useToast();
  const create = useChange(createSavedSearch);
  const update = useChange(updateSavedSearch);
  const form = useRecordForm({
    values: { name: saved?.name ?? '' },
    version: saved?.lock_version,
    send: async ({ name }, headers, lock_version) => {
      if (saved) await update({ params: { id: saved.id }, body: { name, lock_version } });
      else await create({ body: { name, query } }, headers);
      toast.show({ message: saved ? tc('saved') : t('saved') });
      onClose();
    },
  });
  return (
    <Dialog
      open
      size="small"
      title={t(saved ? 'kept.rename' : 'save')}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{tc('cancel')}</Button>
          <Button type="submit" form={form.id} variant="primary" loading={form.sending}>
            {t('keep')}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4 pb-2">
        <FormErrorSummary title={te('check', { count: form.failures.length })} errors={form.failures} />
        <TextField
          {...form.field('name', { label: t('name'), required: true, maxLength: 80 })}
          autoComplete="off"
          dir="auto"
        />
      </form>
    </Dialog>
  );
}
