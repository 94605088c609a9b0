'use client';
import { cleanRichText, isBlankRichText } from '@k12/plan-content/rich-text';
import { type Editor, EditorContent, useEditor as useTipTap } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { useEditor } from '../editor-context.tsx';
import { richTextExtensions } from './extensions.ts';
import { uploadPictures } from './pictures.ts';
import type { EarlyKeys, PressedAt } from './rich-text-field.tsx';
import { Toolbar } from './toolbar.tsx';

interface Props {
  path: string;
  label: string;
  placeholder?: string | undefined;
  at: PressedAt | 'keyboard';
  /** What was typed before the editor was there. */
  early: EarlyKeys;
  onReady: () => void;
}

/** Turning a text into what is stored takes time in a long one, so it waits for a moment without keystrokes. */
const settleMs = 250;

export function RichTextEditor({ path, label, placeholder = '', at, early, onReady }: Props) {
  const { document } = useEditor();
  const [hasFocus, setFocus] = useState(false);
  const editor = useTipTap({
    extensions: richTextExtensions(placeholder),
    content: (document.value(path) as object | undefined) ?? null,
    // The policy of the page allows no style elements; the rules are in rich-text.css.
    injectCSS: false,
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        'aria-label': label,
        'aria-multiline': 'true',
        role: 'textbox',
        dir: 'auto',
        'data-path': path,
      },
      handlePaste: (view, event) => uploadPictures(view, event.clipboardData?.files),
      handleDrop: (view, event) => uploadPictures(view, (event as DragEvent).dataTransfer?.files),
    },
    onFocus: () => setFocus(true),
  });
  useHandOver(editor, path);
  const first = useRef({ at, early, onReady });
  useEffect(() => {
    const { at: where, early: typed, onReady: ready } = first.current;
    // Now, not with the next frame: a key pressed in between would be lost.
    editor.view.dom.focus({ preventScroll: true });
    ready();
    const position =
      where === 'keyboard' ? undefined : editor.view.posAtCoords({ left: where.x, top: where.y })?.pos;
    editor.commands.focus(position ?? 'end');
    const { current: words } = typed;
    typed.current = '';
    typed.write = (text) => editor.view.dispatch(editor.state.tr.insertText(text));
    if (words) typed.write(words);
  }, [editor]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: notices when the focus leaves the text and its tools
    <div
      className="relative"
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        setFocus(false);
      }}
    >
      {hasFocus && <Toolbar editor={editor} />}
      <div className="rich-text rich-text-frame">
        <EditorContent editor={editor} />
      </div>
    </div>
  );
}

/** What is typed goes to the document after a moment; what the document gets from elsewhere comes here. */
function useHandOver(editor: Editor, path: string): void {
  const { document } = useEditor();
  useEffect(() => {
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
      editor.off('update', onUpdate);
      editor.off('blur', handOver);
      for (const end of ends) end();
    };
  }, [document, editor, path]);
}
