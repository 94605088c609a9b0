'use client';
import type { Course } from '@k12/contracts/teaching/courses';
import { Badge } from '@k12/ui/badge';
import { Skeleton } from '@k12/ui/skeleton';
import { ClipboardList, Clock, Table2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useDates } from '@/lib/dates.ts';
import { useJoined } from '@/lib/joined.ts';
import { paths } from '@/lib/paths.ts';
import { AppLink } from '@/shell/app-link.tsx';
import { courseHue } from './course-hue.ts';
import type { CourseNews } from './course-news.ts';

/** A course at a glance: its colour, what comes next, what waits, and the two ways most taken. */
export function CourseCard({ course, news }: { course: Course; news: CourseNews | undefined }) {
  const t = useTranslations('teaching-courses');
  const joined = useJoined();
  const teaches = course.my_role !== null && course.my_role !== 'student';
  return (
    <li
      data-subject={courseHue(course)}
      className="relative flex min-h-44 flex-col overflow-hidden rounded-card border border-line bg-raised shadow-flat hover:border-subject-line"
    >
      <div className="grid gap-1 border-subject border-t-4 bg-subject-tint px-4 pt-3 pb-3">
        <p className="flex min-h-5 items-center justify-between gap-2 text-ink-2 text-small">
          <bdi className="truncate">{[course.subject, course.code].filter(Boolean).join(' · ')}</bdi>
          {course.state === 'draft' && <Badge>{t('draft')}</Badge>}
          {course.state === 'archived' && <Badge>{t('archived')}</Badge>}
        </p>
        <AppLink
          href={paths.teachCourse(course.id)}
          className="font-serif font-semibold text-heading [overflow-wrap:anywhere] after:absolute after:inset-0"
        >
          <bdi>{course.name}</bdi>
        </AppLink>
        <p className="truncate text-ink-2 text-small">
          {joined(course.sections.map(({ name }) => name))}
          {' · '}
          {t('students', { count: course.students_count })}
        </p>
      </div>
      <div className="flex flex-1 flex-col gap-1.5 px-4 py-3 text-small">
        {teaches ? (
          <News news={news} course={course} />
        ) : (
          <p className="text-ink-2">{joined(course.teachers.map(({ name }) => name))}</p>
        )}
      </div>
      {teaches && course.state === 'active' && <Ways course={course} toGrade={news?.to_grade} />}
    </li>
  );
}

function News({ news, course }: { news: CourseNews | undefined; course: Course }) {
  const t = useTranslations('teaching-courses');
  const dates = useDates();
  if (course.state !== 'active') return null;
  // Nothing is said before it is known: "nothing due" would be wrong for a moment.
  if (!news) return <Skeleton className="my-1 h-3 w-40" />;
  return (
    <>
      {news.meets_at && (
        <p className="flex items-center gap-2 text-ink-2">
          <Clock aria-hidden size={15} className="shrink-0" />
          {t('meets', { when: dates.moment(news.meets_at) })}
        </p>
      )}
      {news.due ? (
        <p className="flex min-w-0 items-center gap-2">
          <ClipboardList aria-hidden size={15} className="shrink-0 text-ink-3" />
          <AppLink
            href={paths.courseAssignment(course.id, news.due.assignment_id)}
            className="relative min-w-0 truncate hover:underline"
          >
            <bdi>{news.due.title}</bdi>
          </AppLink>
          <span className="shrink-0 text-ink-3">{dates.moment(news.due.due_at)}</span>
        </p>
      ) : (
        <p className="text-ink-3">{t('nothingDue')}</p>
      )}
    </>
  );
}

function Ways({ course, toGrade }: { course: Course; toGrade: number | undefined }) {
  const t = useTranslations('teaching-courses');
  const look =
    'relative flex min-h-control-small items-center gap-1.5 rounded-control px-2 text-ink-2 text-small hover:bg-sunken hover:text-ink';
  return (
    <p className="flex items-center justify-between gap-2 border-line border-t px-2 py-1.5">
      <AppLink href={paths.courseSubmissions(course.id)} className={look}>
        {toGrade ? (
          <Badge tone="warn">{t('toGrade', { count: toGrade })}</Badge>
        ) : (
          t(toGrade === undefined ? 'handedIn' : 'nothingToGrade')
        )}
        <span className="hidden-visually">, {course.name}</span>
      </AppLink>
      <AppLink href={paths.courseGradebook(course.id)} className={look}>
        <Table2 aria-hidden size={15} />
        {t('gradebook')}
        <span className="hidden-visually">, {course.name}</span>
      </AppLink>
    </p>
  );
}
