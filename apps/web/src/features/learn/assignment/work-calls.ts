import { putMyDraft, submitMyWork, type WorkDraft } from '@k12/contracts/teaching/submissions';
import { callApi } from '@/lib/api/browser.ts';
import { isRefused } from '../../../lib/saving/is-refused.ts';
import { bodyOf } from './body-text.ts';
import type { Sent, Work, WorkCalls } from './work-wire.ts';

const content = ({ text, files, links }: Work) => ({
  body: bodyOf(text),
  file_ids: files.map(({ file_id }) => file_id),
  links,
});

/** A request that hangs is tried again; both calls may be repeated without doing anything twice. */
const patienceMs = 20_000;

/** The two calls of the editor, with what can come of them told apart. */
export function workCalls(assignmentId: string): WorkCalls {
  const params = { id: assignmentId };
  return {
    save: (work, draft_version) =>
      sending(() =>
        callApi(
          putMyDraft,
          { params, body: { ...content(work), draft_version } },
          { signal: AbortSignal.timeout(patienceMs) },
        ),
      ),
    submit: ({ key, device_at, version, work }) =>
      sending(() =>
        callApi(
          submitMyWork,
          { params, body: { ...content(work), draft_version: version, device_at } },
          { headers: { 'idempotency-key': key }, signal: AbortSignal.timeout(2 * patienceMs) },
        ),
      ),
  };
}

async function sending<T>(call: () => Promise<T>): Promise<Sent<T>> {
  try {
    return { kind: 'done', reply: await call() };
  } catch (error) {
    if (!isRefused(error)) return { kind: 'unreached' };
    const { code, current } = error.problem;
    if (code === 'version_conflict' && current) return { kind: 'conflict', current: current as WorkDraft };
    return { kind: 'refused', message: error.problem.errors?.[0]?.detail ?? error.message };
  }
}
