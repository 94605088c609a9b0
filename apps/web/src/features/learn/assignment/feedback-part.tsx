'use client';
import {
  getMyFeedback,
  type MyFeedback,
  readFeedback,
  replyToFeedback,
} from '@k12/contracts/teaching/feedback';
import type { LearnerAssignment } from '@k12/contracts/teaching/learning';
import { Badge } from '@k12/ui/badge';
import { Button } from '@k12/ui/button';
import { TextArea } from '@k12/ui/text-area';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { RegionBody } from '@/shell/region.tsx';
import { MarkedFiles } from './marked-files.tsx';

interface Props {
  work: LearnerAssignment;
  studentId: string;
  score: ReactNode;
}

/** What was said about the work, once it is posted: score, deduction, rubric, comments (PPL-14). */
export function FeedbackPart({ work, studentId, score }: Props) {
  const t = useTranslations('learn');
  const query = work.is_own ? {} : { student_id: studentId };
  const reply = useApi(getMyFeedback, { params: { id: work.assignment_id }, query });
  return (
    <section aria-labelledby="feedback" className="rounded-card border border-line bg-raised p-4 tablet:p-5">
      <h2 id="feedback" className="text-large font-semibold">
        {t('feedback')}
      </h2>
      {work.score !== null && <p className="mt-2 text-title font-semibold">{score}</p>}
      {work.deduction && work.entered_score && (
        <p className="text-small text-ink-2">
          {t('deducted', { entered: work.entered_score, deduction: work.deduction })}
        </p>
      )}
      {work.is_by_policy && <p className="text-small text-ink-2">{t('byPolicy')}</p>}
      <div className="mt-4 grid gap-4">
        <RegionBody reply={reply}>
          {(feedback) => (
            <>
              <RubricMarks feedback={feedback} />
              <Comments feedback={feedback} />
              <MarkedFiles work={work} feedback={feedback} />
              <ReadMark assignmentId={work.assignment_id} feedback={feedback} />
              {feedback.can.reply && <ReplyForm assignmentId={work.assignment_id} />}
            </>
          )}
        </RegionBody>
      </div>
    </section>
  );
}

/** The student says that they have read it; whoever looks later sees when (PPL-14). */
function ReadMark({ assignmentId, feedback }: { assignmentId: string; feedback: MyFeedback }) {
  const t = useTranslations('learn');
  const dates = useDates();
  const attempt = useAttempt();
  const markRead = useChange(readFeedback, ['my_feedback.']);
  if (feedback.can.mark_read)
    return (
      <p className="flex items-center gap-3">
        <Badge tone="info">{t('unreadFeedback')}</Badge>
        <Button size="small" onClick={() => void attempt(() => markRead({ params: { id: assignmentId } }))}>
          {t('markRead')}
        </Button>
      </p>
    );
  if (!feedback.read_at || feedback.is_unread) return null;
  return <p className="text-ink-3 text-small">{t('readOn', { when: dates.instant(feedback.read_at) })}</p>;
}

function RubricMarks({ feedback }: { feedback: MyFeedback }) {
  const t = useTranslations('learn');
  const { rubric, assessment, self_assessment } = feedback;
  if (!rubric || !assessment) return null;
  return (
    <dl className="grid gap-3">
      {rubric.criteria.map((criterion) => {
        const mark = assessment.marks[criterion.id];
        const rating = criterion.ratings.find(({ id }) => id === mark?.rating_id);
        const points = mark?.points ?? rating?.points;
        const ownId = self_assessment?.marks[criterion.id]?.rating_id;
        const own = criterion.ratings.find(({ id }) => id === ownId);
        return (
          <div key={criterion.id} className="border-b border-line pb-2 last:border-b-0">
            <dt className="font-medium">
              <bdi>{criterion.title}</bdi>
            </dt>
            <dd className="text-ink-2">
              <bdi>{rating?.label ?? '–'}</bdi>
              {rubric.has_points && points && (
                <span className="ms-2 tabular-nums">
                  <bdi dir="ltr">
                    {points}/{criterion.points}
                  </bdi>
                </span>
              )}
              {own && <span className="ms-2 text-small">{t('ownLevel', { level: own.label })}</span>}
              {mark?.comment && (
                <p>
                  <bdi>{mark.comment}</bdi>
                </p>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Comments({ feedback }: { feedback: MyFeedback }) {
  const t = useTranslations('learn');
  if (feedback.comments.length === 0) return null;
  return (
    <ul className="grid gap-3" aria-label={t('comments')}>
      {feedback.comments.map((comment) => (
        <li key={comment.id} className={comment.is_by_student ? 'ms-6' : ''}>
          <p className="text-small text-ink-3">
            <bdi>{comment.author_name}</bdi>
          </p>
          <p dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
            {comment.body}
          </p>
        </li>
      ))}
    </ul>
  );
}

function ReplyForm({ assignmentId }: { assignmentId: string }) {
  const t = useTranslations('learn');
  const attempt = useAttempt();
  const reply = useChange(replyToFeedback, ['my_feedback.']);
  const [body, setBody] = useState('');
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (await attempt(() => reply({ params: { id: assignmentId }, body: { body } }))) setBody('');
  };
  return (
    <form onSubmit={send} className="grid gap-2">
      <TextArea
        label={t('reply')}
        value={body}
        onChange={(event) => setBody(event.target.value)}
        maxLength={5_000}
      />
      <div>
        <Button type="submit" disabled={body.trim() === ''}>
          {t('sendReply')}
        </Button>
      </div>
    </form>
  );
}
