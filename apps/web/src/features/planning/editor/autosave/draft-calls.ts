import { ApiProblem } from '@k12/contracts/client';
import {
  type DraftConflict,
  getDocumentDraft,
  getLessonDraft,
  getTemplateDraft,
  getUnitDraft,
  patchDocumentDraft,
  patchLessonDraft,
  patchTemplateDraft,
  patchUnitDraft,
  postDocumentVisit,
  postLessonVisit,
  postTemplateVisit,
  postUnitVisit,
} from '@k12/contracts/planning/drafts';
import { callApi } from '@/lib/api/browser.ts';
import { isRefused } from '@/lib/saving/is-refused.ts';
import type { AutosavePorts, DraftWrite, SendOutcome } from './draft-wire.ts';

export const unitCalls = { get: getUnitDraft, patch: patchUnitDraft, visit: postUnitVisit };
export const lessonCalls = { get: getLessonDraft, patch: patchLessonDraft, visit: postLessonVisit };
export const templateCalls = {
  get: getTemplateDraft,
  patch: patchTemplateDraft,
  visit: postTemplateVisit,
};

export const documentCalls = {
  get: getDocumentDraft,
  patch: patchDocumentDraft,
  visit: postDocumentVisit,
};

export type DraftCalls = typeof unitCalls | typeof lessonCalls | typeof templateCalls | typeof documentCalls;

export function draftPorts(calls: DraftCalls, id: string): Pick<AutosavePorts, 'send' | 'read'> {
  const params = { id };
  return {
    read: () => callApi(calls.get, { params }),
    send: async (body: DraftWrite) => {
      try {
        return { kind: 'saved', saved: await callApi(calls.patch, { params, body }, { keepalive: true }) };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}

export function outcomeOf(error: unknown): SendOutcome {
  if (!isRefused(error)) {
    const seconds = error instanceof ApiProblem ? error.problem.retry_after : undefined;
    return { kind: 'later', after_ms: (seconds ?? 0) * 1_000 };
  }
  const { code, problem } = error;
  if (code === 'version_conflict')
    return { kind: 'conflict', conflicts: (problem.current as DraftConflict).conflicts };
  const locked = code === 'path_locked' ? problem.context?.path : undefined;
  return {
    kind: 'refused',
    message: error.message,
    ...(typeof locked === 'string' && { locked_path: locked }),
  };
}
