'use client';
import { isBlankRichText, type RichNode } from '@k12/plan-content/rich-text';
import dynamic from 'next/dynamic';
import { useEffect, useRef, useState } from 'react';
import { EarlyText, withParagraphs } from '@/features/planning/editor/rich-text/early-text.ts';
import { keepKey, keepPasted } from '@/features/planning/editor/rich-text/early-typing.ts';
import { RichTextView } from '@/features/planning/editor/rich-text/rich-text-view.tsx';
import { loaded } from '@/lib/loaded-part.tsx';

const loadEditor = () => import('./instructions-editor.tsx').then((module) => module.InstructionsEditor);
const InstructionsEditor = dynamic(loaded(loadEditor), { ssr: false });

interface Props {
  label: string;
  placeholder: string;
  value: RichNode | null;
  disabled: boolean;
  onChange: (value: RichNode | null) => void;
}

/** Reads as text until somebody writes in it; only then is the editor loaded. */
export function InstructionsField({ label, placeholder, value, disabled, onChange }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [isReady, setReady] = useState(false);
  const early = useEarlyText(value, onChange);
  const view = isBlankRichText(value) ? (
    <p className="text-ink-3">{disabled ? '–' : placeholder}</p>
  ) : (
    <RichTextView node={value as RichNode} />
  );
  if (disabled) return <div className="rich-text">{view}</div>;
  const frame = (
    // biome-ignore lint/a11y/useSemanticElements: holds headings, lists and tables, which no field can
    <div
      role="textbox"
      aria-multiline
      aria-label={label}
      tabIndex={0}
      dir="auto"
      className="rich-text rich-text-frame"
      onPointerEnter={() => void loadEditor()}
      onFocus={() => setOpen(true)}
      onKeyDown={(event) => keepKey(event, early)}
      onPaste={(event) => keepPasted(event, early)}
    >
      {view}
    </div>
  );
  return (
    <>
      {isOpen && (
        <InstructionsEditor
          {...{ label, placeholder, value, onChange, early }}
          onReady={() => setReady(true)}
        />
      )}
      {!isReady && frame}
    </>
  );
}

/** What is typed before the editor has come goes into it; and into the text where it does not come at all. */
function useEarlyText(value: RichNode | null, onChange: Props['onChange']): EarlyText {
  const [early] = useState(() => new EarlyText());
  const last = useRef({ value, onChange });
  last.current = { value, onChange };
  useEffect(
    () => () => {
      const text = early.take();
      if (text) last.current.onChange(withParagraphs(last.current.value, text));
    },
    [early],
  );
  return early;
}
