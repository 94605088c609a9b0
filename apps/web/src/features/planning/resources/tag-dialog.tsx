'use client';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { TagsField, tagsIn } from './tags-field.tsx';

interface Props {
  onClose: () => void;
  onTag: (tags: string[]) => void;
}

export function TagDialog({ onClose, onTag }: Props) {
  const t = useTranslations('planning-resources.bulk');
  const form = useId();
  const [words, setWords] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const tags = tagsIn(words);
    if (tags.length > 0) onTag(tags);
  };
  return (
    <Dialog
      open
      size="small"
      onOpenChange={(open) => !open && onClose()}
      title={t('tag')}
      footer={
        <Button type="submit" form={form} variant="primary">
          {t('tag')}
        </Button>
      }
    >
      <form id={form} onSubmit={submit} className="pb-2">
        <TagsField value={words} onValueChange={setWords} />
      </form>
    </Dialog>
  );
}
