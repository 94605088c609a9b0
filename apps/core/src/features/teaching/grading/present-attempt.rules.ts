import type { GradedAttempt, GradedFile } from '@k12/contracts/teaching/grading';
import type { Preview } from '../previews/previews.service.ts';
import { maskedFileName } from './anonymity.rules.ts';
import type { GradedCell } from './graded-cell.service.ts';
import type { AttemptRow } from './grading.queries.ts';

interface StoredFile {
  file_id: string;
  name: string;
  size_bytes: number;
  content_type: string;
}

export function filesOf(attempt: Pick<AttemptRow, 'files'>): StoredFile[] {
  return attempt.files as unknown as StoredFile[];
}

interface Shown {
  previews: ReadonlyMap<string, Pick<Preview, 'state' | 'shown_as'>>;
  /** What makes the address of a file valid, for whoever asks and for minutes. */
  marksOf: (fileId: string) => string;
}

export function presentAttempt(
  attempt: AttemptRow,
  { cell, assignment, is_anonymous, shown_id }: GradedCell,
  { previews, marksOf }: Shown,
): GradedAttempt {
  const addressOf = ({ file_id }: StoredFile) =>
    `/api/v1/assignments/${assignment.id}/work/${shown_id}/files/${file_id}`;
  const late = cell.due_at ? Date.parse(attempt.official_at) - Date.parse(cell.due_at) : 0;
  return {
    number: attempt.number,
    official_at: attempt.official_at,
    late_seconds: Math.max(0, Math.floor(late / 1000)),
    body: attempt.body as Record<string, unknown> | null,
    links: (attempt.links as unknown as string[]).map((url) => ({ url, host: new URL(url).host })),
    files: filesOf(attempt).map((file, at) => {
      const preview = previews.get(file.file_id);
      return {
        file_id: file.file_id,
        name: is_anonymous ? maskedFileName(file.name, at) : file.name,
        size_bytes: file.size_bytes,
        content_type: file.content_type,
        shown_as: preview?.shown_as ?? shownAs(file),
        preview_state: preview?.state ?? null,
        url: `${addressOf(file)}?${preview?.shown_as ? 'preview=true&' : ''}${marksOf(file.file_id)}`,
        download_url: `${addressOf(file)}?download=true`,
      };
    }),
    word_count: attempt.word_count,
    is_on_behalf: attempt.on_behalf_reason !== null,
    withdrawn_at: attempt.withdrawn_at,
  };
}

const largestText = 2_000_000;

type OwnLook = Exclude<GradedFile['shown_as'], 'document'>;

/** What browsers show by themselves; everything else is saved (TCH-73). */
export function shownAs({ content_type, size_bytes }: StoredFile): OwnLook {
  const type = content_type.split(';')[0]?.trim().toLowerCase() ?? '';
  if (/^image\/(png|jpeg|gif|webp|avif)$/.test(type)) return 'image';
  if (type === 'application/pdf') return 'pdf';
  if (type.startsWith('audio/')) return 'audio';
  if (type.startsWith('video/')) return 'video';
  const isText = type.startsWith('text/') || type === 'application/json';
  return isText && type !== 'text/html' && size_bytes <= largestText ? 'text' : 'download';
}
