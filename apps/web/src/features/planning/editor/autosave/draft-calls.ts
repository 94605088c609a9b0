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

/** Answers after which the same write may well work: the network, a restart, too many at once. */
const passing = new Set([401, 408, 425, 429, 500, 502, 503, 504]);

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
  if (!(error instanceof ApiProblem)) return { kind: 'later', after_ms: 0 };
  const { code, status, problem } = error;
  if (code === 'version_conflict')
    return { kind: 'conflict', conflicts: (problem.current as DraftConflict).conflicts };
  if (passing.has(status)) return { kind: 'later', after_ms: (problem.retry_after ?? 0) * 1_000 };
  const locked = code === 'path_locked' ? problem.context?.path : undefined;
  return {
    kind: 'refused',
    message: error.message,
    ...(typeof locked === 'string' && { locked_path: locked }),
  };
}
