'use client';
import {
  createResourceFolder,
  type ResourceFolder,
  updateResourceFolder,
} from '@k12/contracts/planning/resource-folders';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { FormErrorSummary } from '@k12/ui/form-error-summary';
import { SelectField } from '@k12/ui/select-field';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { useChange } from '@/lib/api/hooks.ts';
import { useRecordForm } from '@/lib/forms/record-form.ts';
import { choicesOf } from './folders.ts';

interface Props {
  /** Null makes a new one. */
  folder: ResourceFolder | null;
  /** Where a new one goes unless said otherwise. */
  parentId: string | null;
  folders: readonly ResourceFolder[];
  onClose: () => void;
  onSaved: (folder: ResourceFolder) => void;
}

const tops = ['personal', 'team', 'school', 'tenant'] as const;
const newTops = ['personal', 'school', 'tenant'] as const;

/** Name and place of a folder; at the top one says for whom it is. */
export function FolderDialog({ folder, parentId, folders, onClose, onSaved }: Props) {
  const t = useTranslations('planning-resources.folder');
  const ts = useTranslations('planning-resources.scopes');
  const tc = useTranslations('common');
  const te = useTranslations('errors');
  const refreshes = ['resource_folders.', 'resources.'];
  const create = useChange(createResourceFolder, refreshes);
  const update = useChange(updateResourceFolder, refreshes);
  const form = useRecordForm({
    values: {
      name: folder?.name ?? '',
      parent_id: (folder ? folder.parent_id : parentId) ?? folder?.scope ?? 'personal',
    },
    send: async ({ name, parent_id: place }, headers) => {
      const scope = tops.find((top) => top === place);
      const parent_id = scope ? null : place;
      const saved = folder
        ? await update({
            params: { id: folder.id },
            body: { name, parent_id, lock_version: folder.lock_version },
          })
        : await create({ body: { name, parent_id, ...(scope && { scope }) } }, headers);
      onSaved(saved);
    },
  });
  // A folder at the top stays for whom it is.
  const offered = folder ? tops.filter((top) => top === folder.scope) : newTops;
  return (
    <Dialog
      open
      size="small"
      title={folder ? t('change') : t('new')}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{tc('cancel')}</Button>
          <Button type="submit" form={form.id} variant="primary" loading={form.sending}>
            {folder ? tc('save') : t('make')}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4 pb-2">
        <FormErrorSummary title={te('check', { count: form.failures.length })} errors={form.failures} />
        <TextField
          {...form.field('name', { label: t('name'), required: true, maxLength: 120 })}
          autoComplete="off"
          dir="auto"
        />
        <SelectField
          {...form.field('parent_id', { label: t('inside') })}
          options={[
            ...offered.map((value) => ({ value, label: t('atTop', { scope: ts(value) }) })),
            ...choicesOf(folders, folder?.id ?? null),
          ]}
        />
      </form>
    </Dialog>
  );
}
