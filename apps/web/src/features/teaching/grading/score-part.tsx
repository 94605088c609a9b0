'use client';
import type { GradedWork, GradingFrame } from '@k12/contracts/teaching/grading';
import { Banner } from '@k12/ui/banner';
import { Button } from '@k12/ui/button';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useDates } from '@/lib/dates.ts';
import type { WorkSaves } from './use-work-saves.ts';

interface Props {
  work: GradedWork;
  frame: GradingFrame;
  saves: WorkSaves;
  field: RefObject<HTMLInputElement | null>;
  position: string;
}

const pauseMs = 900;

export function ScorePart({ work, frame, saves, field, position }: Props) {
  const t = useTranslations('teaching-grading');
  const { cell } = work;
  const saved = cell.entry ?? cell.entered_score ?? '';
  const [typed, setTyped] = useState(saves.kept()?.entry?.value ?? saved);
  const [base, setBase] = useState(saved);
  if (saved !== base) {
    // Changed by the rubric, by a refusal or by somebody else: the field shows what is.
    setBase(saved);
    setTyped(saved);
  }
  useEffect(() => {
    if (typed.trim() === base) return;
    const timer = setTimeout(() => void saves.saveEntry(typed.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [typed, base, saves]);
  const isDropped = useRef(false);
  const send = () => {
    if (isDropped.current) isDropped.current = false;
    else if (typed.trim() !== base) void saves.saveEntry(typed.trim());
  };
  const hasPoints = !['mastery', 'ungraded'].includes(frame.assignment.grading_type);
  return (
    <section aria-labelledby="score-title" className="border-b border-line px-4 py-4">
      <div className="flex items-baseline justify-between gap-3 text-small text-ink-3">
        <h2 id="score-title" className="font-semibold">
          {t('score')}
        </h2>
        <span className="font-medium tabular-nums">{position}</span>
      </div>
      <div className="mt-2.5 flex items-center gap-3">
        <input
          ref={field}
          aria-labelledby="score-title"
          aria-invalid={saves.refusal !== null}
          value={typed}
          disabled={!frame.can.grade}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={send}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              isDropped.current = true;
              setTyped(base);
            }
            // Leaving the field sends it, and the keys of the page work again.
            if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
          }}
          dir="ltr"
          autoComplete="off"
          className={clsx(
            'h-11 w-22 rounded-control border bg-raised px-2 text-center text-heading font-semibold tabular-nums disabled:opacity-60',
            'hover:border-ink-3 focus-visible:border-board focus-visible:outline-offset-0',
            saves.refusal ? 'border-bad' : 'border-line-control',
          )}
        />
        {hasPoints && (
          <span className="text-large text-ink-2">
            {t('ofPoints', { points: frame.assignment.points_possible })}
          </span>
        )}
        <Counts work={work} />
      </div>
      {saves.refusal && (
        <p role="alert" className="mt-2 flex flex-wrap items-center gap-2 text-small text-bad">
          {t.has(`refusals.${saves.refusal}`) ? t(`refusals.${saves.refusal}`) : t('refusals.other')}
          {saves.refusal === 'confirm_high' && (
            <Button size="small" onClick={() => saves.saveEntry(typed.trim(), { confirm_high: true })}>
              {t('confirmHigh')}
            </Button>
          )}
        </p>
      )}
      <ChangedByOther saves={saves} />
    </section>
  );
}

function Counts({ work: { cell } }: { work: GradedWork }) {
  const t = useTranslations('teaching-grading');
  if (cell.state === 'excused' || cell.state === 'incomplete')
    return <span className="ms-auto text-small font-medium">{t(`states.${cell.state}`)}</span>;
  if (cell.effective_score === null) return null;
  const isReduced = Number(cell.deduction) > 0;
  return (
    <span className="ms-auto text-end text-small text-ink-3">
      <span className="block text-body text-ink">
        {t.rich('counts', {
          score: cell.effective_score,
          strong: (words) => <strong className="font-semibold tabular-nums">{words}</strong>,
        })}
      </span>
      {isReduced && t('lateBy', { points: cell.deduction })}
    </span>
  );
}

function ChangedByOther({ saves }: { saves: WorkSaves }) {
  const t = useTranslations('teaching-grading');
  const dates = useDates();
  const { conflict } = saves;
  if (!conflict) return null;
  const { theirs, mine } = conflict;
  const facts = {
    name: theirs.graded_by?.name ?? t('somebody'),
    when: theirs.graded_at ? dates.instant(theirs.graded_at) : '',
    score: theirs.entry ?? '–',
    mine,
  };
  return (
    <div className="mt-3">
      <Banner
        tone="warn"
        live
        title={t('conflict.title', facts)}
        actions={
          <>
            <Button size="small" onClick={saves.settle}>
              {t('conflict.theirs')}
            </Button>
            <Button
              size="small"
              variant="primary"
              onClick={() => {
                saves.settle();
                void saves.saveEntry(mine);
              }}
            >
              {t('conflict.mine', facts)}
            </Button>
          </>
        }
      >
        {t('conflict.text', facts)}
      </Banner>
    </div>
  );
}
