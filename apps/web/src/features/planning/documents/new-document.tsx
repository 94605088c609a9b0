'use client';
import { listPlannerPacks } from '@k12/contracts/planning/pack-admin';
import { createCurriculumDocument } from '@k12/contracts/planning/plans';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { FormErrorSummary } from '@k12/ui/form-error-summary';
import { SelectField } from '@k12/ui/select-field';
import { TextField } from '@k12/ui/text-field';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useRecordForm } from '@/lib/forms/record-form.ts';
import { useCloseGuard } from '@/lib/forms/unsaved-guard.ts';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';
import { usePackWords } from '../pack-words.ts';

/** A title and which of the documents that the packs know. */
export function NewDocument({ onClose }: { onClose: () => void }) {
  const t = useTranslations('planning-documents');
  const tc = useTranslations('common');
  const te = useTranslations('errors');
  const router = useRouter();
  const { me, school_id } = useSession();
  const place = school_id ?? me.schools[0]?.id;
  const types = useDocumentTypes();
  const [chosen, setChosen] = useState('');
  const type = types.find(({ value }) => value === chosen) ?? types[0];
  const create = useChange(createCurriculumDocument);
  const form = useRecordForm({
    values: { title: '', home: 'school' as 'school' | 'personal' },
    send: async (body, headers) => {
      if (!type) return;
      const { document_type, schema_key, pack_key, pack_version } = type;
      const given = {
        ...body,
        ...(place && { school_id: place }),
        document_type,
        schema_key,
        pack_key,
        pack_version,
      };
      const made = await create({ body: given }, headers);
      router.push(`${paths.planDocument(made.id)}?start=1`);
    },
  });
  const close = useCloseGuard(form.dirty, onClose);
  return (
    <Dialog
      open
      title={t('new')}
      description={t('newText')}
      onOpenChange={(open) => !open && close()}
      footer={
        <>
          <Button onClick={close}>{tc('cancel')}</Button>
          <Button type="submit" form={form.id} variant="primary" loading={form.sending} disabled={!type}>
            {t('create')}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4">
        <FormErrorSummary title={te('check', { count: form.failures.length })} errors={form.failures} />
        <TextField
          {...form.field('title', { label: t('name'), required: true, maxLength: 200 })}
          autoComplete="off"
          dir="auto"
        />
        <SelectField
          label={t('type')}
          value={type?.value ?? ''}
          onValueChange={setChosen}
          options={types.map(({ value, label }) => ({ value, label }))}
        />
        <SelectField
          {...form.field('home', { label: t('home'), required: true })}
          options={(['school', 'personal'] as const).map((value) => ({ value, label: t(`homes.${value}`) }))}
        />
      </form>
    </Dialog>
  );
}

function useDocumentTypes() {
  const words = usePackWords();
  const packs = useApi(listPlannerPacks, { query: { state: 'active', limit: 100 } });
  return (packs.data?.data ?? []).flatMap((pack) =>
    pack.documents.map(({ document_type, schema_key, label }) => ({
      value: `${pack.key}@${pack.version}/${schema_key}`,
      label: `${words(label)} · ${words(pack.label)}`,
      ...{ document_type, schema_key, pack_key: pack.key, pack_version: pack.version },
    })),
  );
}
