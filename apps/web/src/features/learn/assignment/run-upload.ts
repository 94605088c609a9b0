import type { WorkFile } from '@k12/contracts/teaching/submissions';
import { backOffMs } from '../../../lib/saving/back-off.ts';
import type { UploadStore } from './kept-work.ts';
import { sendFile } from './send-file.ts';

export interface UploadRun {
  id: string;
  assignment_id: string;
  file: File;
  upload_id: string | null;
  store: UploadStore;
  signal: AbortSignal;
  onSent: (bytes: number) => void;
  onWaiting: () => void;
}

export type UploadEnd =
  | { kind: 'done'; file: WorkFile }
  | { kind: 'refused'; reason: string }
  | { kind: 'ended' };

/** One tab at a time sends a file; the others wait, and find nothing left to do when it has arrived. */
export async function inOneTab(id: string, signal: AbortSignal, run: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return run();
  // Left before its turn came: nothing was begun.
  await navigator.locks.request(`homeroom-upload:${id}`, { signal }, run).catch((error) => {
    if (!signal.aborted) throw error;
  });
}

/** Sends one file until it is there, is refused, or the page is left; what was begun is remembered on the device. */
export async function runUpload(run: UploadRun): Promise<UploadEnd> {
  const { id, assignment_id, file, store, signal } = run;
  let { upload_id } = run;
  const remember = () => store.put({ id, upload_id, file }).catch(() => {});
  await remember();
  for (let failures = 0; !signal.aborted; ) {
    const sent = await sendFile({
      ...{ assignment_id, file, upload_id, signal },
      onBegun: async (begun) => {
        upload_id = begun;
        await remember();
      },
      onProgress: (bytes) => {
        failures = 0;
        run.onSent(bytes);
      },
    });
    if (signal.aborted) break;
    // Begun anew, which asks first whose page this is; the file itself lies on the device all the while.
    if (sent.kind === 'gone') upload_id = null;
    else if (sent.kind !== 'unreached') {
      await store.remove(id).catch(() => {});
      return sent;
    }
    failures += 1;
    run.onWaiting();
    await networkOr(backOffMs(failures), signal);
  }
  return { kind: 'ended' };
}

function networkOr(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    window.addEventListener('online', end);
    signal.addEventListener('abort', end);
  });
}
