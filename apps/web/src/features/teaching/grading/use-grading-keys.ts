'use client';
import { type GradedWork, type GradingFrame, holdWork } from '@k12/contracts/teaching/grading';
import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useRef } from 'react';
import { callApi } from '@/lib/api/browser.ts';
import { isBusy } from '@/shell/keys.ts';
import { usePageShortcuts } from '@/shell/page-shortcuts.ts';
import { levelsOf, type OneCriterion, withMark } from './rubric-part.tsx';
import type { Order } from './use-order.ts';
import type { WorkSaves } from './use-work-saves.ts';

interface Given {
  work: GradedWork;
  frame: GradingFrame;
  order: Order;
  saves: WorkSaves;
  score: RefObject<HTMLInputElement | null>;
  comment: RefObject<HTMLTextAreaElement | null>;
  rubric: RefObject<HTMLElement | null>;
  openPosting: () => void;
  openJump: () => void;
  only?: OneCriterion | undefined;
}

const holdEveryMs = 60_000;

/** All of grading without a mouse; the list is under `?`, and nothing fires while one types (TCH-69). */
export function useGradingKeys(given: Given): void {
  const t = useTranslations('teaching-grading.keys');
  const { work, frame, order, saves, score, comment, rubric, openPosting, openJump, only } = given;
  const before = useRef<string | null>(work.cell.entry);
  const mayGrade = frame.can.grade;
  const rate = (digit: number) => {
    if (!mayGrade) return;
    // Without a rubric a digit can only be meant as the score: it lands in the field that is chosen here.
    if (!work.rubric) return score.current?.select();
    const marks = work.assessment?.marks ?? {};
    const criterion = work.rubric.criteria.find(({ id }) => (only ? id === only.id : !marks[id]?.rating_id));
    const level = criterion && levelsOf(criterion)[digit - 1];
    if (!criterion || !level) return;
    void saves.saveMarks(withMark(marks, criterion.id, level.value));
    only?.onJudged(!marks[criterion.id]?.rating_id);
  };
  const write = (entry: string) => {
    if (!mayGrade) return;
    before.current = work.cell.entry ?? '';
    void saves.saveEntry(entry);
  };
  const one = (key: string, name: string, run: () => unknown) => ({ keys: [key], label: t(name), run });
  usePageShortcuts([
    one('j', 'next', () => order.open(order.next)),
    one('k', 'previous', () => order.open(order.previous)),
    one('u', 'nextUngraded', () => order.nextUngraded().catch(() => undefined)),
    one('o', 'jump', openJump),
    one('s', 'score', () => score.current?.select()),
    one('r', 'rubric', () => rubric.current?.querySelector<HTMLElement>('input')?.focus()),
    work.rubric ? { keys: ['1', '9'], label: t('rate') } : { keys: ['0', '9'], label: t('typeScore') },
    one('c', 'comment', () => comment.current?.focus()),
    one('p', 'post', () => frame.can.post && openPosting()),
    one('e', 'excuse', () => write('EX')),
    one('z', 'undo', () => write(before.current ?? '')),
  ]);

  const rateNow = useRef(rate);
  rateNow.current = rate;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isPlain = !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey;
      const isOff = document.documentElement.dataset.shortcuts === 'off';
      if (isPlain && !isOff && /^\d$/.test(event.key) && !isBusy(event.target))
        rateNow.current(Number(event.key));
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const { assignment_id } = work;
  const studentId = order.current;
  useEffect(() => {
    if (!mayGrade) return;
    const hold = () =>
      callApi(holdWork, { params: { id: assignment_id, student_id: studentId } }).catch(() => undefined);
    void hold();
    const timer = setInterval(() => document.visibilityState === 'visible' && void hold(), holdEveryMs);
    return () => clearInterval(timer);
  }, [mayGrade, assignment_id, studentId]);
}
