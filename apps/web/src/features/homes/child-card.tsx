'use client';
import {
  getLearnerHome,
  type LearnerCourse,
  type LearnerHome,
  listLearnerCourses,
} from '@k12/contracts/teaching/learning';
import { List, ListRow } from '@k12/ui/list-row';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { CourseTotal } from '@/features/learn/course-total.tsx';
import { WorkRow } from '@/features/learn/work-row.tsx';
import { courseHue } from '@/features/teaching/courses/course-hue.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { AppLink } from '@/shell/app-link.tsx';
import { PersonAvatar } from '@/shell/person-avatar.tsx';
import { RegionBody } from '@/shell/region.tsx';

const mostDue = 3;
const mostNew = 2;
/** Rows as wide as the card, so that the edges of the courses lie on its own. */
const rows = '-mx-4 *:px-4 tablet:-mx-5 tablet:*:px-5';

/** One child in half a minute: what is missing, what is due, what came back, and each course's grade (UXP-126). */
export function ChildCard({ id, name }: { id: string; name: string }) {
  const heading = useId();
  const home = useApi(getLearnerHome, { params: { id } });
  const courses = useApi(listLearnerCourses, { params: { id } });
  const suffix = `?student=${id}`;
  return (
    <li aria-labelledby={heading} className="rounded-card border border-line bg-raised p-4 tablet:p-5">
      <div className="flex items-center gap-3">
        <PersonAvatar id={id} name={name} />
        <div className="min-w-0 flex-1">
          <h3 id={heading} className="text-large font-semibold [overflow-wrap:anywhere]">
            <AppLink href={`${paths.learnCourses()}${suffix}`}>
              <bdi>{name}</bdi>
            </AppLink>
          </h3>
          {courses.data && <Summary courses={courses.data.data} />}
        </div>
      </div>
      <div className="mt-4 grid gap-5">
        <RegionBody reply={home}>{(data) => <ChildWork home={data} suffix={suffix} />}</RegionBody>
        <RegionBody reply={courses}>
          {({ data }) => <ChildGrades courses={data} suffix={suffix} />}
        </RegionBody>
      </div>
    </li>
  );
}

/** The two numbers that matter, over all courses that run. */
function Summary({ courses }: { courses: readonly LearnerCourse[] }) {
  const t = useTranslations('learn');
  const running = courses.filter(({ when }) => when === 'current');
  const missing = running.reduce((sum, course) => sum + course.missing_count, 0);
  const toDo = running.reduce((sum, course) => sum + course.to_do_count, 0);
  if (missing + toDo === 0) return null;
  return (
    <p className="flex flex-wrap gap-x-3 text-small text-ink-2">
      {missing > 0 && <span className="font-medium text-bad">{t('missingCount', { count: missing })}</span>}
      {toDo > 0 && <span>{t('toDoCount', { count: toDo })}</span>}
    </p>
  );
}

function ChildWork({ home, suffix }: { home: LearnerHome; suffix: string }) {
  const t = useTranslations('learn');
  const due = home.to_dos.slice(0, mostDue);
  const fresh = home.feedback.slice(0, mostNew);
  return (
    <>
      <Part title={t('dueSoon')}>
        {due.length === 0 ? (
          <p className="text-ink-2">{t('nothingDueChild')}</p>
        ) : (
          <List className={rows} label={t('dueSoon')}>
            {due.map((item) => (
              <WorkRow key={item.assignment_id} item={item} suffix={suffix} showsCourse isToDoKnown />
            ))}
          </List>
        )}
      </Part>
      {fresh.length > 0 && (
        <Part title={t('newFeedback')}>
          <List className={rows} label={t('newFeedback')}>
            {fresh.map((item) => (
              <WorkRow key={item.assignment_id} item={item} suffix={suffix} showsCourse />
            ))}
          </List>
        </Part>
      )}
    </>
  );
}

function ChildGrades({ courses, suffix }: { courses: readonly LearnerCourse[]; suffix: string }) {
  const t = useTranslations('learn');
  const running = courses.filter(({ when }) => when === 'current');
  if (running.length === 0) return null;
  return (
    <Part
      title={t('grades')}
      more={
        <AppLink
          href={`${paths.learnGrades()}${suffix}`}
          className="-my-3 inline-block py-3 text-small text-ink-2 underline"
        >
          {t('seeAll')}
        </AppLink>
      }
    >
      <List className={rows} label={t('grades')}>
        {running.map((course) => (
          <ListRow
            key={course.id}
            subject={courseHue(course)}
            href={`${paths.learnCourse(course.id)}${suffix}`}
            title={<bdi>{course.name}</bdi>}
            end={<CourseTotal course={course} />}
          />
        ))}
      </List>
    </Part>
  );
}

function Part({ title, more, children }: { title: string; more?: ReactNode; children: ReactNode }) {
  return (
    <div>
      <div className="mb-1 flex items-baseline justify-between gap-3">
        <h4 className="text-small font-semibold text-ink-2">{title}</h4>
        {more}
      </div>
      {children}
    </div>
  );
}
