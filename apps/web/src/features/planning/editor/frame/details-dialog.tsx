'use client';
import { gradeLevels } from '@k12/contracts/planning/plan-records';
import { type UnitPlan, updateUnitPlan } from '@k12/contracts/planning/plans';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { MultiSelect } from '@k12/ui/multi-select';
import { SelectField } from '@k12/ui/select-field';
import { TextField } from '@k12/ui/text-field';
import { Pencil } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';

const homes = ['personal', 'team', 'school', 'district'] as const;

/** What is known about the unit besides its content. */
export function DetailsDialog({ unit }: { unit: UnitPlan }) {
  const t = useTranslations('planning-editor.details');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" variant="quiet" icon={<Pencil aria-hidden />} onClick={() => setOpen(true)}>
        {t('edit')}
      </Button>
      {isOpen && <DetailsForm unit={unit} onClose={() => setOpen(false)} />}
    </>
  );
}

function DetailsForm({ unit, onClose }: { unit: UnitPlan; onClose: () => void }) {
  const t = useTranslations('planning-editor.details');
  const tc = useTranslations('common');
  const tl = useTranslations('planning-library');
  const form = useId();
  const attempt = useAttempt();
  const update = useChange(updateUnitPlan, ['unit_plans.']);
  const [grades, setGrades] = useState<string[]>(unit.grade_levels);
  const [isSending, setSending] = useState(false);
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const list = (name: string) =>
      String(fields.get(name) ?? '')
        .split(',')
        .map((word) => word.trim())
        .filter(Boolean);
    const body = {
      subjects: list('subjects'),
      tags: list('tags'),
      grade_levels: gradeLevels.filter((level) => grades.includes(level)),
      home: homes.find((home) => home === fields.get('home')) ?? unit.home,
      lock_version: unit.lock_version,
    };
    setSending(true);
    const saved = await attempt(() => update({ params: { id: unit.id }, body }));
    setSending(false);
    if (saved) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      footer={
        <>
          <Button onClick={onClose}>{tc('cancel')}</Button>
          <Button type="submit" form={form} variant="primary" loading={isSending}>
            {tc('save')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={save} className="grid gap-4 pb-2">
        <TextField
          name="subjects"
          label={t('subjects')}
          hint={t('listHint')}
          defaultValue={unit.subjects.join(', ')}
        />
        <MultiSelect
          label={t('grades')}
          values={grades}
          onValuesChange={setGrades}
          options={gradeLevels.map((level) => ({ value: level, label: tl('grade', { grade: level }) }))}
        />
        <SelectField
          name="home"
          label={t('home')}
          defaultValue={unit.home}
          options={homes.map((home) => ({ value: home, label: tl(`homes.${home}`) }))}
        />
        <TextField name="tags" label={t('tags')} hint={t('listHint')} defaultValue={unit.tags.join(', ')} />
      </form>
    </Dialog>
  );
}
