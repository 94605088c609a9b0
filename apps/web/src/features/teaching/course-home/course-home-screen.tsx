'use client';
import { type CourseHome, getCourseHome } from '@k12/contracts/teaching/course-home';
import { type Course, getCourse } from '@k12/contracts/teaching/courses';
import { Banner } from '@k12/ui/banner';
import { LinkButton } from '@k12/ui/link-button';
import { List, ListRow } from '@k12/ui/list-row';
import { PageHeader } from '@k12/ui/page-header';
import { Progress } from '@k12/ui/progress';
import { StatusBadge } from '@k12/ui/status-badge';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { useJoined } from '@/lib/joined.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { paths } from '@/lib/paths.ts';
import { AppLink } from '@/shell/app-link.tsx';
import { useRecordCrumb } from '@/shell/crumbs.ts';
import { RegionBody } from '@/shell/region.tsx';

const PinButton = dynamic(
  loaded(() => import('@/shell/pin-button.tsx').then((module) => module.PinButton)),
  { loading: nothingYet },
);

/** What its staff want to know when they come in, and the ways on from there (TCH-17). */
export function CourseHomeScreen({ courseId }: { courseId: string }) {
  const request = { params: { id: courseId } };
  const { data: course } = useApi(getCourse, request);
  const home = useApi(getCourseHome, request);
  useRecordCrumb(course?.name);
  return (
    <>
      <PageHeader
        title={<bdi>{course?.name}</bdi>}
        description={course && <CourseFacts course={course} terms={home.data?.terms ?? []} />}
        actions={
          <>
            {course && <PinButton subject_type="course" subject_id={courseId} title={course.name} />}
            <QuickActions courseId={courseId} canWrite={home.data?.can.write === true} />
          </>
        }
      />
      <div className="mt-6">
        <RegionBody reply={home}>
          {(data) => (
            <>
              {course && <Beginning course={course} />}
              <div className="grid gap-10 laptop:grid-cols-[minmax(0,1fr)_20rem]">
                <div className="grid content-start gap-8">
                  <ToGrade courseId={courseId} waiting={data.to_grade} />
                  <ModulesPart courseId={courseId} modules={data.modules} />
                </div>
                <div className="grid content-start gap-8">
                  <DueNext courseId={courseId} due={data.due_next} />
                  <Activity courseId={courseId} activity={data.activity} />
                  {course && course.teachers.length > 0 && <Staff course={course} />}
                </div>
              </div>
            </>
          )}
        </RegionBody>
      </div>
    </>
  );
}

/** A course that was just made holds nobody: from here people come into it, and its classes get their times. */
function Beginning({ course: { id, students_count, teachers, can } }: { course: Course }) {
  const t = useTranslations('teaching-course-home');
  if (students_count > 0 || !can.manage_enrollments) return null;
  return (
    <div className="mb-8">
      <Banner
        title={t('nobodyTitle')}
        actions={
          <>
            <LinkButton size="small" href={`${paths.courseRoster(id)}?new=1`}>
              {t('enroll')}
            </LinkButton>
            {can.manage_sections && (
              <LinkButton size="small" href={paths.courseSettings(id)}>
                {t('whenMeets')}
              </LinkButton>
            )}
          </>
        }
      >
        {t(teachers.length === 0 ? 'nobodyTeaches' : 'nobodyText')}
      </Banner>
    </div>
  );
}

function CourseFacts({ course, terms }: { course: Course; terms: readonly string[] }) {
  const t = useTranslations('teaching-course-home');
  const joined = useJoined();
  const facts = [
    course.subject,
    course.code,
    joined(terms) || t('wholeYear'),
    joined(course.sections.map(({ name }) => name)),
    t('students', { count: course.students_count }),
  ];
  return facts.filter(Boolean).join(' · ');
}

function QuickActions({ courseId, canWrite }: { courseId: string; canWrite: boolean }) {
  const t = useTranslations('teaching-course-home');
  return (
    <>
      <LinkButton href={paths.courseGradebook(courseId)}>{t('gradebook')}</LinkButton>
      {canWrite && <LinkButton href={paths.courseNewAssignment(courseId)}>{t('newAssignment')}</LinkButton>}
      {canWrite && <LinkButton href={paths.courseNewModule(courseId)}>{t('newModule')}</LinkButton>}
    </>
  );
}

