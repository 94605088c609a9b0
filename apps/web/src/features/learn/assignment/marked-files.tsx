'use client';
import type { MyFeedback } from '@k12/contracts/teaching/feedback';
import type { LearnerAssignment } from '@k12/contracts/teaching/learning';
import { getSubmittedFile } from '@k12/contracts/teaching/submission-actions';
import type { WorkFile } from '@k12/contracts/teaching/submissions';
import { SkeletonRows } from '@k12/ui/skeleton';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { inOrder, type ShownMark } from '@/features/teaching/marked-file/marks.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';

const PdfView = dynamic(
  loaded(() => import('@/features/teaching/marked-file/pdf-view.tsx')),
  {
    loading: () => <SkeletonRows rows={6} />,
    ssr: false,
  },
);
const PictureView = dynamic(
  loaded(() =>
    import('@/features/teaching/marked-file/picture-view.tsx').then((module) => module.PictureView),
  ),
  { loading: nothingYet },
);

interface Props {
  work: LearnerAssignment;
  feedback: MyFeedback;
}

/** The teacher's marks where they were made, once they are posted: on pages and pictures, and on words (TCH-76). */
export function MarkedFiles({ work, feedback }: Props) {
  const t = useTranslations('learn');
  const marks = feedback.annotations as unknown as (ShownMark & {
    file_id: string | null;
    attempt: number;
  })[];
  if (marks.length === 0) return null;
  const quotes = marks.flatMap(({ id, place, body }) =>
    'quote' in place ? [{ id, quote: place.quote, body }] : [],
  );
  const files = work.attempts
    .flatMap(({ files: all, number }) => all.map((file) => ({ file, number })))
    .map(({ file, number }) => ({
      file,
      marks: inOrder(marks.filter((one) => one.file_id === file.file_id && one.attempt === number)),
    }))
    .filter((one) => one.marks.length > 0);
  return (
    <section aria-label={t('marks')} className="grid gap-4">
      {quotes.length > 0 && (
        <ul className="grid gap-2">
          {quotes.map(({ id, quote, body }) => (
            <li key={id}>
              <mark dir="auto" className="bg-chalk-tint text-ink">
                {quote}
              </mark>
              {body && <p dir="auto">{body}</p>}
            </li>
          ))}
        </ul>
      )}
      {files.map((one) => (
        <MarkedFile key={one.file.file_id} {...one} submissionId={work.submission_id} />
      ))}
    </section>
  );
}

interface FileProps {
  file: WorkFile;
  marks: readonly ShownMark[];
  submissionId: string | null;
}

function MarkedFile({ file, marks, submissionId }: FileProps) {
  const t = useTranslations('learn');
  const numbers = new Map(marks.map(({ id }, at) => [id, at + 1]));
  const path = getSubmittedFile.path.replace('{id}', submissionId ?? '').replace('{file_id}', file.file_id);
  const shown = { url: `/api/v1${path}`, name: file.name, marks, numbers };
  return (
    <figure className="grid gap-2">
      <figcaption className="text-small font-medium text-ink-2">
        <bdi>{file.name}</bdi>
      </figcaption>
      {file.content_type === 'application/pdf' && <PdfView {...shown} />}
      {file.content_type.startsWith('image/') && <PictureView {...shown} />}
      <ol className="grid gap-1">
        {marks
          .filter(({ body }) => body !== '')
          .map(({ id, body, page }) => (
            <li key={id} className="flex gap-2">
              <span className="font-semibold tabular-nums">{numbers.get(id)}</span>
              <span className="shrink-0 text-ink-3">{t('onPage', { page })}</span>
              <span dir="auto">{body}</span>
            </li>
          ))}
      </ol>
    </figure>
  );
}
