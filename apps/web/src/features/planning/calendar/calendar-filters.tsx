'use client';
import { calendarKinds } from '@k12/contracts/planning/calendar';
import { listCourses } from '@k12/contracts/teaching/courses';
import { SelectField } from '@k12/ui/select-field';
import { useTranslations } from 'next-intl';
import { useAddress } from '@/lib/address.ts';
import { useApi } from '@/lib/api/hooks.ts';

/** By course and by kind; the address holds both (PLN-120). */
export function CalendarFilters() {
  const t = useTranslations('planning-calendar');
  const { read, write } = useAddress();
  const courses = useApi(listCourses, { query: { mine: 'true', limit: 100 } });
  const options = (courses.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className="ms-auto flex flex-wrap gap-2">
      <SelectField
        label={t('course')}
        hideLabel
        size="small"
        placeholder={t('allCourses')}
        value={read('course')}
        onValueChange={(value) => write({ course: value || null })}
        options={options}
      />
      <SelectField
        label={t('kind')}
        hideLabel
        size="small"
        placeholder={t('allKinds')}
        value={read('kind')}
        onValueChange={(value) => write({ kind: value || null })}
        options={calendarKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
    </div>
  );
}
