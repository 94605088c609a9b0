'use client';
import {
  cutDocumentVersion,
  cutLessonVersion,
  cutTemplateVersion,
  cutUnitVersion,
} from '@k12/contracts/planning/versions';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import type { Autosave } from '../autosave/autosave.ts';
import { usePlanParts } from '../plan-parts.tsx';

/** Keeps the draft as a version, after what waits has been saved. */
export function useSaveVersion(planId: string, autosave: Autosave | null) {
  const t = useTranslations('planning-editor');
  const attempt = useAttempt();
  const { kind } = usePlanParts();
  const cutUnit = useChange(cutUnitVersion, ['unit_plans.']);
  const cutLesson = useChange(cutLessonVersion, ['lesson_plans.']);
  const cutTemplate = useChange(cutTemplateVersion, ['templates.']);
  const cutDocument = useChange(cutDocumentVersion, ['curriculum_documents.']);
  return useCallback(() => {
    const cut = { unit: cutUnit, lesson: cutLesson, template: cutTemplate, document: cutDocument }[kind];
    void (async () => {
      await autosave?.finish();
      await attempt(() => cut({ params: { id: planId }, body: {} }), { done: t('versionSaved') });
    })();
  }, [kind, cutUnit, cutLesson, cutTemplate, cutDocument, autosave, attempt, planId, t]);
}
