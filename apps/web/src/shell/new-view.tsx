'use client';
import { createSavedView, type SavedViewCreate } from '@k12/contracts/identity/saved-views';
import { Button } from '@k12/ui/button';
import { SelectField } from '@k12/ui/select-field';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { useSession } from '@/lib/session-context.tsx';

interface Props {
  view: Pick<SavedViewCreate, 'page' | 'filters' | 'sort'>;
  onClose: () => void;
}

/** A name for the list as it is now, for oneself or for the staff of one's school. */
export function NewView({ view, onClose }: Props) {
  const t = useTranslations('shell.views');
  const tc = useTranslations('common');
  const { me } = useSession();
  const [name, setName] = useState('');
  const [school, setSchool] = useState('');
  const create = useChange(createSavedView);
  const attempt = useAttempt();
  const mayShare = me.capabilities['schools.read']?.some((reach) => reach === 'tenant' || reach === 'school');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = { ...view, name: name.trim(), shared_with_school_id: school || null };
    if (body.name && (await attempt(() => create({ body })))) onClose();
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap items-center gap-1">
      <TextField
        label={t('name')}
        hideLabel
        placeholder={t('name')}
        maxLength={60}
        autoFocus
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
      />
      {mayShare && (
        <SelectField
          label={t('share')}
          hideLabel
          placeholder={t('onlyMe')}
          value={school}
          onValueChange={setSchool}
          options={me.schools.map(({ id, name: label }) => ({
            value: id,
            label: t('with', { name: label }),
          }))}
        />
      )}
      <Button type="submit">{t('save')}</Button>
      <Button variant="quiet" onClick={onClose}>
        {tc('cancel')}
      </Button>
    </form>
  );
}
