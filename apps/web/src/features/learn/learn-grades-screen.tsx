'use client';
import { getLearnerCourse, type LearnerCourse, listLearnerCourses } from '@k12/contracts/teaching/learning';
import { EmptyState } from '@k12/ui/empty-state';
import { List } from '@k12/ui/list-row';
import { PageHeader } from '@k12/ui/page-header';
import { ChartNoAxesColumn } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { courseHue } from '@/features/teaching/courses/course-hue.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { RegionBody } from '@/shell/region.tsx';
import { ChildChoice } from './child-choice.tsx';
import { CourseTotal } from './course-total.tsx';
import { OpenMark } from './open-mark.tsx';
import { TotalTools } from './total-tools.tsx';
import { type Student, useStudent } from './use-student.ts';
import { WorkRow } from './work-row.tsx';

/** Totals of the courses that show them, from posted grades alone; each opens to its work (PPL-17). */
export function LearnGradesScreen() {
  const t = useTranslations('learn');
  const student = useStudent();
  const courses = useApi(listLearnerCourses, student.id ? { params: { id: student.id } } : null);
  const empty = (
    <EmptyState icon={<ChartNoAxesColumn aria-hidden />} title={t('noGradesTitle')}>
      {t('noGradesText')}
    </EmptyState>
  );
  return (
    <div className="mx-auto max-w-document">
      <PageHeader title={t('grades')} description={t('gradesText')} />
      <div className="mt-6">
        <ChildChoice student={student} />
        {student.isNobody ? (
          empty
        ) : (
          <RegionBody reply={student.failed ?? courses}>
            {({ data }) => {
              const shown = data.filter(({ when }) => when !== 'future');
              if (shown.length === 0) return empty;
              return (
                <ul className="grid gap-3">
                  {shown.map((course) => (
                    <CourseGrades key={course.id} course={course} student={student} />
                  ))}
                </ul>
              );
            }}
          </RegionBody>
        )}
      </div>
    </div>
  );
}

function CourseGrades({ course, student }: { course: LearnerCourse; student: Student }) {
  const t = useTranslations('learn');
  const [isOpen, setOpen] = useState(false);
  return (
    <li
      data-subject={courseHue(course)}
      className="relative overflow-hidden rounded-card border border-line bg-raised ps-1 before:absolute before:inset-y-0 before:start-0 before:w-1 before:bg-subject"
    >
      <details className="group" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="flex min-h-row items-center gap-x-3 gap-y-1 p-4">
          <span className="min-w-0 flex-1">
            <bdi className="font-semibold [overflow-wrap:anywhere]">{course.name}</bdi>
            {course.missing_count > 0 && (
              <span className="ms-2 text-small text-bad">
                {t('missingCount', { count: course.missing_count })}
              </span>
            )}
          </span>
          <CourseTotal course={course} />
          <OpenMark />
        </summary>
        {isOpen && <CourseWork course={course} student={student} />}
      </details>
    </li>
  );
}

function CourseWork({ course, student }: { course: LearnerCourse; student: Student }) {
  const t = useTranslations('learn');
  const params = student.id && { id: student.id, course_id: course.id };
  const reply = useApi(getLearnerCourse, params ? { params } : null);
  return (
    <div className="border-t border-line p-3">
      {course.total?.is_early && <p className="mb-3 text-small text-ink-2">{t('earlyText')}</p>}
      <TotalTools course={course} student={student} />
      <RegionBody reply={reply}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-ink-2">{t('noWork')}</p>
          ) : (
            <List framed label={course.name}>
              {/* What was graded last is looked for most. */}
              {items.toReversed().map((item) => (
                <WorkRow key={item.assignment_id} item={item} suffix={student.suffix} />
              ))}
            </List>
          )
        }
      </RegionBody>
    </div>
  );
}
