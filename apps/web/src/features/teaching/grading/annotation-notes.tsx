'use client';
import { type Annotation, deleteAnnotation, updateAnnotation } from '@k12/contracts/teaching/annotations';
import { IconButton } from '@k12/ui/icon-button';
import clsx from 'clsx';
import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type CSSProperties, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { callApi } from '@/lib/api/browser.ts';
import type { WorkSaves } from './use-work-saves.ts';

interface Props {
  annotations: readonly Annotation[];
  places: ReadonlyMap<string, number>;
  saves: WorkSaves;
}

/** Notes in the margin where there is one, below the text where there is not; as a list for the keyboard (TCH-74). */
export function AnnotationNotes({ annotations, places, saves }: Props) {
  const t = useTranslations('teaching-grading');
  if (annotations.length === 0) return null;
  return (
    <ul aria-label={t('marks')} className="mt-6 grid gap-2 wide:mt-0">
      {annotations.map((annotation) => (
        <li
          key={annotation.id}
          style={{ '--note-top': `${places.get(annotation.id) ?? 0}px` } as CSSProperties}
          className="wide:absolute wide:top-(--note-top) wide:-end-20 wide:w-38"
        >
          <Note annotation={annotation} saves={saves} />
        </li>
      ))}
    </ul>
  );
}

interface NoteProps {
  annotation: Annotation;
  saves: WorkSaves;
  /** Of the field; by its words where it stands on words. */
  label?: string;
  fieldId?: string;
}

export function Note({ annotation, saves, label, fieldId }: NoteProps) {
  const t = useTranslations('teaching-grading');
  const run = useAttempt();
  const [text, setText] = useState(annotation.body);
  const quote = 'quote' in annotation.place ? annotation.place.quote : '';
  const save = () => {
    if (text.trim() === annotation.body) return;
    void run(async () => {
      const saved = await callApi(updateAnnotation, {
        params: { id: annotation.id },
        body: { body: text.trim(), lock_version: annotation.lock_version },
      });
      await saves.patch((now) => ({
        ...now,
        annotations: now.annotations.map((one) => (one.id === saved.id ? saved : one)),
      }));
    });
  };
  const erase = () =>
    run(async () => {
      await callApi(deleteAnnotation, { params: { id: annotation.id } });
      await saves.patch((now) => ({
        ...now,
        annotations: now.annotations.filter(({ id }) => id !== annotation.id),
      }));
    });
  return (
    <div
      className={clsx(
        'flex items-start gap-1 rounded-control border-s-3 bg-raised py-1 ps-2.5 pe-1 shadow-float',
        annotation.kind === 'strike' ? 'border-bad' : 'border-chalk',
      )}
    >
      <textarea
        id={fieldId}
        aria-label={label ?? t('noteOn', { quote: quote.slice(0, 60) })}
        rows={1}
        dir="auto"
        value={text}
        placeholder={t('note')}
        disabled={!annotation.can.update}
        onChange={(event) => setText(event.target.value)}
        onBlur={save}
        className="field-sizing-content min-h-8 min-w-0 flex-1 resize-none bg-transparent py-1 text-small"
      />
      {annotation.can.delete && (
        <IconButton label={t('erase')} icon={<Trash2 aria-hidden />} onClick={erase} size="small" />
      )}
    </div>
  );
}
