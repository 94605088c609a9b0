'use client';
import { createSavedSearch, type SavedSearchCreate } from '@k12/contracts/planning/search';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { TextField } from '@k12/ui/text-field';
import { Bookmark } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';

/** Keeps the search under a name (PLN-164). */
export function SaveSearch({ query }: { query: object }) {
  const t = useTranslations('planning-search');
  const attempt = useAttempt();
  const create = useChange(createSavedSearch);
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    const body: SavedSearchCreate = { name: name.trim(), query: query as SavedSearchCreate['query'] };
    await attempt(() => create({ body }), { done: t('saved') });
    setOpen(false);
  };
  return (
    <Dialog
      title={t('save')}
      size="small"
      open={isOpen}
      onOpenChange={setOpen}
      trigger={<Button icon={<Bookmark size={16} aria-hidden />}>{t('save')}</Button>}
    >
      <form onSubmit={save} className="flex flex-col gap-4">
        <TextField
          label={t('name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={80}
        />
        <Button type="submit" variant="primary">
          {t('keep')}
        </Button>
      </form>
    </Dialog>
  );
}
