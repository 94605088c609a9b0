'use client';
import { type LessonPlan, putLessonOrder } from '@k12/contracts/planning/plans';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { useEditor } from '../editor-context.tsx';
import { focusPath } from '../focus-path.ts';

/** The order as it will be, shown at once; refused, for a set that changed meanwhile, the present one comes back. */
export function useLessonOrder(unitId: string, lessons: readonly LessonPlan[]) {
  const t = useTranslations('planning-editor');
  const { announce } = useEditor();
  const attempt = useAttempt();
  const put = useChange(putLessonOrder, ['unit_plans.', 'lesson_plans.']);
  const [expected, setExpected] = useState<readonly LessonPlan[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the server says replaces what was expected
  useEffect(() => setExpected(null), [lessons]);
  const shown = expected ?? lessons;

  const moveTo = async (id: string, position: number) => {
    const moved = shown.find((lesson) => lesson.id === id);
    if (!moved) return;
    const next = shown.filter((lesson) => lesson !== moved);
    next.splice(position, 0, moved);
    setExpected(next);
    announce(t('moved', { position: position + 1, total: next.length }));
    const lesson_plan_ids = next.map((lesson) => lesson.id);
    const done = await attempt(() => put({ params: { id: unitId }, body: { lesson_plan_ids } }));
    if (!done) setExpected(null);
  };
  const move = (id: string, step: -1 | 1) => {
    const goal = shown.findIndex((lesson) => lesson.id === id) + step;
    if (goal < 0 || goal >= shown.length) return;
    void moveTo(id, goal);
    focusPath(`/lessons/${id}`);
  };
  return { lessons: shown, move, moveTo: (id: string, position: number) => void moveTo(id, position) };
}
