'use client';
import { createUnitFromTemplate, type Template } from '@k12/contracts/planning/templates';
import { listCourses } from '@k12/contracts/teaching/courses';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { SelectField } from '@k12/ui/select-field';
import { TextField } from '@k12/ui/text-field';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { useGradeWords } from '../grade-words.ts';

/** What the unit will be called, and the course whose name and year fill the blanks of the template (PLN-66). */
export function UnitFromTemplateDialog({ template, onClose }: { template: Template; onClose: () => void }) {
  const t = useTranslations('planning-templates');
  const tc = useTranslations('common');
  const grades = useGradeWords();
  const form = useId();
  const first = useRef<HTMLInputElement>(null);
  const [title, setTitle] = useState(template.title);
  const [course, setCourse] = useState('');
  const courses = useApi(listCourses, { query: { mine: 'true', limit: 100 } });
  const { create, isBusy } = useCreate(template.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() !== '') void create(title.trim(), course);
  };
  const taught = courses.data?.data ?? [];
  const chosen = taught.find(({ id }) => id === course);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('use')}
      size="small"
      initialFocus={first}
      footer={
        <>
          <Button onClick={onClose}>{tc('cancel')}</Button>
          <Button type="submit" form={form} variant="primary" loading={isBusy} disabled={title.trim() === ''}>
            {t('begin')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="grid gap-4">
        <TextField
          ref={first}
          label={t('unitTitle')}
          value={title}
          maxLength={200}
          required
          dir="auto"
          autoComplete="off"
          onChange={(event) => setTitle(event.target.value)}
        />
        {taught.length > 0 && (
          <SelectField
            label={t('course')}
            hint={
              chosen
                ? t('courseGives', { subject: chosen.subject, grades: grades(chosen.grade_levels) })
                : t('courseHint')
            }
            value={course}
            onValueChange={setCourse}
            options={[
              { value: '', label: t('noCourse') },
              ...taught.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
      </form>
    </Dialog>
  );
}

function useCreate(id: string) {
  const router = useRouter();
  const attempt = useAttempt();
  const [isBusy, setBusy] = useState(false);
  const change = useChange(createUnitFromTemplate, ['unit_plans.', 'templates.']);
  const create = async (title: string, course_id: string) => {
    setBusy(true);
    await attempt(async () => {
      const unit = await change({ params: { id }, body: { title, ...(course_id && { course_id }) } });
      router.push(`${paths.planUnit(unit.id)}?start=1`);
    });
    setBusy(false);
  };
  return { create, isBusy };
}
