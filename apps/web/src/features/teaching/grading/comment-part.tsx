'use client';
import type { FeedbackComment } from '@k12/contracts/teaching/feedback';
import type { GradedWork, GradingFrame } from '@k12/contracts/teaching/grading';
import { SegmentedControl } from '@k12/ui/segmented-control';
import clsx from 'clsx';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useState } from 'react';
import { useDates } from '@/lib/dates.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import type { WorkSaves } from './use-work-saves.ts';

const BankMenu = dynamic(
  loaded(() => import('./bank-menu.tsx').then((module) => module.BankMenu)),
  { loading: nothingYet },
);

interface Props {
  work: GradedWork;
  frame: GradingFrame;
  saves: WorkSaves;
  field: RefObject<HTMLTextAreaElement | null>;
}

const pauseMs = 1_200;

export function CommentPart({ work, frame, saves, field }: Props) {
  const t = useTranslations('teaching-grading');
  const [visibility, setVisibility] = useState<'student' | 'staff'>('student');
  const draft = work.comments.find(
    (one) => one.can.update && one.state === 'draft' && one.visibility === visibility,
  );
  const others = work.comments.filter(({ id }) => id !== draft?.id);
  return (
    <section aria-labelledby="comment-title" className="border-b border-line px-4 py-4">
      <div className="mb-2.5 flex flex-wrap items-center justify-between gap-2 text-small text-ink-3">
        <h2 id="comment-title" className="font-semibold">
          {t('comment')}
        </h2>
        <span className="font-medium">{t('forPhrases')}</span>
      </div>
      {others.length > 0 && (
        <ul className="mb-3 grid gap-2" aria-label={t('earlier')}>
          {others.map((comment) => (
            <Said key={comment.id} comment={comment} />
          ))}
        </ul>
      )}
      {frame.can.comment && (
        <>
          <CommentField
            key={visibility}
            {...{ work, saves, field, visibility }}
            saved={draft?.body ?? ''}
            courseId={frame.assignment.course_id}
          />
          <div className="mt-2">
            <SegmentedControl
              label={t('seenBy')}
              value={visibility}
              onValueChange={(value) => setVisibility(value as 'student' | 'staff')}
              options={(['student', 'staff'] as const).map((value) => ({ value, label: t(`seen.${value}`) }))}
            />
          </div>
        </>
      )}
    </section>
  );
}

interface FieldProps {
  work: GradedWork;
  saves: WorkSaves;
  field: RefObject<HTMLTextAreaElement | null>;
  visibility: 'student' | 'staff';
  saved: string;
  courseId: string;
}

function CommentField({ work, saves, field, visibility, saved, courseId }: FieldProps) {
  const t = useTranslations('teaching-grading');
  const [text, setText] = useState((visibility === 'student' && saves.kept()?.comment) || saved);
  const [sent, setSent] = useState(saved);
  useEffect(() => {
    if (text === sent || !isSaid(text)) return;
    const timer = setTimeout(() => {
      setSent(text);
      void saves.saveComment(text, visibility);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [text, sent, saves, visibility]);
  const send = () => {
    if (text === sent || !isSaid(text)) return;
    setSent(text);
    void saves.saveComment(text, visibility);
  };
  const asked = /(?:^|\s)\/([^\n/]*)$/.exec(text)?.[1];
  const insert = (phrase: string) => {
    const filled = work.student.first_name
      ? phrase.replaceAll('{first_name}', work.student.first_name)
      : phrase;
    setText((now) => now.replace(/(^|\s)\/[^\n/]*$/, '$1') + filled);
    field.current?.focus();
  };
  return (
    <div className="relative">
      <textarea
        ref={field}
        aria-labelledby="comment-title"
        rows={3}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={send}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
        }}
        className={clsx(
          'field-sizing-content max-h-96 min-h-20 w-full rounded-control border px-2.5 py-2 text-body',
          visibility === 'staff' ? 'border-dashed border-warn bg-warn-tint' : 'border-line-control bg-raised',
        )}
      />
      {visibility === 'staff' && <p className="text-small text-warn">{t('staffNote')}</p>}
      {asked !== undefined && <BankMenu asked={asked} courseId={courseId} onInsert={insert} />}
    </div>
  );
}

function Said({ comment }: { comment: FeedbackComment }) {
  const t = useTranslations('teaching-grading');
  const dates = useDates();
  const isNote = comment.visibility === 'staff';
  return (
    <li
      className={clsx(
        'rounded-control border px-2.5 py-2 text-body',
        isNote ? 'border-dashed border-warn bg-warn-tint' : 'border-line bg-raised',
      )}
    >
      <p className="flex flex-wrap gap-x-2 text-mini text-ink-3">
        <bdi className="font-semibold text-ink-2">{comment.author?.name ?? t('student')}</bdi>
        <span>{dates.instant(comment.created_at)}</span>
        {isNote ? <span className="font-semibold text-warn">{t('seen.staff')}</span> : null}
        {!isNote && comment.state === 'draft' && <span>{t('notPosted')}</span>}
      </p>
      <p dir="auto" className="whitespace-pre-wrap">
        {comment.body}
      </p>
    </li>
  );
}

/** What begins with a slash and nothing else looks for a phrase; nobody says it to a student. */
function isSaid(text: string): boolean {
  return text.trim() !== '' && !/^\s*\/[^\n/]*$/.test(text);
}
