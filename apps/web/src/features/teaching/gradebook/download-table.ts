import { createGradebookExport, getGradebookExport } from '@k12/contracts/teaching/gradebook-csv';
import { callApi } from '@/lib/api/browser.ts';
import { saveFile } from '@/lib/save-file.ts';

const lookAgainMs = 1_500;

interface Wanted {
  courseId: string;
  statuses: boolean;
  say: (what: 'exportBegun' | 'exportFailed') => void;
}

/** A small sheet comes at once; a large one is made first, and comes when it is there (TCH-129). */
export async function downloadTable({ courseId, statuses, say }: Wanted): Promise<void> {
  const address = `/api/v1/courses/${courseId}/gradebook/exports${statuses ? '?statuses=true' : ''}`;
  const reply = await fetch(address, { credentials: 'same-origin' }).catch(() => null);
  if (reply?.ok) return saveFile(await reply.blob(), nameIn(reply));
  if (reply?.status !== 409) return say('exportFailed');
  say('exportBegun');
  let made = await callApi(createGradebookExport, { params: { id: courseId }, body: { statuses } });
  while (made.state === 'waiting') {
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
    made = await callApi(getGradebookExport, { params: { id: made.id } });
  }
  if (made.state === 'ready') window.location.assign(`/api/v1/gradebook_exports/${made.id}/file`);
  else say('exportFailed');
}

function nameIn(reply: Response): string {
  const [, name] = /filename\*=UTF-8''([^;]+)/.exec(reply.headers.get('content-disposition') ?? '') ?? [];
  return name ? decodeURIComponent(name) : 'grades.csv';
}
