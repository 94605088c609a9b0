'use client';
import { cleanRichText, isBlankRichText } from '@k12/plan-content/rich-text';
import { Editor } from '@tiptap/core';
import { useContext, useLayoutEffect, useRef, useState } from 'react';
import type { PlanDocument } from '../document/plan-document.ts';
import { useEditor } from '../editor-context.tsx';
import type { EarlyText } from './early-text.ts';
import { writeInto } from './early-typing.ts';
import { richTextExtensions } from './extensions.ts';
import { PicturesOfPlan } from './picture-address.ts';
import { type PictureNews, pastePictures, uploadPictures } from './pictures.ts';
import type { PressedAt } from './rich-text-field.tsx';
import { Toolbar } from './toolbar.tsx';
import { usePictureNews } from './use-picture-news.ts';

interface Props {
  path: string;
  label: string;
  placeholder?: string | undefined;
  at: PressedAt | 'keyboard';
  /** What was typed before the editor was there. */
  early: EarlyText;
  /** Whether the person is still there, and not in another field by now. */
  isAwaited: () => boolean;
  onReady: () => void;
}

/** Turning a text into what is stored takes time in a long one, so it waits for a moment without keystrokes. */
const settleMs = 250;

export function RichTextEditor(props: Props) {
  const [hasFocus, setFocus] = useState(false);
  const { editor, place } = useMountedEditor(props);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: notices when the focus leaves the text and its tools
    <div
      className="relative"
      onFocus={() => setFocus(true)}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        setFocus(false);
      }}
    >
      {hasFocus && editor && <Toolbar editor={editor} />}
      <div ref={place} className="rich-text rich-text-frame" />
    </div>
  );
}

/**
 * The editor is made at its place in the page, in the step that shows it, and ends with it: one that were made while
 * drawing could be thrown away with what was typed into it.
 */
function useMountedEditor({ path, label, placeholder = '', at, early, isAwaited, onReady }: Props) {
  const { document } = useEditor();
  const [editor, setEditor] = useState<Editor | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const planId = useContext(PicturesOfPlan);
  const news = usePictureNews();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words and where it was pressed are those of the start
  useLayoutEffect(() => {
    const made = new Editor({
      element: place.current,
      extensions: richTextExtensions(placeholder, planId),
      content: (document.value(path) as object | undefined) ?? null,
      // The policy of the page allows no style elements; the rules are in rich-text.css.
      injectCSS: false,
      editorProps: editorProps(path, label, news),
    });
    const stopHandingOver = handOverTo(document, made, path);
    setEditor(made);
    const pressed = at === 'keyboard' ? undefined : made.view.posAtCoords({ left: at.x, top: at.y })?.pos;
    made.commands.setTextSelection(pressed ?? made.state.doc.content.size);
    const stopWriting = early.handTo((text) => writeInto(made, text));
    // Now, not with the next frame, so that the next key finds it.
    if (isAwaited()) made.view.focus();
    onReady();
    return () => {
      stopWriting();
      stopHandingOver();
      made.destroy();
    };
  }, [document, path]);
  return { editor, place };
}

function editorProps(path: string, label: string, news: PictureNews): Editor['options']['editorProps'] {
  return {
    attributes: {
      'aria-label': label,
      'aria-multiline': 'true',
      role: 'textbox',
      dir: 'auto',
      'data-path': path,
    },
    handlePaste: (view, event) => pastePictures(view, event.clipboardData, news),
    handleDrop: (view, event) => uploadPictures(view, (event as DragEvent).dataTransfer?.files, news),
  };
}

/** What is typed goes to the document after a moment; what the document gets from elsewhere comes here. */
function handOverTo(document: PlanDocument, editor: Editor, path: string): () => void {
  let handed = document.value(path);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDirty = false;
  const handOver = () => {
    clearTimeout(timer);
    if (!isDirty) return;
    isDirty = false;
    // In the form the server keeps, so that what comes back is no change.
    const value = cleanRichText(editor.getJSON());
    handed = isBlankRichText(value) ? undefined : value;
    document.edit([handed === undefined ? { op: 'remove', path } : { op: 'set', path, value: handed }], {
      place: path,
    });
    handed = document.value(path);
  };
  const onUpdate = () => {
    isDirty = true;
    clearTimeout(timer);
    timer = setTimeout(handOver, settleMs);
  };
  const onOther = () => {
    const value = document.value(path);
    if (value === handed || isDirty) return;
    handed = value;
    const { from, to } = editor.state.selection;
    editor.commands.setContent((value as object | undefined) ?? null, { emitUpdate: false });
    const size = editor.state.doc.content.size;
    editor.commands.setTextSelection({ from: Math.min(from, size), to: Math.min(to, size) });
  };
  editor.on('update', onUpdate);
  editor.on('blur', handOver);
  const ends = [document.onSettle(handOver), document.subscribe(onOther)];
  return () => {
    handOver();
    for (const end of ends) end();
  };
}
