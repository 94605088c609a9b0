'use client';
import { ApiProblem } from '@k12/contracts/client';
import {
  deleteLessonPlan,
  deleteUnitPlan,
  restoreDeletedLessonPlan,
  restoreDeletedUnitPlan,
} from '@k12/contracts/planning/plans';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';

const BinQuestion = dynamic(
  loaded(() => import('./bin-question.tsx').then((module) => module.BinQuestion)),
  { loading: nothingYet },
);

const calls = {
  unit: { remove: deleteUnitPlan, restore: restoreDeletedUnitPlan },
  lesson: { remove: deleteLessonPlan, restore: restoreDeletedLessonPlan },
} as const;
const views = ['unit_plans.', 'lesson_plans.', 'lesson_sessions.', 'unit_placements.', 'calendar.'];

/** Into the bin and back again; what is on a calendar is asked about first (PLN-19, PLN-22). */
export function useBin(kind: keyof typeof calls, plan: { id: string; title: string }, onGone?: () => void) {
  const t = useTranslations('planning-editor');
  const attempt = useAttempt();
  const remove = useChange(calls[kind].remove, views);
  const restore = useChange(calls[kind].restore, views);
  const [isAsked, setAsked] = useState(false);
  const params = { id: plan.id };
  const send = async (confirm: boolean) => {
    const query = confirm ? { confirm: 'true' as const } : {};
    const refusal = await remove({ params, query }).then(
      () => null,
      (error: unknown) => error,
    );
    if (refusal instanceof ApiProblem && refusal.code === 'plan.in_use') return setAsked(true);
    setAsked(false);
    const answer = () => (refusal === null ? Promise.resolve() : Promise.reject(refusal));
    const title = plan.title;
    if (await attempt(answer, { done: t('binned', { title }), undo: () => restore({ params }) })) onGone?.();
  };
  const question = isAsked && (
    <BinQuestion title={plan.title} onClose={() => setAsked(false)} onConfirm={() => void send(true)} />
  );
  return { toBin: () => void send(false), question };
}
