'use client';
import { type Course, listCourses } from '@k12/contracts/teaching/courses';
import { Button } from '@k12/ui/button';
import { EmptyState } from '@k12/ui/empty-state';
import { PageHeader } from '@k12/ui/page-header';
import { Presentation } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useList } from '@/lib/api/list.ts';
import { paths } from '@/lib/paths.ts';
import { AppLink } from '@/shell/app-link.tsx';
import { ListSearch } from '@/shell/list-search.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { courseHue } from './course-hue.ts';
import { readCoursesView } from './courses-view.ts';

/** Courses as cards: first those one teaches, for others all they may look into. */
export function CoursesScreen() {
  const t = useTranslations('teaching-courses');
  const common = useTranslations('common.ui');
  const params = useSearchParams();
  const request = useMemo(() => readCoursesView(Object.fromEntries(params)), [params]);
  const courses = useList(listCourses, request as never);
  const isFiltered = 'q' in request.query;
  return (
    <>
      <PageHeader
        title={t('title')}
        description={courses.data && t('summary', { count: courses.data.data.length })}
      />
      <div className="my-5 max-w-sm">
        <ListSearch label={t('search')} />
      </div>
      <RegionBody reply={courses}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState
              icon={<Presentation aria-hidden />}
              title={t(isFiltered ? 'noneTitle' : 'emptyTitle')}
            >
              {t(isFiltered ? 'noneText' : 'emptyText')}
            </EmptyState>
          ) : (
            <CourseCards courses={data} />
          )
        }
      </RegionBody>
      {courses.data?.next_cursor && (
        <Button className="mt-4" loading={courses.loadingMore} onClick={() => void courses.loadMore()}>
          {common('loadMore')}
        </Button>
      )}
    </>
  );
}

function CourseCards({ courses }: { courses: readonly Course[] }) {
  const t = useTranslations('teaching-courses');
  return (
    <ul className="grid gap-3 tablet:grid-cols-2 wide:grid-cols-3">
      {courses.map((course) => (
        <li
          key={course.id}
          data-subject={courseHue(course)}
          className="relative flex min-h-32 flex-col gap-1 overflow-hidden rounded-card border border-line bg-raised p-4 ps-5 before:absolute before:inset-y-0 before:start-0 before:w-1 before:bg-subject hover:border-line-strong"
        >
          <p className="text-small text-ink-3">{[course.subject, course.code].filter(Boolean).join(' · ')}</p>
          <AppLink
            href={paths.teachCourse(course.id)}
            className="font-serif font-semibold text-heading [overflow-wrap:anywhere] after:absolute after:inset-0"
          >
            <bdi>{course.name}</bdi>
          </AppLink>
          <p className="text-small text-ink-2">{course.sections.map(({ name }) => name).join(', ')}</p>
          <p className="mt-auto pt-2 text-small text-ink-3">
            {t('students', { count: course.students_count })}
            {course.my_role === null && ` · ${course.teachers.map(({ name }) => name).join(', ')}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
