'use client';
import { getLearnerCourse, type LearnerItem } from '@k12/contracts/teaching/learning';
import { List } from '@k12/ui/list-row';
import { PageHeader } from '@k12/ui/page-header';
import { Progress } from '@k12/ui/progress';
import { useTranslations } from 'next-intl';
import { StudentModules } from '@/features/teaching/modules/student-modules.tsx';
import { useApi } from '@/lib/api/hooks.ts';
import { useJoined } from '@/lib/joined.ts';
import { paths } from '@/lib/paths.ts';
import { useRecordCrumb } from '@/shell/crumbs.ts';
import { RegionBody } from '@/shell/region.tsx';
import { OwnMastery } from './own-mastery.tsx';
import { useStudent } from './use-student.ts';
import { WorkRow } from './work-row.tsx';

const open: ReadonlySet<string> = new Set(['to_do', 'started', 'revision', 'missing']);
const groups = ['open', 'coming', 'done'] as const;

/** One course of a student: what is open, what comes, what is done, and how far they are (PPL-12). */
export function LearnCourseScreen({ courseId }: { courseId: string }) {
  const t = useTranslations('learn');
  const joined = useJoined();
  const student = useStudent();
  const params = student.id && { id: student.id, course_id: courseId };
  const reply = useApi(getLearnerCourse, params ? { params } : null);
  const course = reply.data?.course;
  useRecordCrumb(course?.name);
  return (
    <div className="mx-auto max-w-document">
      <PageHeader
        title={<bdi>{course?.name ?? '…'}</bdi>}
        description={[student.child?.name, course && joined(course.teachers.map(({ name }) => name))]
          .filter(Boolean)
          .join(' · ')}
      />
      <div className="mt-6 grid gap-8">
        <RegionBody reply={student.failed ?? reply}>
          {({ course: shown, items }) => (
            <>
              {shown.items_count > 0 && (
                <Progress
                  label={t('progress')}
                  value={shown.done_count}
                  max={shown.items_count}
                  valueText={t('progressText', { done: shown.done_count, all: shown.items_count })}
                />
              )}
              {items.length === 0 && <p className="text-ink-2">{t('noWork')}</p>}
              {groups.map((group) => (
                <Group key={group} group={group} items={items} suffix={student.suffix} />
              ))}
            </>
          )}
        </RegionBody>
        {student.id && <OwnMastery courseId={courseId} studentId={student.id} />}
        {student.id && (
          <StudentModules
            courseId={courseId}
            studentId={student.isOwn ? undefined : student.id}
            assignmentPath={(id) => paths.learnAssignment(courseId, id) + student.suffix}
          />
        )}
      </div>
    </div>
  );
}

function groupOf({ status }: LearnerItem): (typeof groups)[number] {
  if (open.has(status)) return 'open';
  return status === 'not_open' || status === 'nothing_to_hand_in' ? 'coming' : 'done';
}

function Group({
  group,
  items,
  suffix,
}: {
  group: (typeof groups)[number];
  items: LearnerItem[];
  suffix: string;
}) {
  const t = useTranslations('learn');
  const own = items.filter((item) => groupOf(item) === group);
  // What is done is looked up by how it went last.
  const shown = group === 'done' ? own.toReversed() : own;
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby={`work-${group}`}>
      <h2 id={`work-${group}`} className="mb-3 text-large font-semibold">
        {t(`groups.${group}`)}
      </h2>
      <List framed>
        {shown.map((item) => (
          <WorkRow key={item.assignment_id} item={item} suffix={suffix} isToDoKnown={group === 'open'} />
        ))}
      </List>
    </section>
  );
}
