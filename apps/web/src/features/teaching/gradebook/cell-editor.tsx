'use client';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';

interface Props {
  text: string;
  /** Why it cannot be taken as it stands. */
  note: string | null;
  start: number;
  width: number;
  onText: (text: string) => void;
  onClose: () => void;
}

/** The open cell; keys that lead out of it are handled by the grid around it. */
export function CellEditor({ text, note, start, width, onText, onClose }: Props) {
  const t = useTranslations('teaching-gradebook');
  const input = useRef<HTMLInputElement>(null);
  // The sheet itself brings the cell into sight; the browser would lay out everything for it.
  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  return (
    <div role="presentation" className="absolute inset-y-0 z-20" style={{ insetInlineStart: start, width }}>
      <input
        ref={input}
        value={text}
        aria-label={t('entry')}
        aria-invalid={note !== null}
        inputMode="text"
        autoComplete="off"
        onChange={(event) => onText(event.target.value)}
        onBlur={onClose}
        onPointerDown={(event) => event.stopPropagation()}
        onCopy={(event) => event.stopPropagation()}
        onPaste={(event) => event.stopPropagation()}
        className={clsx(
          'size-full bg-raised px-2.5 text-end text-body font-semibold tabular-nums outline-2 -outline-offset-2',
          note ? 'text-bad outline-bad' : 'outline-board',
        )}
      />
      {note && (
        <p
          role="alert"
          className="absolute start-0 top-full mt-1 w-max max-w-72 whitespace-normal rounded-small bg-raised px-2 py-1 text-start text-mini text-bad shadow-float"
        >
          {note}
        </p>
      )}
    </div>
  );
}
