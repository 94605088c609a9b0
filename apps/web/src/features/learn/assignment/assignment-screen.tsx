'use client';
import { getLearnerAssignment, type LearnerAssignment } from '@k12/contracts/teaching/learning';
import { getMySubmission } from '@k12/contracts/teaching/submissions';
import type { RichNode } from '@k12/plan-content/rich-text';
import { Banner } from '@k12/ui/banner';
import { PageHeader } from '@k12/ui/page-header';
import { useTranslations } from 'next-intl';
import { RichTextView } from '@/features/planning/editor/rich-text/rich-text-view.tsx';
import { useApi } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { AppLink } from '@/shell/app-link.tsx';
import { useCrumbAbove, useRecordCrumb } from '@/shell/crumbs.ts';
import { RegionBody } from '@/shell/region.tsx';
import { ItemState, Score } from '../item-state.tsx';
import { useStudent } from '../use-student.ts';
import { AttachmentsPart } from './attachments-part.tsx';
import { AttemptsPart } from './attempts-part.tsx';
import { FactsPart } from './facts-part.tsx';
import { FeedbackPart } from './feedback-part.tsx';
import { RubricBefore } from './rubric-before.tsx';
import { WorkPart } from './work-part.tsx';

/** One piece of work: what to do, until when, how it stands, and the place to do it (PPL-13). */
export function AssignmentScreen({ courseId, assignmentId }: { courseId: string; assignmentId: string }) {
  const student = useStudent();
  const params = student.id && { id: student.id, assignment_id: assignmentId };
  const reply = useApi(getLearnerAssignment, params ? { params } : null);
  const work = reply.data;
  useCrumbAbove(work?.course_name, `${paths.learnCourse(courseId)}${student.suffix}`);
  useRecordCrumb(work?.title);
  return (
    <div className="mx-auto max-w-document">
      <PageHeader
        title={<bdi>{work?.title ?? '…'}</bdi>}
        description={
          <>
            <AppLink
              href={`${paths.learnCourse(courseId)}${student.suffix}`}
              className="-my-2 inline-block py-2"
            >
              <bdi className="underline decoration-line-strong underline-offset-4">{work?.course_name}</bdi>
            </AppLink>
            {student.child && (
              <>
                {' · '}
                <bdi>{student.child.name}</bdi>
              </>
            )}
          </>
        }
        status={work && <ItemState item={work} />}
      />
      <div className="mt-5 grid gap-8">
        <RegionBody reply={student.failed ?? reply}>
          {(shown) => <Parts work={shown} studentId={student.id ?? ''} refresh={() => void reply.mutate()} />}
        </RegionBody>
      </div>
    </div>
  );
}

function Parts({
  work,
  studentId,
  refresh,
}: {
  work: LearnerAssignment;
  studentId: string;
  refresh: () => void;
}) {
  const t = useTranslations('learn');
  const { instructions } = work;
  return (
    <>
      {work.revision && (
        <Banner tone="warn" title={t('revisionAsked')}>
          <p className="whitespace-pre-wrap">
            <bdi>{work.revision.note}</bdi>
          </p>
        </Banner>
      )}
      {work.posted_at !== null && (
        <FeedbackPart work={work} studentId={studentId} score={<Score item={work} />} />
      )}
      <FactsPart work={work} />
      {instructions && (
        <section aria-labelledby="instructions">
          <h2 id="instructions" className="mb-3 text-large font-semibold">
            {t('instructions')}
          </h2>
          <div dir="auto" className="rich-text reading">
            <RichTextView node={instructions as unknown as RichNode} />
          </div>
        </section>
      )}
      <AttachmentsPart work={work} studentId={studentId} />
      {work.posted_at === null && work.status !== 'not_open' && (
        <RubricBefore work={work} studentId={studentId} />
      )}
      {work.is_own && work.status !== 'not_open' && <OwnWork work={work} refresh={refresh} />}
      <AttemptsPart work={work} />
    </>
  );
}

function OwnWork({ work, refresh }: { work: LearnerAssignment; refresh: () => void }) {
  const mine = useApi(getMySubmission, { params: { id: work.assignment_id } });
  return (
    <RegionBody reply={mine}>
      {(shown) => <WorkPart work={work} mine={shown} refresh={() => void mine.mutate().then(refresh)} />}
    </RegionBody>
  );
}
