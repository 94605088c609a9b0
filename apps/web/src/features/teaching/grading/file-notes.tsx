'use client';
import { useTranslations } from 'next-intl';
import { Note } from './annotation-notes.tsx';
import type { FileMarks } from './use-file-marks.ts';
import type { WorkSaves } from './use-work-saves.ts';

interface Props {
  marks: FileMarks;
  saves: WorkSaves;
  isPaged: boolean;
}

/** The marks on a file as a list: everything on the page can be reached and read without it (TCH-74). */
export function FileNotes({ marks, saves, isPaged }: Props) {
  const t = useTranslations('teaching-grading');
  if (marks.shown.length === 0) return null;
  return (
    <ol aria-label={t('marks')} className="mt-3 grid gap-2">
      {saves.work.annotations.length > 0 &&
        marks.shown.map((mark) => {
          const annotation = saves.work.annotations.find(({ id }) => id === mark.id);
          const number = marks.numbers.get(mark.id) ?? 0;
          const kind = t(`markKinds.${mark.kind}`);
          return (
            annotation && (
              <li key={mark.id} className="flex items-start gap-2">
                <button
                  type="button"
                  onClick={() => document.getElementById(`mark-${mark.id}`)?.focus()}
                  className="flex min-h-8 shrink-0 items-center gap-1.5 text-small text-ink-2 hover:text-board"
                >
                  <span className="font-semibold tabular-nums">{number}</span>
                  <span>{isPaged ? t('kindOnPage', { kind, page: mark.page }) : kind}</span>
                </button>
                <div className="min-w-0 flex-1">
                  <Note
                    annotation={annotation}
                    saves={saves}
                    label={t('noteOnMark', { number })}
                    fieldId={`note-${mark.id}`}
                  />
                </div>
              </li>
            )
          );
        })}
    </ol>
  );
}
