'use client';
import { getCourse, listSections } from '@k12/contracts/teaching/courses';
import { List, ListRow } from '@k12/ui/list-row';
import { PageHeader } from '@k12/ui/page-header';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { Region } from '@/shell/region.tsx';

/** What a course is: its sections, when they meet, and who teaches. */
export function CourseHomeScreen({ courseId }: { courseId: string }) {
  const t = useTranslations('teaching-courses');
  const request = { params: { id: courseId } };
  const { data: course } = useApi(getCourse, request);
  const sections = useApi(listSections, request);
  return (
    <>
      <PageHeader
        title={<bdi>{course?.name}</bdi>}
        description={
          course &&
          [course.subject, course.code, t('students', { count: course.students_count })]
            .filter(Boolean)
            .join(' · ')
        }
      />
      <div className="mt-8 grid gap-10 laptop:grid-cols-[minmax(0,1fr)_20rem]">
        <Region title={t('sections')} reply={sections}>
          {({ data }) => (
            <List>
              {data.map((section) => (
                <ListRow
                  key={section.id}
                  title={<bdi>{section.name}</bdi>}
                  end={t('students', { count: section.students_count })}
                />
              ))}
            </List>
          )}
        </Region>
        <section aria-labelledby="course-staff">
          <h2 id="course-staff" className="mb-3 text-large font-semibold">
            {t('staff')}
          </h2>
          <ul className="grid gap-2">
            {course?.teachers.map(({ user_id, name, role }) => (
              <li key={`${user_id}${role}`} className="flex justify-between gap-3">
                <bdi>{name}</bdi>
                <span className="text-small text-ink-3">{t(`roles.${role}`)}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}
