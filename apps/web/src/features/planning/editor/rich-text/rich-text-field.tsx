'use client';
import { isBlankRichText, type RichNode } from '@k12/plan-content/rich-text';
import dynamic from 'next/dynamic';
import { memo, useEffect, useRef, useState } from 'react';
import { loaded } from '@/lib/loaded-part.tsx';
import { useContentValue, useEditor, useMayEdit } from '../editor-context.tsx';
import { EarlyText } from './early-text.ts';
import { keepKey, keepPasted } from './early-typing.ts';
import { RichTextView } from './rich-text-view.tsx';
import { usePictureNews } from './use-picture-news.ts';

const loadEditor = () => import('./rich-text-editor.tsx').then((module) => module.RichTextEditor);
const RichTextEditor = dynamic(loaded(loadEditor), { ssr: false });

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

/**
 * Rich text reads as text until somebody writes in it: only then is the editor loaded and built, so that a long plan
 * opens at once and holds one editor instead of fifty.
 */
export const RichTextField = memo(function RichTextField({ path, label, placeholder }: Props) {
  const mayEdit = useMayEdit(path);
  const value = useContentValue(path) as RichNode | undefined;
  const [opened, setOpened] = useState<PressedAt | 'keyboard' | null>(null);
  const [isReady, setReady] = useState(false);
  const early = useEarlyText(path);
  const news = usePictureNews();
  const frame = useRef<HTMLDivElement>(null);
  const wentElsewhere = useRef(false);
  const pressed = useRef<PressedAt | null>(null);
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
      early={early}
      isAwaited={() => !wentElsewhere.current}
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
          // Not opened by the press itself: the frame would be gone when the browser gives it the focus, which then
          // falls to the page, and a finger that only scrolls would open it too.
          onPointerDown={({ clientX: x, clientY: y }) => {
            pressed.current = { x, y };
          }}
          onPointerCancel={() => {
            pressed.current = null;
          }}
          onFocus={() => {
            wentElsewhere.current = false;
            setOpened((before) => before ?? pressed.current ?? 'keyboard');
          }}
          onBlur={({ relatedTarget }) => {
            const isHere = relatedTarget?.closest('[data-path]')?.getAttribute('data-path') === path;
            wentElsewhere.current = !isHere;
          }}
          onKeyDown={(event) => keepKey(event, early)}
          onPaste={(event) => keepPasted(event, early, news)}
        >
          {view}
        </div>
      )}
    </>
  );
});

/** Whoever types before the editor has come does not wait for it; and loses nothing if it does not come at all. */
function useEarlyText(path: string): EarlyText {
  const { document } = useEditor();
  const [early] = useState(() => new EarlyText());
  useEffect(() => {
    const settle = () => early.settle(document, path);
    const end = document.onSettle(settle);
    return () => {
      end();
      settle();
    };
  }, [document, early, path]);
  return early;
}
