'use client';
import { createPlannerPack, type PlannerPackSummary } from '@k12/contracts/planning/pack-admin';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { FormErrorSummary } from '@k12/ui/form-error-summary';
import { RadioGroup } from '@k12/ui/radio-group';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '@/lib/api/hooks.ts';
import { useRecordForm } from '@/lib/forms/record-form.ts';
import { usePackWords } from '../pack-words.ts';

interface Props {
  pack: PlannerPackSummary;
  onClose: () => void;
  onMade: (id: string) => void;
}

/** A pack of one's own begins as a copy; one's own goes on as its next version. */
export function CopyPack({ pack, onClose, onMade }: Props) {
  const t = useTranslations('planning-packs');
  const tc = useTranslations('common');
  const te = useTranslations('errors');
  const words = usePackWords();
  const create = useChange(createPlannerPack);
  const [as, setAs] = useState<'new_pack' | 'new_version'>(pack.shipped ? 'new_pack' : 'new_version');
  const form = useRecordForm({
    values: { name: t('copyOf', { name: words(pack.label) }) },
    send: async ({ name }, headers) => {
      const copy_of = { key: pack.key, version: pack.version };
      const label = as === 'new_pack' ? { label: { en: name } } : {};
      const made = await create({ body: { copy_of, as, ...label } }, headers);
      onMade(made.id);
    },
  });
  return (
    <Dialog
      open
      title={t('copyTitle', { name: words(pack.label) })}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{tc('cancel')}</Button>
          <Button type="submit" form={form.id} variant="primary" loading={form.sending}>
            {t('copy')}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4">
        <FormErrorSummary title={te('check', { count: form.failures.length })} errors={form.failures} />
        {!pack.shipped && (
          <RadioGroup
            label={t('copyAs')}
            value={as}
            onValueChange={(value) => setAs(value as typeof as)}
            options={[
              { value: 'new_version', label: t('asVersion') },
              { value: 'new_pack', label: t('asPack') },
            ]}
          />
        )}
        {as === 'new_pack' && (
          <TextField
            {...form.field('name', { label: t('name'), required: true, maxLength: 120 })}
            autoComplete="off"
          />
        )}
      </form>
    </Dialog>
  );
}