function Part({ title, id, children }: { title: string; id: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-3 font-semibold text-large">
        {title}
      </h2>
      {children}
    </section>
  );
}

function ToGrade({ courseId, waiting }: { courseId: string; waiting: CourseHome['to_grade'] }) {
  const t = useTranslations('teaching-course-home');
  const dates = useDates();
  return (
    <Part id="home-to-grade" title={t('toGrade')}>
      {waiting.count === 0 ? (
        <p className="text-ink-3">{t('nothingToGrade')}</p>
      ) : (
        <p className="flex flex-wrap items-baseline gap-x-3">
          <AppLink
            href={paths.courseSubmissions(courseId)}
            className="font-semibold text-title underline-offset-2 hover:underline"
          >
            {t('waiting', { count: waiting.count })}
          </AppLink>
          {waiting.oldest_at && (
            <span className="text-ink-3 text-small">
              {t('oldest', { ago: dates.ago(waiting.oldest_at) })}
            </span>
          )}
        </p>
      )}
    </Part>
  );
}

function ModulesPart({ courseId, modules }: { courseId: string; modules: CourseHome['modules'] }) {
  const t = useTranslations('teaching-course-home');
  return (
    <Part id="home-modules" title={t('modules')}>
      {modules.length === 0 ? (
        <p className="text-ink-3">{t('noModules')}</p>
      ) : (
        <List framed>
          {modules.map((module) => (
            <ListRow
              key={module.id}
              title={<bdi>{module.title}</bdi>}
              href={paths.courseModules(courseId)}
              description={t('items', { count: module.items_count })}
              end={
                module.done_percent === null ? (
                  <StatusBadge status={module.state === 'scheduled' ? 'planned' : module.state}>
                    {t(`states.${module.state}`)}
                  </StatusBadge>
                ) : (
                  <span className="block w-28">
                    <Progress
                      hideLabel
                      label={t('progressOf', { title: module.title })}
                      value={module.done_percent}
                      valueText={t('percent', { percent: module.done_percent })}
                    />
                  </span>
                )
              }
            />
          ))}
        </List>
      )}
    </Part>
  );
}

function DueNext({ courseId, due }: { courseId: string; due: CourseHome['due_next'] }) {
  const t = useTranslations('teaching-course-home');
  const dates = useDates();
  return (
    <Part id="home-due" title={t('dueNext')}>
      {due.length === 0 ? (
        <p className="text-ink-3">{t('nothingDue')}</p>
      ) : (
        <List>
          {due.map((item) => (
            <ListRow
              key={item.assignment_id}
              title={<bdi>{item.title}</bdi>}
              href={paths.courseAssignment(courseId, item.assignment_id)}
              description={t('handedIn', { done: item.submitted_count, count: item.assigned_count })}
              end={
                <time dateTime={item.due_at} title={dates.instant(item.due_at)}>
                  {dates.ago(item.due_at)}
                </time>
              }
            />
          ))}
        </List>
      )}
    </Part>
  );
}

function Activity({ courseId, activity }: { courseId: string; activity: CourseHome['activity'] }) {
  const t = useTranslations('teaching-course-home');
  const dates = useDates();
  return (
    <Part id="home-activity" title={t('activity')}>
      {activity.length === 0 ? (
        <p className="text-ink-3">{t('noActivity')}</p>
      ) : (
        <List>
          {activity.map((entry) => (
            <ListRow
              key={`${entry.assignment_id} ${entry.student_id ?? entry.submitted_at}`}
              title={<bdi>{entry.student_name ?? t('somebody')}</bdi>}
              description={<bdi>{entry.title}</bdi>}
              end={dates.ago(entry.submitted_at)}
              href={
                entry.student_id
                  ? paths.gradeWork(courseId, entry.assignment_id, entry.student_id)
                  : paths.courseSubmissions(courseId)
              }
            />
          ))}
        </List>
      )}
    </Part>
  );
}

function Staff({ course }: { course: Course }) {
  const t = useTranslations('teaching-courses');
  return (
    <Part id="home-staff" title={t('staff')}>
      <ul className="grid gap-2">
        {course.teachers.map(({ user_id, name, role }) => (
          <li key={`${user_id}${role}`} className="flex justify-between gap-3">
            <bdi>{name}</bdi>
            <span className="text-ink-3 text-small">{t(`roles.${role}`)}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
