'use client';
import type { GradedAttempt, GradedWork, GradingFrame } from '@k12/contracts/teaching/grading';
import { EmptyState } from '@k12/ui/empty-state';
import { SegmentedControl } from '@k12/ui/segmented-control';
import { ThemeScope } from '@k12/ui/theme-scope';
import { FileQuestion, Link2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RichTextView } from '@/features/planning/editor/rich-text/rich-text-view.tsx';
import { AnnotationNotes } from './annotation-notes.tsx';
import { FileView } from './file-view.tsx';
import { MarkButton } from './mark-button.tsx';
import { useMarkedText } from './use-marked-text.ts';
import type { WorkSaves } from './use-work-saves.ts';

interface Props {
  work: GradedWork;
  frame: GradingFrame;
  saves: WorkSaves;
}

/** What was handed in, like a sheet of paper on a desk; the newest attempt first (TCH-67, TCH-71). */
export function WorkPane({ work, frame, saves }: Props) {
  const t = useTranslations('teaching-grading');
  const [number, setNumber] = useState<number | null>(null);
  const attempt = work.attempts.find((one) => one.number === number) ?? work.attempts[0];
  if (!attempt)
    return (
      <div className="mx-auto max-w-form py-10">
        <EmptyState icon={<FileQuestion aria-hidden />} title={t('nothingTitle')}>
          {t(work.submission_state === 'draft' ? 'nothingDraft' : 'nothingText')}
        </EmptyState>
      </div>
    );
  return (
    <div className="mx-auto w-full max-w-[41.25rem]">
      {work.attempts.length > 1 && (
        <div className="mb-3">
          <SegmentedControl
            label={t('attempts')}
            value={String(attempt.number)}
            onValueChange={(value) => setNumber(Number(value))}
            options={work.attempts
              .toReversed()
              .map((one) => ({ value: String(one.number), label: t('attempt', { number: one.number }) }))}
          />
        </div>
      )}
      <Sheet key={attempt.number} {...{ work, frame, saves, attempt }} />
    </div>
  );
}

function Sheet({ work, frame, saves, attempt }: Props & { attempt: GradedAttempt }) {
  const t = useTranslations('teaching-grading');
  const [paper, setPaper] = useState<HTMLDivElement | null>(null);
  const onText = work.annotations.filter(
    (one) => one.attempt === attempt.number && one.file_id === null && 'quote' in one.place,
  );
  const places = useMarkedText(paper, onText);
  const body = attempt.body as { type: string; content?: never[] } | null;
  return (
    <div className="relative" data-sheet>
      {/* Paper stays paper: what was handed in looks the same at night. */}
      <ThemeScope
        theme="light"
        className="rounded-small border border-line bg-raised text-ink shadow-flat laptop:min-h-[70dvh]"
      >
        <article aria-label={t('work')} className="px-5 py-8 tablet:px-14 tablet:py-12">
          {attempt.withdrawn_at && <p className="mb-4 text-small text-warn">{t('withdrawn')}</p>}
          {body && (
            <div ref={setPaper} className="rich-text reading font-serif text-large" dir="auto">
              <RichTextView node={body} />
            </div>
          )}
          {attempt.links.length > 0 && (
            <ul className="mt-6 grid gap-2" aria-label={t('links')}>
              {attempt.links.map(({ url, host }) => (
                <li key={url} className="flex min-w-0 items-center gap-2">
                  <Link2 aria-hidden className="shrink-0 text-ink-3" />
                  <a
                    href={url}
                    target="_blank"
                    rel="noreferrer noopener"
                    referrerPolicy="no-referrer"
                    className="min-w-0 truncate text-board underline"
                  >
                    {host}
                  </a>
                </li>
              ))}
            </ul>
          )}
          {attempt.files.map((file) => (
            <FileView
              key={file.file_id}
              {...{ file, saves }}
              attempt={attempt.number}
              mayMark={frame.can.comment}
            />
          ))}
        </article>
      </ThemeScope>
      {body && frame.can.comment && (
        <MarkButton root={paper} work={work} attempt={attempt.number} saves={saves} />
      )}
      <AnnotationNotes annotations={onText} places={places} saves={saves} />
    </div>
  );
}
