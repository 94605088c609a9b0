'use client';
import { type LearnerCourse, listLearnerCourses } from '@k12/contracts/teaching/learning';
import { EmptyState } from '@k12/ui/empty-state';
import { PageHeader } from '@k12/ui/page-header';
import { BookOpen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { courseHue } from '@/features/teaching/courses/course-hue.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { useJoined } from '@/lib/joined.ts';
import { paths } from '@/lib/paths.ts';
import { AppLink } from '@/shell/app-link.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { ChildChoice } from './child-choice.tsx';
import { useMoments } from './use-moments.ts';
import { type Student, useStudent } from './use-student.ts';

const lists = ['current', 'future', 'past'] as const;

/** Courses that run first; those to come and those of before apart from them (PPL-12). */
export function LearnCoursesScreen() {
  const t = useTranslations('learn');
  const student = useStudent();
  const courses = useApi(listLearnerCourses, student.id ? { params: { id: student.id } } : null);
  const empty = (
    <EmptyState icon={<BookOpen aria-hidden />} title={t('noCoursesTitle')}>
      {t('noCoursesText')}
    </EmptyState>
  );
  return (
    <>
      <PageHeader title={t(student.isOwn ? 'courses' : 'coursesOfChild')} />
      <div className="mt-6">
        <ChildChoice student={student} />
        {student.isNobody ? (
          empty
        ) : (
          <RegionBody reply={student.failed ?? courses}>
            {({ data }) => (data.length === 0 ? empty : <CourseLists courses={data} student={student} />)}
          </RegionBody>
        )}
      </div>
    </>
  );
}

function CourseLists({ courses, student }: { courses: readonly LearnerCourse[]; student: Student }) {
  const t = useTranslations('learn');
  return (
    <div className="grid gap-8">
      {lists.map((when) => {
        const shown = courses.filter((course) => course.when === when);
        if (shown.length === 0) return null;
        return (
          <section key={when} aria-labelledby={`courses-${when}`}>
            <h2 id={`courses-${when}`} className="mb-3 text-large font-semibold">
              {t(`when.${when}`)}
            </h2>
            <ul className="grid gap-3 tablet:grid-cols-2 wide:grid-cols-3">
              {shown.map((course) => (
                <CourseCard key={course.id} course={course} suffix={student.suffix} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function CourseCard({ course, suffix }: { course: LearnerCourse; suffix: string }) {
  const t = useTranslations('learn');
  const joined = useJoined();
  const moments = useMoments(course.time_zone);
  const { next_due } = course;
  return (
    <li
      data-subject={courseHue(course)}
      className="relative flex min-h-28 flex-col gap-1 overflow-hidden rounded-card border border-line bg-raised p-4 ps-5 before:absolute before:inset-y-0 before:start-0 before:w-1 before:bg-subject hover:border-line-strong"
    >
      <AppLink
        href={`${paths.learnCourse(course.id)}${suffix}`}
        className="font-serif text-heading font-semibold [overflow-wrap:anywhere] after:absolute after:inset-0"
      >
        <bdi>{course.name}</bdi>
      </AppLink>
      <p className="text-small text-ink-2">{joined(course.teachers.map(({ name }) => name))}</p>
      {next_due && (
        <p className="truncate pt-1 text-ink-2">
          <span className="font-medium">{moments.near(next_due.due_at)}</span> · <bdi>{next_due.title}</bdi>
        </p>
      )}
      <p className="mt-auto flex flex-wrap gap-x-3 pt-2 text-small text-ink-3">
        {course.to_do_count > 0 && <span>{t('toDoCount', { count: course.to_do_count })}</span>}
        {course.missing_count > 0 && (
          <span className="text-bad">{t('missingCount', { count: course.missing_count })}</span>
        )}
        {course.when === 'past' && <span>{course.year_name}</span>}
      </p>
    </li>
  );
}
