'use client';
import { getCourse } from '@k12/contracts/teaching/courses';
import { Badge } from '@k12/ui/badge';
import { Link } from '@k12/ui/link';
import { SubjectDot } from '@k12/ui/page-header';
import { Archive } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SWRConfig } from 'swr';
import { useApi } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { useCrumbAbove } from '@/shell/crumbs.ts';
import { courseHue } from './course-hue.ts';
import { CourseTabs } from './course-tabs.tsx';

interface Props {
  courseId: string;
  /** The course as the server read it, by cache key. */
  fallback: Record<string, unknown>;
  children: ReactNode;
}

/** What the pages of one course have in common: its name and the tabs. It stays while they change. */
export function CourseShell({ courseId, fallback, children }: Props) {
  return (
    <SWRConfig value={{ fallback }}>
      <CourseBar courseId={courseId} />
      {children}
    </SWRConfig>
  );
}

function CourseBar({ courseId }: { courseId: string }) {
  const t = useTranslations('teaching-courses');
  const pathname = usePathname();
  const { data: course } = useApi(getCourse, { params: { id: courseId } });
  useCrumbAbove(course?.name, paths.teachCourse(courseId));
  // Grading takes the whole height: student after student, with nothing above.
  if (!course || pathname.includes('/grade/')) return null;
  return (
    <div
      data-screen-only
      className="flex flex-wrap items-center gap-x-5 border-b border-line bg-paper px-4 tablet:px-8"
    >
      <Link
        href={paths.teachCourse(courseId)}
        className="flex min-h-cell min-w-0 items-center gap-2 text-body font-semibold text-ink"
      >
        <SubjectDot subject={courseHue(course)} />
        <bdi className="truncate">{course.name}</bdi>
      </Link>
      {course.state === 'draft' && <Badge>{t('draft')}</Badge>}
      {course.state === 'archived' && <Badge icon={<Archive aria-hidden />}>{t('archived')}</Badge>}
      <CourseTabs courseId={courseId} />
    </div>
  );
}
