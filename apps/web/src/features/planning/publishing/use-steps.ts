'use client';
import type { UnitPlan } from '@k12/contracts/planning/plans';
import {
  type PlanPreview,
  publishUnit,
  submitUnit,
  unpublishUnit,
  withdrawUnit,
} from '@k12/contracts/planning/transitions';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';

export const shownIn = ['unit_plans.', 'lesson_plans.', 'approvals.'];

/** Publishes or hands in what the preview showed, and offers the way back where it leads to the same state. */
export function useSteps(unit: UnitPlan, preview: PlanPreview) {
  const t = useTranslations('planning-publish');
  const attempt = useAttempt();
  const { state, next_version_number: number, has_unsaved_changes, published } = preview;
  const submit = useChange(submitUnit, {
    refreshes: shownIn,
    expect: () => ({ state: 'submitted', current_version_number: number }),
  });
  const publish = useChange(publishUnit, {
    refreshes: shownIn,
    expect: () => ({ state: 'published', draft_ahead: false, published_version_number: number }),
  });
  const unpublish = useChange(unpublishUnit, shownIn);
  const withdraw = useChange(withdrawUnit, shownIn);
  const params = { id: unit.id };
  // The version that was looked at is named: when somebody has cut another since, nothing is published (PLN-51).
  const body = state === 'approved' || has_unsaved_changes ? {} : { version_number: number };
  // From an approved or an older published version unpublishing leads elsewhere, so it is no undo there.
  const wasFresh = state === 'draft' && !published;
  return {
    publish: () =>
      attempt(() => publish({ params, body }), {
        done: t('published', { title: unit.title }),
        ...(wasFresh && { undo: () => unpublish({ params }) }),
      }),
    submit: () =>
      attempt(() => submit({ params, body: {} }), {
        done: t('submitted', { title: unit.title }),
        ...(state === 'draft' && { undo: () => withdraw({ params, body: {} }) }),
      }),
  };
}
