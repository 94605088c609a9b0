'use client';
import { restoreCourse } from '@k12/contracts/teaching/course-copy';
import { type Course, getCourse, updateCourse } from '@k12/contracts/teaching/courses';
import { Banner } from '@k12/ui/banner';
import { Button } from '@k12/ui/button';
import { Archive, ArchiveRestore, CalendarRange, Copy, Pencil, Trash2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { Part } from './settings-part.tsx';

const CourseWordsForm = dynamic(
  loaded(() => import('./course-words-form.tsx').then((module) => module.CourseWordsForm)),
  { loading: nothingYet },
);
const CopyDialog = dynamic(
  loaded(() => import('./copy-dialog.tsx').then((module) => module.CopyDialog)),
  { loading: nothingYet },
);
const ShiftCourseDialog = dynamic(
  loaded(() => import('./shift-course-dialog.tsx').then((module) => module.ShiftCourseDialog)),
  { loading: nothingYet },
);
const ArchiveDialog = dynamic(
  loaded(() => import('./archive-dialog.tsx').then((module) => module.ArchiveDialog)),
  { loading: nothingYet },
);
const DeleteCourseDialog = dynamic(
  loaded(() => import('./delete-course-dialog.tsx').then((module) => module.DeleteCourseDialog)),
  { loading: nothingYet },
);

type Asking = 'words' | 'copy' | 'shift' | 'archive' | 'delete' | null;

/** What a course is called, and what happens to it as a whole (TCH-02 … TCH-05). */
export function CoursePart({ courseId }: { courseId: string }) {
  const t = useTranslations('teaching-settings.course');
  const { data: course } = useApi(getCourse, { params: { id: courseId } });
  const [asking, setAsking] = useState<Asking>(null);
  const attempt = useAttempt();
  const restore = useChange(restoreCourse);
  if (!course) return null;
  const { can } = course;
  const close = () => setAsking(null);
  const request = { params: { id: courseId }, body: {} };
  return (
    <Part title={t('title')} about={t('about')}>
      {course.state === 'draft' && can.update && <OpenCourse course={course} />}
      <ul className="divide-y divide-line rounded-card border border-line bg-raised">
        {can.update && (
          <Act text={t('wordsText')}>
            <Button size="small" icon={<Pencil aria-hidden />} onClick={() => setAsking('words')}>
              {t('words')}
            </Button>
          </Act>
        )}
        {can.copy && (
          <Act text={t('copyText')}>
            <Button size="small" icon={<Copy aria-hidden />} onClick={() => setAsking('copy')}>
              {t('copy')}
            </Button>
          </Act>
        )}
        {can.update && (
          <Act text={t('shiftText')}>
            <Button size="small" icon={<CalendarRange aria-hidden />} onClick={() => setAsking('shift')}>
              {t('shift')}
            </Button>
          </Act>
        )}
        {can.archive && (
          <Act text={t('archiveText')}>
            <Button size="small" icon={<Archive aria-hidden />} onClick={() => setAsking('archive')}>
              {t('archive')}
            </Button>
          </Act>
        )}
        {can.restore && (
          <Act text={t('restoreText')}>
            <Button
              size="small"
              icon={<ArchiveRestore aria-hidden />}
              onClick={() => void attempt(() => restore(request), { done: t('restored') })}
            >
              {t('restore')}
            </Button>
          </Act>
        )}
        {can.delete && (
          <Act text={t('deleteText')}>
            <Button
              size="small"
              variant="danger"
              icon={<Trash2 aria-hidden />}
              onClick={() => setAsking('delete')}
            >
              {t('delete')}
            </Button>
          </Act>
        )}
      </ul>
      {asking === 'words' && <CourseWordsForm course={course} onClose={close} />}
      {asking === 'copy' && <CopyDialog course={course} onClose={close} />}
      {asking === 'shift' && <ShiftCourseDialog course={course} onClose={close} />}
      {asking === 'archive' && <ArchiveDialog course={course} onClose={close} />}
      {asking === 'delete' && <DeleteCourseDialog course={course} onClose={close} />}
    </Part>
  );
}

function Act({ text, children }: { text: string; children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3">
      <p className="min-w-0 flex-1 basis-56 text-small text-ink-2">{text}</p>
      {children}
    </li>
  );
}

/** A copied course is a draft, and nobody learns in it before it is opened (TCH-02). */
function OpenCourse({ course }: { course: Course }) {
  const t = useTranslations('teaching-settings.course');
  const attempt = useAttempt();
  const update = useChange(updateCourse, ['courses.', 'course_home.']);
  const { id } = course;
  const open = async () => {
    let { lock_version } = course;
    const change = async (state: 'active' | 'draft') => {
      ({ lock_version } = await update({ params: { id }, body: { state, lock_version } }));
    };
    await attempt(() => change('active'), { done: t('opened'), undo: () => change('draft') });
  };
  return (
    <Banner
      tone="info"
      title={t('draftTitle')}
      actions={
        <Button size="small" onClick={() => void open()}>
          {t('open')}
        </Button>
      }
    >
      {t('draftText')}
    </Banner>
  );
}
