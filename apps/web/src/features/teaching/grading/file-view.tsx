'use client';
import type { GradedFile } from '@k12/contracts/teaching/grading';
import { SkeletonRows } from '@k12/ui/skeleton';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import useSWR from 'swr';

/** A file in its place, if the browser can show it; in any case to be saved (TCH-73). */
export function FileView({ file }: { file: GradedFile }) {
  const t = useTranslations('teaching-grading');
  return (
    <figure className="mt-6">
      <figcaption className="mb-2 flex items-center justify-between gap-3 text-small text-ink-2">
        <bdi className="min-w-0 truncate font-medium">{file.name}</bdi>
        <a
          href={`${file.url}?download=true`}
          className="inline-flex min-h-control-small shrink-0 items-center gap-1.5 text-board underline"
        >
          <Download aria-hidden /> {t('download')}
        </a>
      </figcaption>
      <Shown file={file} />
    </figure>
  );
}

function Shown({ file }: { file: GradedFile }) {
  const t = useTranslations('teaching-grading');
  const frame = 'w-full rounded-control border border-line bg-canvas';
  switch (file.shown_as) {
    case 'image':
      // The pictures of students lie behind a session; the image service of the web has none.
      // biome-ignore lint/performance/noImgElement: see above
      return <img src={file.url} alt={file.name} className={`${frame} h-auto`} />;
    case 'pdf':
      return <iframe src={file.url} title={file.name} className={`${frame} h-[70dvh]`} />;
    case 'audio':
      // biome-ignore lint/a11y/useMediaCaption: recordings of students have no captions
      return <audio src={file.url} controls preload="metadata" className="w-full" />;
    case 'video':
      // biome-ignore lint/a11y/useMediaCaption: recordings of students have no captions
      return <video src={file.url} controls preload="metadata" className={frame} />;
    case 'text':
      return <TextFile url={file.url} label={file.name} />;
    default:
      return <p className="text-small text-ink-3">{t('cannotShow')}</p>;
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
  const { data, error } = useSWR(url, readText, { revalidateOnFocus: false });
  if (error) return <p className="text-small text-bad">{t('cannotShow')}</p>;
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
