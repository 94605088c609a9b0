'use client';
import { type DeletedCourse, listDeletedCourses, restoreCourse } from '@k12/contracts/teaching/course-copy';
import { Button } from '@k12/ui/button';
import { EmptyState } from '@k12/ui/empty-state';
import { SubjectDot } from '@k12/ui/page-header';
import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { RegionBody } from '@/shell/region.tsx';
import { courseHue } from './course-hue.ts';

/** What was deleted within 30 days, to be taken out again whole (TCH-05). */
export function CourseBin() {
  const t = useTranslations('teaching-courses');
  const reply = useApi(listDeletedCourses, {});
  return (
    <RegionBody reply={reply}>
      {({ data }) =>
        data.length === 0 ? (
          <EmptyState icon={<Trash2 aria-hidden />} title={t('binEmptyTitle')}>
            {t('binEmptyText')}
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line rounded-card border border-line bg-raised">
            {data.map((course) => (
              <Row key={course.id} course={course} />
            ))}
          </ul>
        )
      }
    </RegionBody>
  );
}

function Row({ course }: { course: DeletedCourse }) {
  const t = useTranslations('teaching-courses');
  const dates = useDates();
  const attempt = useAttempt();
  const restore = useChange(restoreCourse);
  const { id, name, subject, code, school_name, deleted_at, restorable_until } = course;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
      <SubjectDot subject={courseHue(course)} />
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium [overflow-wrap:anywhere]">
          <bdi>{name}</bdi>
        </p>
        <p className="text-ink-3 text-small">
          <bdi>{[subject, code, school_name].filter(Boolean).join(' · ')}</bdi>
        </p>
      </div>
      <p className="text-ink-2 text-small">
        {t('deletedAt', { when: dates.instant(deleted_at) })}
        <span className="block text-ink-3">{t('until', { when: dates.instant(restorable_until) })}</span>
      </p>
      <Button
        size="small"
        onClick={() =>
          void attempt(() => restore({ params: { id }, body: {} }), { done: t('restored', { name }) })
        }
      >
        {t('restore')}
        <span className="hidden-visually">, {name}</span>
      </Button>
    </li>
  );
}
