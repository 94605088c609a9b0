'use client';
import type { GradedFile } from '@k12/contracts/teaching/grading';
import { SkeletonRows } from '@k12/ui/skeleton';
import { Download } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import useSWR from 'swr';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { FileNotes } from './file-notes.tsx';
import { MarkTools } from './mark-tools.tsx';
import { type FileMarks, useFileMarks } from './use-file-marks.ts';
import type { WorkSaves } from './use-work-saves.ts';

const loading = () => <SkeletonRows rows={6} />;
const PdfView = dynamic(
  loaded(() => import('../marked-file/pdf-view.tsx')),
  { loading, ssr: false },
);
const PictureView = dynamic(
  loaded(() => import('../marked-file/picture-view.tsx').then((module) => module.PictureView)),
  { loading: nothingYet },
);
const DocumentText = dynamic(
  loaded(() => import('../marked-file/document-text.tsx').then((module) => module.DocumentText)),
  { loading },
);

interface Props {
  file: GradedFile;
  attempt: number;
  saves: WorkSaves;
  /** Whether the reader may mark it. */
  mayMark: boolean;
}

const lookAgainMs = 3_000;

/** A file in its place, if it can be shown; in any case to be saved (TCH-73). */
export function FileView({ file, attempt, saves, mayMark }: Props) {
  const t = useTranslations('teaching-grading');
  const isMarkable = file.shown_as === 'pdf' || file.shown_as === 'image';
  const marks = useFileMarks({ file, attempt, saves, mayMark: mayMark && isMarkable });
  const isWaiting = file.preview_state === 'waiting';
  const { reload } = saves;
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => document.hidden || void reload(), lookAgainMs);
    return () => clearInterval(timer);
  }, [isWaiting, reload]);
  return (
    <figure className="mt-6">
      <figcaption className="mb-2 flex flex-wrap items-center justify-between gap-x-3 gap-y-1 text-small text-ink-2">
        <bdi className="min-w-0 truncate font-medium">{file.name}</bdi>
        <a
          href={file.download_url}
          className="inline-flex min-h-control-small shrink-0 items-center gap-1.5 text-board underline"
        >
          <Download aria-hidden /> {t('download')}
        </a>
      </figcaption>
      {file.preview_state && file.preview_state !== 'converted' && (
        <p role="status" className="text-small text-ink-2">
          {t(`preview.${file.preview_state}`)}
        </p>
      )}
      {marks.hands && <MarkTools marks={marks} />}
      <Shown file={file} marks={marks} />
      <FileNotes marks={marks} saves={saves} isPaged={file.shown_as === 'pdf'} />
    </figure>
  );
}

function Shown({ file, marks }: { file: GradedFile; marks: FileMarks }) {
  const t = useTranslations('teaching-grading');
  const { url, name } = file;
  const { shown, numbers, hands } = marks;
  switch (file.shown_as) {
    case 'image':
      return <PictureView {...{ url, name, numbers, hands }} marks={shown} />;
    case 'pdf':
      return <PdfView {...{ url, name, numbers, hands }} marks={shown} />;
    case 'document':
      return <DocumentText url={url} name={name} />;
    case 'audio':
      // biome-ignore lint/a11y/useMediaCaption: recordings of students have no captions
      return <audio src={url} aria-label={name} controls preload="metadata" className="w-full" />;
    case 'video':
      return (
        // biome-ignore lint/a11y/useMediaCaption: recordings of students have no captions
        <video
          src={url}
          aria-label={name}
          controls
          preload="metadata"
          className="w-full rounded-control border border-line bg-canvas"
        />
      );
    case 'text':
      return <TextFile url={url} label={name} />;
    default:
      return file.preview_state ? null : <p className="text-small text-ink-3">{t('cannotShow')}</p>;
  }
}

async function readText(url: string): Promise<string> {
  const reply = await fetch(url);
  if (!reply.ok) throw new Error(`The file answered ${reply.status}`);
  return reply.text();
}

/** Code and plain text, letter by letter as they are. */
function TextFile({ url, label }: { url: string; label: string }) {
  const t = useTranslations('teaching-grading');
  const { data, error } = useSWR(url, readText, { revalidateOnFocus: false, keepPreviousData: true });
  if (error && data === undefined) return <p className="text-small text-bad">{t('cannotShow')}</p>;
  if (data === undefined) return <SkeletonRows rows={4} />;
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
      tabIndex={0}
      className="max-h-[60dvh] overflow-auto rounded-control border border-line bg-canvas p-3 text-small"
    >
      <pre dir="ltr">{data}</pre>
    </section>
  );
}
