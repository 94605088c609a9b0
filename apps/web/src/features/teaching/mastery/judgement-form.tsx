'use client';
import { judgeMastery, type MasteryDetail } from '@k12/contracts/teaching/mastery';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { SelectField } from '@k12/ui/select-field';
import { TextArea } from '@k12/ui/text-area';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import type { CellParams } from './detail-drawer.tsx';

/** A level by judgement, with the reason (TCH-126). */
export function JudgementForm({ detail, params }: { detail: MasteryDetail; params: CellParams }) {
  const t = useTranslations('teaching-mastery');
  const change = useChange(judgeMastery, ['mastery.']);
  const attempt = useAttempt();
  const { judgement, levels, lock_version } = detail;
  const known = levels.find(({ value }) => Number(value) === Number(judgement?.value ?? Number.NaN));
  const [value, setValue] = useState(known?.value ?? '');
  const [note, setNote] = useState(judgement?.note ?? '');
  const [ends, setEnds] = useState(judgement?.ends_with_newer ?? true);
  const save = (chosen: string | null) =>
    attempt(() => change({ params, body: { value: chosen, note, ends_with_newer: ends, lock_version } }), {
      done: t(chosen === null ? 'judge.takenBack' : 'judge.saved'),
    });
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (value) void save(value);
      }}
    >
      <h3 className="text-body font-semibold">{t('judge.title')}</h3>
      <SelectField
        label={t('judge.level')}
        value={value}
        placeholder={t('judge.choose')}
        required
        options={levels.map((level) => ({ value: level.value, label: level.label }))}
        onValueChange={setValue}
      />
      <TextArea
        label={t('judge.note')}
        value={note}
        maxLength={1000}
        onChange={(event) => setNote(event.target.value)}
      />
      <Checkbox label={t('judge.ends')} checked={ends} onChange={(event) => setEnds(event.target.checked)} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary">
          {t('judge.save')}
        </Button>
        {judgement && <Button onClick={() => save(null)}>{t('judge.takeBack')}</Button>}
      </div>
    </form>
  );
}
