'use client';
import { importCommentBank } from '@k12/contracts/teaching/comment-bank';
import type { GradedWork, GradingFrame } from '@k12/contracts/teaching/grading';
import { Button } from '@k12/ui/button';
import { SegmentedControl } from '@k12/ui/segmented-control';
import clsx from 'clsx';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { SaidComment } from './said-comment.tsx';
import type { WorkSaves } from './use-work-saves.ts';

const BankMenu = dynamic(
  loaded(() => import('./bank-menu.tsx').then((module) => module.BankMenu)),
  { loading: nothingYet },
);

const PhrasesDrawer = dynamic(
  loaded(() => import('./phrases-drawer.tsx').then((module) => module.PhrasesDrawer)),
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
  const [phrases, setPhrases] = useState(false);
  const [typed, setTyped] = useState('');
  const { first_name } = work.student;
  const courseId = frame.assignment.course_id;
  const draft = work.comments.find(
    (one) => one.can.update && one.state === 'draft' && one.visibility === visibility,
  );
  const others = work.comments.filter(({ id }) => id !== draft?.id);
  return (
    <section aria-labelledby="comment-title" className="border-b border-line px-4 py-4">
      <div className="mb-1.5 flex flex-wrap items-center justify-between gap-2 text-small text-ink-3">
        <h2 id="comment-title" className="font-semibold">
          {t('comment')}
        </h2>
        {frame.can.comment && (
          <Button size="small" variant="quiet" className="-me-2.5" onClick={() => setPhrases(true)}>
            {t('phrases')}
          </Button>
        )}
      </div>
      {others.length > 0 && (
        <ul className="mb-3 grid gap-2" aria-label={t('earlier')}>
          {others.map((comment) => (
            <SaidComment key={comment.id} comment={comment} onRemove={saves.removeComment} />
          ))}
        </ul>
      )}
      {frame.can.comment && (
        <>
          <CommentField
            key={visibility}
            {...{ work, saves, field, visibility, courseId }}
            saved={draft?.body ?? ''}
            onTyped={setTyped}
          />
          {/* Outside of the field, which is another for each choice: the focus stays on what was chosen. */}
          <div className="mt-2 flex flex-wrap items-center justify-between gap-x-2 gap-y-1">
            <SegmentedControl
              label={t('seenBy')}
              value={visibility}
              onValueChange={(value) => setVisibility(value as 'student' | 'staff')}
              options={(['student', 'staff'] as const).map((value) => ({ value, label: t(`seen.${value}`) }))}
            />
            {typed.trim() !== '' && !isAsking(typed) && (
              <KeepPhrase phrase={first_name ? nameless(typed, first_name) : typed.trim()} />
            )}
          </div>
        </>
      )}
      {phrases && <PhrasesDrawer courseId={courseId} onClose={() => setPhrases(false)} />}
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
  onTyped: (text: string) => void;
}

function CommentField({ work, saves, field, visibility, saved, courseId, onTyped }: FieldProps) {
  const t = useTranslations('teaching-grading');
  const [text, setText] = useState((visibility === 'student' ? saves.kept()?.comment : undefined) ?? saved);
  const [sent, setSent] = useState(saved);
  useEffect(() => onTyped(text), [text, onTyped]);
  useEffect(() => {
    if (text === sent || isAsking(text)) return;
    const timer = setTimeout(() => {
      setSent(text);
      void saves.saveComment(text, visibility);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [text, sent, saves, visibility]);
  const send = () => {
    if (text === sent || isAsking(text)) return;
    setSent(text);
    void saves.saveComment(text, visibility);
  };
  const { first_name } = work.student;
  const asked = /(?:^|\s)\/([^\n/]*)$/.exec(text)?.[1];
  const insert = (phrase: string) => {
    const filled = first_name ? phrase.replaceAll('{first_name}', first_name) : phrase;
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
        placeholder={t('forPhrases')}
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

/** In one step from any comment into the own bank (TCH-75). */
function KeepPhrase({ phrase }: { phrase: string }) {
  const t = useTranslations('teaching-grading.bank');
  const attempt = useAttempt();
  const [kept, setKept] = useState('');
  const keep = useChange(importCommentBank, ['comment_bank.']);
  const isKept = kept === phrase;
  return (
    <Button
      size="small"
      variant="quiet"
      className="-me-2.5"
      disabled={isKept || phrase.length > 2_000}
      onClick={() =>
        void attempt(async () => {
          await keep({ body: { lines: [phrase] } });
          setKept(phrase);
        })
      }
    >
      {t(isKept ? 'kept' : 'keep')}
    </Button>
  );
}

/** The name of this student becomes that of whoever the phrase is said to. */
function nameless(text: string, name: string): string {
  const word = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text
    .trim()
    .replace(new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'gu'), '{first_name}');
}

/** What begins with a slash and nothing else looks for a phrase; nobody says it to a student. */
function isAsking(text: string): boolean {
  return /^\s*\/[^\n/]*$/.test(text);
}
