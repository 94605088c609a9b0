'use client';
import { gradeLevels } from '@k12/contracts/planning/plan-records';
import { type Course, courseColor, updateCourse } from '@k12/contracts/teaching/courses';
import { Button } from '@k12/ui/button';
import { Drawer } from '@k12/ui/drawer';
import { FormErrorSummary } from '@k12/ui/form-error-summary';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '@/lib/api/hooks.ts';
import { NewerNotice } from '@/lib/forms/newer-notice.tsx';
import { useRecordForm } from '@/lib/forms/record-form.ts';
import { useCloseGuard, useUnsavedGuard } from '@/lib/forms/unsaved-guard.ts';
import { CourseWordFields } from '../courses/course-fields.tsx';

/** What a course is called and known by, everywhere it is named (TCH-01). */
export function CourseWordsForm({ course, onClose }: { course: Course; onClose: () => void }) {
  const t = useTranslations('teaching-settings.course');
  const tc = useTranslations('common');
  const te = useTranslations('errors');
  const { form, chosen, choose, isTouched, takeNewer } = useCourseWords(course, onClose);
  useUnsavedGuard(isTouched && !form.sending);
  const close = useCloseGuard(form.dirty || isTouched, onClose);
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && close()}
      title={t('wordsTitle')}
      footer={
        <>
          <Button onClick={close}>{tc('cancel')}</Button>
          <Button type="submit" form={form.id} variant="primary" loading={form.sending}>
            {tc('save')}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4">
        <NewerNotice take={takeNewer} />
        <FormErrorSummary title={te('check', { count: form.failures.length })} errors={form.failures} />
        <CourseWordFields course={{ form, chosen, choose }} />
      </form>
    </Drawer>
  );
}

const chosenOf = ({ grade_levels, color, subject }: Course) => ({
  grades: gradeLevels.filter((one) => grade_levels.includes(one)),
  color: courseColor.options.find((one) => one === color) ?? null,
  subject,
});

function useCourseWords(course: Course, onClose: () => void) {
  const update = useChange(updateCourse, ['courses.', 'course_home.']);
  const [chosen, setChosen] = useState(() => chosenOf(course));
  const [isTouched, setTouched] = useState(false);
  const { name, subject, code, id } = course;
  const form = useRecordForm({
    values: { name, subject, code },
    version: course.lock_version,
    send: async (words, _headers, lock_version) => {
      const { grades: grade_levels, color } = chosen;
      await update({ params: { id }, body: { ...words, grade_levels, color, lock_version } });
      onClose();
    },
  });
  const choose = (part: Partial<typeof chosen>) => {
    setChosen({ ...chosen, ...part });
    // The subject is a text of the form, which knows by itself.
    if (!('subject' in part)) setTouched(true);
  };
  const { newer } = form;
  const takeNewer =
    newer &&
    (() => {
      newer();
      setChosen(chosenOf(course));
      setTouched(false);
    });
  return { form, chosen, choose, isTouched, takeNewer };
}
