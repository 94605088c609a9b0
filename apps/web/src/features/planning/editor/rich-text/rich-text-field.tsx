'use client';
import { isBlankRichText, type RichNode } from '@k12/plan-content/rich-text';
import dynamic from 'next/dynamic';
import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import { useContentValue, useMayEdit } from '../editor-context.tsx';
import { RichTextView } from './rich-text-view.tsx';

const loadEditor = () => import('./rich-text-editor.tsx').then((module) => module.RichTextEditor);
const RichTextEditor = dynamic(loadEditor, { ssr: false });

interface Props {
  path: string;
  label: string;
  placeholder?: string | undefined;
}

/** Where the text was pressed, so that the cursor lands there. */
export interface PressedAt {
  x: number;
  y: number;
}

/** What was typed before the editor was there, and the way into it from the moment that it is. */
export interface EarlyKeys {
  current: string;
  write: ((text: string) => void) | null;
}

/**
 * Rich text reads as text until somebody writes in it: only then is the editor loaded and built, so that a long plan
 * opens at once and holds one editor instead of fifty.
 */
export const RichTextField = memo(function RichTextField({ path, label, placeholder }: Props) {
  const mayEdit = useMayEdit(path);
  const value = useContentValue(path) as RichNode | undefined;
  const [opened, setOpened] = useState<PressedAt | 'keyboard' | null>(null);
  const [isReady, setReady] = useState(false);
  const early = useRef<EarlyKeys>({ current: '', write: null });
  const frame = useRef<HTMLDivElement>(null);
  // Pressed or tabbed into before the page's script ran: that was meant to be writing.
  useEffect(() => {
    if (frame.current && frame.current === document.activeElement)
      setOpened((before) => before ?? 'keyboard');
  }, []);
  const view = isBlankRichText(value) ? (
    <p className="text-ink-3">{mayEdit ? placeholder || '\u00a0' : '–'}</p>
  ) : (
    <RichTextView node={value as RichNode} />
  );
  if (!mayEdit)
    return (
      <div dir="auto" className="rich-text">
        {view}
      </div>
    );
  const editor = opened && (
    <RichTextEditor
      path={path}
      label={label}
      placeholder={placeholder}
      at={opened}
      early={early.current}
      onReady={() => setReady(true)}
    />
  );
  return (
    <>
      {editor}
      {!(opened && isReady) && (
        // biome-ignore lint/a11y/useSemanticElements: holds headings, lists and tables, which no field can
        <div
          ref={frame}
          role="textbox"
          aria-multiline
          aria-label={label}
          tabIndex={0}
          dir="auto"
          data-path={path}
          className="rich-text rich-text-frame"
          onPointerEnter={() => void loadEditor()}
          onPointerDown={(event) => setOpened({ x: event.clientX, y: event.clientY })}
          onFocus={() => setOpened((before) => before ?? 'keyboard')}
          onKeyDown={(event) => keepEarly(event, early.current)}
        >
          {view}
        </div>
      )}
    </>
  );
});

/** Whoever types before the editor has come does not wait for it. */
function keepEarly(event: KeyboardEvent, early: EarlyKeys): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (early.write && event.key.length === 1) early.write(event.key);
  else if (event.key === 'Backspace') early.current = early.current.slice(0, -1);
  else if (event.key.length === 1) early.current += event.key;
  else return;
  event.preventDefault();
  event.stopPropagation();
}
