'use client';
import { isBlankRichText, type RichNode } from '@k12/plan-content/rich-text';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { RichTextView } from '@/features/planning/editor/rich-text/rich-text-view.tsx';

const loadEditor = () => import('./instructions-editor.tsx').then((module) => module.InstructionsEditor);
const InstructionsEditor = dynamic(loadEditor, { ssr: false });

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
  const view = isBlankRichText(value) ? (
    <p className="text-ink-3">{disabled ? '–' : placeholder}</p>
  ) : (
    <RichTextView node={value as RichNode} />
  );
  if (disabled) return <div className="rich-text">{view}</div>;
  if (isOpen)
    return <InstructionsEditor label={label} placeholder={placeholder} value={value} onChange={onChange} />;
  return (
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
    >
      {view}
    </div>
  );
}
