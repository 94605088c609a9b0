'use client';
import { deleteCourse } from '@k12/contracts/teaching/course-copy';
import type { Course } from '@k12/contracts/teaching/courses';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { TextField } from '@k12/ui/text-field';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';

/** Its name is typed, for everything its students did goes with it (TCH-05). */
export function DeleteCourseDialog({ course, onClose }: { course: Course; onClose: () => void }) {
  const t = useTranslations('teaching-settings.course');
  const common = useTranslations('common');
  const attempt = useAttempt();
  const router = useRouter();
  const remove = useChange(deleteCourse);
  const [typed, setTyped] = useState('');
  const send = async () => {
    const request = { params: { id: course.id }, query: { confirm: typed.trim() } };
    if (!(await attempt(() => remove(request), { done: t('deleted', { name: course.name }) }))) return;
    router.push(`${paths.teachCourses()}?show=bin`);
  };
  return (
    <Dialog
      open
      size="small"
      title={t('deleteTitle', { name: course.name })}
      description={t('deleteWarning', { students: course.students_count })}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button variant="danger" disabled={typed.trim() !== course.name} onClick={() => void send()}>
            {t('delete')}
          </Button>
        </>
      }
    >
      <div className="pb-2">
        <TextField
          label={t('typeName', { name: course.name })}
          value={typed}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
    </Dialog>
  );
}
