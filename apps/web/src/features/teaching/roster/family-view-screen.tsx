'use client';
import type { LearnerCourse, LearnerItem } from '@k12/contracts/teaching/learning';
import { getFamilyAssignment, getFamilyCourse } from '@k12/contracts/teaching/student-panel';
import { Button } from '@k12/ui/button';
import { List } from '@k12/ui/list-row';
import { PageHeader } from '@k12/ui/page-header';
import { useTranslations } from 'next-intl';
import { FactsPart } from '@/features/learn/assignment/facts-part.tsx';
import { FeedbackPart } from '@/features/learn/assignment/feedback-part.tsx';
import { CourseTotal } from '@/features/learn/course-total.tsx';
import { ItemState, Score } from '@/features/learn/item-state.tsx';
import { WorkRow } from '@/features/learn/work-row.tsx';
import { useAddress } from '@/lib/address.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { useJoined } from '@/lib/joined.ts';
import { paths } from '@/lib/paths.ts';
import { useRecordCrumb } from '@/shell/crumbs.ts';
import { RegionBody } from '@/shell/region.tsx';
import { FamilyBar, type Viewer } from './family-bar.tsx';

interface Props {
  courseId: string;
  studentId: string;
}

/** What this student and their guardians see now: the very answers they get, told as their pages tell them (TCH-186). */
export function FamilyViewScreen({ courseId, studentId }: Props) {
  const t = useTranslations('teaching-panel');
  const { read, write } = useAddress();
  const viewer: Viewer = read('as') === 'guardian' ? 'guardian' : 'student';
  const work = read('work');
  const reply = useApi(getFamilyCourse, {
    params: { id: courseId, student_id: studentId },
    query: { as: viewer },
  });
  const name = reply.data?.student_name ?? '…';
  useRecordCrumb(name);
  return (
    <>
      <FamilyBar
        name={name}
        viewer={viewer}
        onViewer={(next) => write({ as: next === 'guardian' ? next : null })}
        exit={paths.courseRoster(courseId)}
      />
      <div className="mx-auto max-w-document">
        {work ? (
          <>
            <Button size="small" variant="quiet" onClick={() => write({ work: null })}>
              {t('back')}
            </Button>
            <FamilyWork assignmentId={work} studentId={studentId} viewer={viewer} />
          </>
        ) : (
          <RegionBody reply={reply}>
            {({ course, items, hidden_count }) => (
              <FamilyCourse
                course={course}
                items={items}
                hiddenCount={hidden_count}
                workPath={(id) => paths.familyView(courseId, studentId, { work: id, as: viewer })}
              />
            )}
          </RegionBody>
        )}
      </div>
    </>
  );
}

interface CourseProps {
  workPath: (assignmentId: string) => string;
  course: LearnerCourse;
  items: readonly LearnerItem[];
  hiddenCount: number;
}

function FamilyCourse({ course, items, hiddenCount, workPath }: CourseProps) {
  const t = useTranslations('teaching-panel');
  const joined = useJoined();
  return (
    <>
      <PageHeader
        title={<bdi>{course.name}</bdi>}
        description={joined(course.teachers.map(({ name }) => name))}
        status={<CourseTotal course={course} />}
      />
      <div className="mt-6 grid gap-3">
        {items.length === 0 && <p className="text-ink-2">{t('noWork')}</p>}
        <List framed>
          {items.map((item) => (
            <WorkRow key={item.assignment_id} item={item} suffix="" href={workPath(item.assignment_id)} />
          ))}
        </List>
        {hiddenCount > 0 && <p className="text-ink-3 text-small">{t('hidden', { count: hiddenCount })}</p>}
      </div>
    </>
  );
}

interface WorkProps {
  assignmentId: string;
  studentId: string;
  viewer: Viewer;
}

function FamilyWork({ assignmentId, studentId, viewer }: WorkProps) {
  const reply = useApi(getFamilyAssignment, {
    params: { id: assignmentId, student_id: studentId },
    query: { as: viewer },
  });
  return (
    <RegionBody reply={reply}>
      {(work) => (
        <>
          <PageHeader
            title={<bdi>{work.title}</bdi>}
            description={<bdi>{work.course_name}</bdi>}
            status={<ItemState item={work} />}
          />
          <div className="mt-5 grid gap-8">
            <FactsPart work={work} />
            {/* The staff asks for the student's feedback by name; nothing is read, answered or judged in their place. */}
            <FeedbackPart
              work={{ ...work, is_own: false }}
              studentId={studentId}
              score={<Score item={work} />}
            />
          </div>
        </>
      )}
    </RegionBody>
  );
}
