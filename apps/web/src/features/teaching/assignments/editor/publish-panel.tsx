'use client';
import {
  type Assignment,
  closeAssignment,
  deleteAssignment,
  duplicateAssignment,
  getPublishChecks,
  publishAssignment,
  restoreAssignment,
  unpublishAssignment,
} from '@k12/contracts/teaching/assignments';
import { getGradingFrame } from '@k12/contracts/teaching/grading';
import { Button } from '@k12/ui/button';
import { LinkButton } from '@k12/ui/link-button';
import { Menu, MenuItem, MenuSeparator } from '@k12/ui/menu';
import { CircleCheck, CircleX, Ellipsis, TriangleAlert } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';
import { MomentField } from '../../dates/moment-field.tsx';
import { StudentActs } from './student-acts.tsx';

const DeleteDialog = dynamic(
  loaded(() => import('../delete-dialog.tsx').then((module) => module.DeleteDialog)),
  { loading: nothingYet },
);

interface Props {
  courseId: string;
  assignment: Assignment;
  /** Saves what is still waiting, so that what is published is what is seen. */
  onBefore: () => Promise<void>;
}

/** Whether it can be published, and everything that happens to an assignment as a whole. */
export function PublishPanel({ courseId, assignment, onBefore }: Props) {
  const t = useTranslations('teaching-assignments');
  const dates = useDates();
  const attempt = useAttempt();
  const { id, state, can } = assignment;
  const [at, setAt] = useState<string | null>(null);
  const publish = useChange(publishAssignment);
  const close = useChange(closeAssignment);
  const unpublish = useChange(unpublishAssignment);
  const restore = useChange(restoreAssignment);
  const checks = useApi(getPublishChecks, can.publish ? { params: { id } } : null).data?.data ?? [];
  const isBlocked = checks.some(({ level }) => level === 'blocker');
  const request = { params: { id } };
  const send = async () => {
    await onBefore();
    const body = { accept_warnings: true, ...(at && { publish_at: at }) };
    await attempt(() => publish({ ...request, body }));
  };
  return (
    <aside aria-label={t('publishing')} className="content-start">
      <div className="grid gap-4 rounded-card border border-line bg-raised p-4 laptop:sticky laptop:top-6">
        {can.publish && (
          <>
            <Checklist checks={checks} />
            {state === 'draft' && (
              <div className="grid gap-1 text-small">
                <span>{t('publishAt')}</span>
                <MomentField
                  label={t('publishAt')}
                  timeZone={assignment.time_zone}
                  value={at}
                  onChange={setAt}
                />
              </div>
            )}
            <Button variant="primary" disabled={isBlocked} onClick={() => void send()}>
              {t(state === 'closed' ? 'reopen' : at ? 'schedule' : 'publish')}
            </Button>
          </>
        )}
        {state === 'scheduled' && assignment.publish_at && (
          <>
            <p className="text-small">{t('scheduledFor', { when: dates.instant(assignment.publish_at) })}</p>
            <Button onClick={() => void attempt(() => unpublish(request))}>{t('backToDraft')}</Button>
          </>
        )}
        {(state === 'published' || state === 'closed') && (
          <>
            <p className="text-small">
              {t('handedInOf', { done: assignment.submitted_count, all: assignment.assigned_count })}
              {' · '}
              {t('gradedCount', { count: assignment.graded_count })}
            </p>
            <GradeLink courseId={courseId} assignmentId={id} />
          </>
        )}
        {can.update && (state === 'published' || state === 'closed') && (
          <StudentActs courseId={courseId} assignment={assignment} />
        )}
        {can.close && <Button onClick={() => void attempt(() => close(request))}>{t('close')}</Button>}
        {can.restore && (
          <Button variant="primary" onClick={() => void attempt(() => restore(request))}>
            {t('restore')}
          </Button>
        )}
        {can.update && <More courseId={courseId} assignment={assignment} />}
      </div>
    </aside>
  );
}

/** Opens at the first who waits for a grade. */
function GradeLink({ courseId, assignmentId }: { courseId: string; assignmentId: string }) {
  const t = useTranslations('teaching-assignments');
  const { me } = useSession();
  const mayGrade = 'submissions.grade' in me.capabilities;
  const request = { params: { id: assignmentId }, query: { order: 'ungraded_first' as const } };
  const [first] = useApi(getGradingFrame, mayGrade ? request : null).data?.student_ids ?? [];
  if (!first) return null;
  return (
    <LinkButton
      variant="primary"
      href={`${paths.gradeWork(courseId, assignmentId, first)}?order=ungraded_first`}
    >
      {t('grade')}
    </LinkButton>
  );
}

function Checklist({ checks }: { checks: readonly { code: string; level: 'blocker' | 'warning' }[] }) {
  const t = useTranslations('teaching-assignments');
  return (
    <div>
      <h2 className="mb-2 font-semibold text-large">{t('ready')}</h2>
      {checks.length === 0 ? (
        <p className="flex items-center gap-2 text-ok text-small">
          <CircleCheck aria-hidden size={16} /> {t('nothingMissing')}
        </p>
      ) : (
        <ul className="grid gap-2 text-small">
          {checks.map(({ code, level }) => (
            <li key={code} className="flex items-start gap-2">
              {level === 'blocker' ? (
                <CircleX aria-hidden size={16} className="mt-0.5 shrink-0 text-bad" />
              ) : (
                <TriangleAlert aria-hidden size={16} className="mt-0.5 shrink-0 text-warn" />
              )}
              <span>
                <span className="hidden-visually">{t(`levels.${level}`)}: </span>
                {t(`checks.${code as 'no_category'}`)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function More({ courseId, assignment }: { courseId: string; assignment: Assignment }) {
  const t = useTranslations('teaching-assignments');
  const router = useRouter();
  const attempt = useAttempt();
  const duplicate = useChange(duplicateAssignment);
  const unpublish = useChange(unpublishAssignment);
  const remove = useChange(deleteAssignment);
  const [asks, setAsks] = useState(false);
  const request = { params: { id: assignment.id } };
  const copy = () =>
    attempt(async () => {
      const made = await duplicate({ ...request, body: { title: t('copyOf', { title: assignment.title }) } });
      router.push(paths.courseAssignment(courseId, made.id));
    });
  const confirm = () =>
    attempt(async () => {
      await remove({ ...request, query: { confirm: 'true' } });
      router.push(paths.courseAssignments(courseId));
    });
  return (
    <>
      <Menu
        trigger={
          <Button variant="quiet" icon={<Ellipsis aria-hidden />}>
            {t('more')}
          </Button>
        }
      >
        <MenuItem onPress={() => void copy()}>{t('duplicate')}</MenuItem>
        {assignment.state === 'published' && (
          <MenuItem onPress={() => void attempt(() => unpublish(request))}>{t('backToDraft')}</MenuItem>
        )}
        <MenuSeparator />
        <MenuItem danger onPress={() => setAsks(true)}>
          {t('delete')}
        </MenuItem>
      </Menu>
      {asks && (
        <DeleteDialog chosen={[assignment]} onClose={() => setAsks(false)} onDelete={() => void confirm()} />
      )}
    </>
  );
}
