'use client';
import { listAcademicYears } from '@k12/contracts/identity/academic-years';
import { type CourseCopy, type CoursePart, copyCourse } from '@k12/contracts/teaching/course-copy';
import type { Course } from '@k12/contracts/teaching/courses';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { Dialog } from '@k12/ui/dialog';
import { NumberField } from '@k12/ui/number-field';
import { SelectField } from '@k12/ui/select-field';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { CopyProgress } from './copy-progress.tsx';

/** Discussions are offered once courses have them. */
const parts: readonly CoursePart[] = ['modules', 'assignments', 'categories', 'rubrics', 'policies'];

interface Wanted {
  year: string;
  name: string;
  chosen: readonly CoursePart[];
  shift: number | null;
}

/** A new course out of parts of this one, never with students or grades; what stayed behind is listed (TCH-02). */
export function CopyDialog({ course, onClose }: { course: Course; onClose: () => void }) {
  const t = useTranslations('teaching-settings.course');
  const common = useTranslations('common');
  const attempt = useAttempt();
  const copy = useChange(copyCourse);
  const [wanted, setWanted] = useState<Wanted>({
    ...{ year: course.academic_year_id, name: course.name, chosen: parts, shift: 0 },
  });
  const [made, setMade] = useState<CourseCopy | null>(null);
  const { year, name, chosen, shift } = wanted;
  const send = () =>
    attempt(async () => {
      const body = {
        academic_year_id: year,
        name: name.trim(),
        parts: [...chosen],
        shift_school_days: shift ?? 0,
      };
      setMade(await copy({ params: { id: course.id }, body }));
    });
  if (made) {
    return (
      <Dialog open title={t('copying')} onOpenChange={(open) => !open && onClose()}>
        <CopyProgress id={made.id} />
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      title={t('copyTitle', { name: course.name })}
      description={t('copyText')}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            variant="primary"
            disabled={name.trim() === '' || chosen.length === 0}
            onClick={() => void send()}
          >
            {t('copy')}
          </Button>
        </>
      }
    >
      <WantedFields wanted={wanted} set={(part) => setWanted({ ...wanted, ...part })} />
    </Dialog>
  );
}

function WantedFields({ wanted, set }: { wanted: Wanted; set: (part: Partial<Wanted>) => void }) {
  const t = useTranslations('teaching-settings.course');
  const { chosen } = wanted;
  const years = (useApi(listAcademicYears, { query: {} }).data?.data ?? []).filter(
    ({ state }) => state === 'active' || state === 'planned',
  );
  return (
    <div className="grid gap-4 pb-2">
      <TextField
        label={t('name')}
        value={wanted.name}
        maxLength={120}
        onChange={(event) => set({ name: event.target.value })}
      />
      <div className="grid gap-4 tablet:grid-cols-2">
        <SelectField
          label={t('year')}
          placeholder={t('year')}
          value={wanted.year}
          onValueChange={(year) => set({ year })}
          options={years.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <NumberField
          label={t('moveBy')}
          hint={t('moveByHint')}
          min={-200}
          max={200}
          value={wanted.shift}
          onValueChange={(shift) => set({ shift })}
        />
      </div>
      <fieldset className="grid gap-2 tablet:grid-cols-2">
        <legend className="mb-1 text-small">{t('parts')}</legend>
        {parts.map((part) => (
          <Checkbox
            key={part}
            label={t(`partNames.${part}`)}
            checked={chosen.includes(part)}
            onCheckedChange={(isOn) =>
              set({ chosen: isOn ? [...chosen, part] : chosen.filter((one) => one !== part) })
            }
          />
        ))}
      </fieldset>
    </div>
  );
}
