'use client';
import { cleanRichText, isBlankRichText, type RichNode } from '@k12/plan-content/rich-text';
import { sameValue } from '@k12/plan-content/same-value';
import { Editor } from '@tiptap/core';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { EarlyText } from '@/features/planning/editor/rich-text/early-text.ts';
import { writeInto } from '@/features/planning/editor/rich-text/early-typing.ts';
import { richTextExtensions } from '@/features/planning/editor/rich-text/extensions.ts';
import { Toolbar } from '@/features/planning/editor/rich-text/toolbar.tsx';

interface Props {
  label: string;
  placeholder: string;
  value: RichNode | null;
  onChange: (value: RichNode | null) => void;
  /** What was typed before the editor was there. */
  early?: EarlyText;
  onReady?: () => void;
}

/** The editor of one text, made at its place in the page and ended with it. */
export function InstructionsEditor({ label, placeholder, value, onChange, early, onReady }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [hasFocus, setFocus] = useState(true);
  const change = useRef(onChange);
  change.current = onChange;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is that of the start; another one comes below
  useLayoutEffect(() => {
    const made = new Editor({
      element: place.current,
      extensions: richTextExtensions(placeholder),
      content: value as object | null,
      // The policy of the page allows no style elements; the rules are in rich-text.css.
      injectCSS: false,
      editorProps: {
        attributes: { 'aria-label': label, 'aria-multiline': 'true', role: 'textbox', dir: 'auto' },
      },
    });
    made.on('update', () => {
      change.current(textIn(made));
    });
    made.commands.setTextSelection(made.state.doc.content.size);
    const stopWriting = early?.handTo((text) => writeInto(made, text));
    made.view.focus();
    setEditor(made);
    onReady?.();
    return () => {
      stopWriting?.();
      made.destroy();
    };
  }, []);
  // Typing is known to whoever holds the text at once: what differs was written by somebody else and taken over.
  useEffect(() => {
    if (!editor || sameValue(textIn(editor), value)) return;
    editor.commands.setContent(value as object | null, { emitUpdate: false });
  }, [editor, value]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: notices when the focus leaves the text and its tools
    <div
      className="relative"
      onFocus={() => setFocus(true)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocus(false);
      }}
    >
      {hasFocus && editor && <Toolbar editor={editor} />}
      <div ref={place} className="rich-text rich-text-frame" />
    </div>
  );
}

function textIn(editor: Editor): RichNode | null {
  const text = cleanRichText(editor.getJSON());
  return isBlankRichText(text) ? null : text;
}
