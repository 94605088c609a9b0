'use client';
import { archiveCourse } from '@k12/contracts/teaching/course-copy';
import type { Course } from '@k12/contracts/teaching/courses';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';

/** Asked for, because only an admin takes an archived course up again (TCH-04). */
export function ArchiveDialog({ course, onClose }: { course: Course; onClose: () => void }) {
  const t = useTranslations('teaching-settings.course');
  const common = useTranslations('common');
  const attempt = useAttempt();
  const archive = useChange(archiveCourse, ['courses.', 'gradebook.', 'assignments.', 'course_home.']);
  const send = async () => {
    const request = { params: { id: course.id }, body: {} };
    if (await attempt(() => archive(request), { done: t('archived', { name: course.name }) })) onClose();
  };
  return (
    <Dialog
      open
      size="small"
      title={t('archiveTitle', { name: course.name })}
      description={t('archiveWarning')}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button variant="primary" onClick={() => void send()}>
            {t('archive')}
          </Button>
        </>
      }
    />
  );
}
