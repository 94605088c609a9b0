'use client';
import { createDocumentLink, LinkType } from '@k12/contracts/planning/document-links';
import { listCurriculumDocuments, listUnitPlans } from '@k12/contracts/planning/plans';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { FormErrorSummary } from '@k12/ui/form-error-summary';
import { type PersonOption, SearchPicker } from '@k12/ui/person-picker';
import { SelectField } from '@k12/ui/select-field';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { callApi } from '@/lib/api/browser.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { useRecordForm } from '@/lib/forms/record-form.ts';

/** Units and documents one may read; what the pack does not allow comes back with its rule (PLN-17). */
export function AddLink({ documentId, onClose }: { documentId: string; onClose: () => void }) {
  const t = useTranslations('planning-documents');
  const tc = useTranslations('common');
  const te = useTranslations('errors');
  const [target, setTarget] = useState<PersonOption | null>(null);
  const create = useChange(createDocumentLink, ['curriculum_documents.', 'unit_plans.']);
  const form = useRecordForm({
    values: { type: 'contains' as LinkType },
    send: async (body, headers) => {
      await create(
        { params: { id: documentId }, body: { ...body, target_id: target?.value ?? '' } },
        headers,
      );
      onClose();
    },
  });
  const search = async (q: string, signal: AbortSignal): Promise<PersonOption[]> => {
    const request = { query: { q, limit: 6 } };
    const [units, documents] = await Promise.all([
      callApi(listUnitPlans, request, { signal }),
      callApi(listCurriculumDocuments, request, { signal }),
    ]);
    return [...units.data, ...documents.data]
      .filter(({ id }) => id !== documentId)
      .map(({ id, title }) => ({ value: id, label: title }));
  };
  return (
    <Dialog
      open
      title={t('addLink')}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{tc('cancel')}</Button>
          <Button type="submit" form={form.id} variant="primary" loading={form.sending} disabled={!target}>
            {t('addLink')}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4">
        <FormErrorSummary title={te('check', { count: form.failures.length })} errors={form.failures} />
        <SelectField
          {...form.field('type', { label: t('linkType'), required: true })}
          options={LinkType.options.map((value) => ({ value, label: t(`to.${value}`) }))}
        />
        <SearchPicker
          label={t('target')}
          search={search}
          value={target}
          onValueChange={setTarget}
          empty={t('noTarget')}
        />
      </form>
    </Dialog>
  );
}
