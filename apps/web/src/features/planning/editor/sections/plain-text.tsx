'use client';
import clsx from 'clsx';
import { type KeyboardEvent, memo } from 'react';
import { useContentValue, useEditor, useMayEdit } from '../editor-context.tsx';

interface Props {
  path: string;
  label: string;
  placeholder?: string | undefined;
  /** A sentence in the document's own type, or the quieter one of rows. */
  look?: 'document' | 'row' | 'strong' | undefined;
  onKeyDown?: ((event: KeyboardEvent<HTMLTextAreaElement>, value: string) => void) | undefined;
  describedBy?: string | undefined;
}

const looks = {
  document: 'font-serif text-[1.125rem] leading-7',
  row: 'text-large',
  strong: 'text-body font-medium',
};

/** Text that looks like text; the field shows itself on hover and focus. */
export const PlainText = memo(function PlainText(props: Props) {
  const { path, label, placeholder, look = 'row', onKeyDown, describedBy } = props;
  const { document } = useEditor();
  const mayEdit = useMayEdit(path);
  const value = String(useContentValue(path) ?? '');
  if (!mayEdit)
    return (
      <p dir="auto" className={clsx('min-h-7 whitespace-pre-wrap [overflow-wrap:anywhere]', looks[look])}>
        {value || <span className="text-ink-3">–</span>}
      </p>
    );
  return (
    <textarea
      data-path={path}
      aria-label={label}
      aria-describedby={describedBy}
      dir="auto"
      rows={1}
      maxLength={20_000}
      value={value}
      placeholder={placeholder}
      onChange={(event) => document.edit([{ op: 'set', path, value: event.target.value }], { place: path })}
      onKeyDown={(event) => onKeyDown?.(event, value)}
      className={clsx(
        'field-sizing-content -mx-2 block w-[calc(100%+1rem)] resize-none rounded-control bg-transparent px-2 py-0.5 text-ink',
        'hover:bg-canvas focus-visible:bg-raised focus-visible:outline-offset-0',
        looks[look],
      )}
    />
  );
});
