'use client';
import { listResourceFolders } from '@k12/contracts/planning/resource-folders';
import type { Resource } from '@k12/contracts/planning/resource-records';
import { updateResource } from '@k12/contracts/planning/resources';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { FormErrorSummary } from '@k12/ui/form-error-summary';
import { SelectField } from '@k12/ui/select-field';
import { TextArea } from '@k12/ui/text-area';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useRecordForm } from '@/lib/forms/record-form.ts';
import { useCloseGuard } from '@/lib/forms/unsaved-guard.ts';
import { choicesOf } from './folders.ts';
import { TagsField, tagsIn } from './tags-field.tsx';
import { resourceViews } from './use-resource-acts.ts';

/** What is said about a resource, and where it lies. */
export function ResourceForm({ resource, onClose }: { resource: Resource; onClose: () => void }) {
  const t = useTranslations('planning-resources');
  const tc = useTranslations('common');
  const te = useTranslations('errors');
  const folders = useApi(listResourceFolders, { query: {} });
  const update = useChange(updateResource, [...resourceViews, 'resource_tags.']);
  const [tags, setTags] = useState(resource.tags.join(', '));
  const form = useRecordForm({
    values: {
      title: resource.title,
      description: resource.description,
      url: resource.url ?? '',
      folder_id: resource.folder_id as string | null,
    },
    send: async ({ url, folder_id, ...said }) => {
      const { id, lock_version } = resource;
      const place = resource.kind === 'link' ? { url } : {};
      const body = { ...said, ...place, folder_id: folder_id || null, tags: tagsIn(tags), lock_version };
      await update({ params: { id }, body });
      onClose();
    },
  });
  const close = useCloseGuard(form.dirty || tags !== resource.tags.join(', '), onClose);
  return (
    <Dialog
      open
      title={t('edit')}
      onOpenChange={(open) => !open && close()}
      footer={
        <>
          <Button onClick={close}>{tc('cancel')}</Button>
          <Button type="submit" form={form.id} variant="primary" loading={form.sending}>
            {tc('save')}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4 pb-2">
        <FormErrorSummary title={te('check', { count: form.failures.length })} errors={form.failures} />
        <TextField
          {...form.field('title', { label: t('columns.title'), required: true, maxLength: 200 })}
          autoComplete="off"
          dir="auto"
        />
        {resource.kind === 'link' && (
          <TextField
            {...form.field('url', { label: t('address'), required: true })}
            type="url"
            dir="ltr"
            autoComplete="off"
          />
        )}
        <TextArea
          {...form.field('description', { label: t('description'), maxLength: 2000 })}
          rows={3}
          dir="auto"
        />
        {folders.data && (
          <SelectField
            {...form.field('folder_id', { label: t('move.folder'), emptyIsNull: true })}
            placeholder={t('move.none')}
            options={choicesOf(folders.data.data)}
          />
        )}
        <TagsField value={tags} onValueChange={setTags} />
      </form>
    </Dialog>
  );
}
