'use client';
import { createObservation, type MasteryDetail } from '@k12/contracts/teaching/mastery';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { SelectField } from '@k12/ui/select-field';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import type { CellParams } from './detail-drawer.tsx';

/** What was seen in class counts like any other piece of evidence (TCH-124). */
export function ObservationForm({ detail, params }: { detail: MasteryDetail; params: CellParams }) {
  const t = useTranslations('teaching-mastery');
  const change = useChange(createObservation, ['mastery.']);
  const attempt = useAttempt();
  const [value, setValue] = useState('');
  const [note, setNote] = useState('');
  const [isShared, setShared] = useState(true);
  return (
    <form
      className="grid gap-3 rounded-card border border-line bg-canvas p-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!value) return;
        void attempt(() => change({ params, body: { value, note, is_posted: isShared } }), {
          done: t('observe.saved'),
        });
      }}
    >
      <h3 className="text-body font-semibold">{t('observe.title')}</h3>
      <SelectField
        label={t('judge.level')}
        value={value}
        placeholder={t('judge.choose')}
        required
        options={detail.levels.map((level) => ({ value: level.value, label: level.label }))}
        onValueChange={setValue}
      />
      <TextField
        label={t('observe.note')}
        value={note}
        maxLength={1000}
        onChange={(event) => setNote(event.target.value)}
      />
      <Checkbox
        label={t('observe.share')}
        checked={isShared}
        onChange={(event) => setShared(event.target.checked)}
      />
      <Button type="submit">{t('observe.save')}</Button>
    </form>
  );
}
