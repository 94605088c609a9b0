'use client';
import { type CommentBankEntry, updateBankEntry } from '@k12/contracts/teaching/comment-bank';
import { Button } from '@k12/ui/button';
import { FormErrorSummary } from '@k12/ui/form-error-summary';
import { TextArea } from '@k12/ui/text-area';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { useChange } from '@/lib/api/hooks.ts';
import { NewerNotice } from '@/lib/forms/newer-notice.tsx';
import { useRecordForm } from '@/lib/forms/record-form.ts';

/** A phrase in its place in the list, with the short word that brings it (TCH-75). */
export function PhraseForm({ entry, onClose }: { entry: CommentBankEntry; onClose: () => void }) {
  const t = useTranslations('teaching-grading.bank');
  const tc = useTranslations('common');
  const te = useTranslations('errors');
  const update = useChange(updateBankEntry, ['comment_bank.']);
  const form = useRecordForm({
    values: { body: entry.body, shortcut: entry.shortcut ?? '' },
    version: entry.lock_version,
    send: async ({ body, shortcut }, _headers, lock_version) => {
      const words = { body, shortcut: shortcut.trim() || null };
      await update({ params: { id: entry.id }, body: { ...words, lock_version } });
      onClose();
    },
  });
  return (
    <form {...form.props} className="grid gap-3 py-1">
      <NewerNotice take={form.newer} />
      <FormErrorSummary title={te('check', { count: form.failures.length })} errors={form.failures} />
      <TextArea {...form.field('body', { label: t('phrase'), required: true, maxLength: 2_000 })} autoFocus />
      <TextField
        {...form.field('shortcut', { label: t('shortcut'), maxLength: 40 })}
        hint={t('shortcutHint')}
        autoComplete="off"
      />
      <div className="flex gap-2">
        <Button size="small" type="submit" variant="primary" loading={form.sending}>
          {tc('save')}
        </Button>
        <Button size="small" onClick={onClose}>
          {tc('cancel')}
        </Button>
      </div>
    </form>
  );
}
