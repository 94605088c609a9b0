'use client';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState } from 'react';
import type { Asked } from './ask-form.tsx';
import { slashAt } from './slash.ts';
import { askTools, blockTools } from './tools.tsx';

interface Props {
  editor: Editor;
  onAsk: (asked: Asked) => void;
}

/** A slash at the start of a line offers what a line can become; the keys stay in the text (UXP-125). */
export function SlashMenu({ editor, onAsk }: Props) {
  const t = useTranslations('planning-editor.tools');
  const slash = useEditorState({ editor, selector: ({ editor: now }) => slashAt(now.state) });
  const [left, setLeft] = useState<number | null>(null);
  const [at, setAt] = useState(0);
  const list = useId();
  const words = slash?.query.toLocaleLowerCase() ?? '';
  const offered =
    slash && left !== slash.from ? blockTools.filter(({ key }) => isNamed(t(key), key, words)) : [];
  const isOpen = offered.length > 0;
  const chosen = Math.min(at, offered.length - 1);
  const take = (key: string) => {
    const tool = offered.find((one) => one.key === key);
    if (!slash || !tool) return;
    editor.chain().focus().deleteRange(slash).run();
    const ask = askTools[key];
    if (ask) onAsk(ask(editor));
    else tool.run?.(editor);
    setAt(0);
  };
  useKeys(editor, isOpen, (key) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step) setAt((chosen + step + offered.length) % offered.length);
    else if (key === 'Escape') setLeft(slash?.from ?? null);
    else take(offered[chosen]?.key ?? '');
  });
  useEffect(() => {
    if (!slash) setLeft(null);
    setAt(0);
  }, [slash?.query, slash]);
  useEffect(() => {
    const { dom } = editor.view;
    if (!isOpen) return;
    dom.setAttribute('aria-controls', list);
    dom.setAttribute('aria-activedescendant', `${list}-${chosen}`);
    return () => {
      dom.removeAttribute('aria-controls');
      dom.removeAttribute('aria-activedescendant');
    };
  }, [editor, isOpen, list, chosen]);
  if (!slash || !isOpen) return null;
  return (
    <div
      id={list}
      role="listbox"
      aria-label={t('insert')}
      style={placeOf(editor, slash.from)}
      className="absolute z-popover max-h-72 w-56 overflow-y-auto rounded-card bg-raised p-1 shadow-float"
    >
      {offered.map(({ key, icon }, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard in the text, which keeps the focus
        // biome-ignore lint/a11y/useFocusableInteractive: the same
        <div
          key={key}
          id={`${list}-${index}`}
          role="option"
          aria-selected={index === chosen}
          ref={index === chosen ? intoView : undefined}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(key)}
          className={clsx(
            'flex min-h-8 cursor-pointer items-center gap-2.5 rounded-control px-2 text-body pointer-coarse:min-h-11 [&_svg]:text-ink-3',
            index === chosen && 'bg-sunken',
          )}
        >
          {icon}
          {t(key)}
        </div>
      ))}
    </div>
  );
}

const intoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' });

function isNamed(label: string, key: string, words: string): boolean {
  return label.toLocaleLowerCase().includes(words) || key.toLowerCase().startsWith(words);
}

const heard = new Set(['ArrowDown', 'ArrowUp', 'Enter', 'Tab', 'Escape']);

/** Heard before the text hears them, and only while there is something to choose. */
function useKeys(editor: Editor, isOpen: boolean, onKey: (key: string) => void) {
  const latest = useRef(onKey);
  latest.current = onKey;
  useEffect(() => {
    if (!isOpen) return;
    const { dom } = editor.view;
    const hear = (event: KeyboardEvent) => {
      if (!heard.has(event.key) || event.isComposing || event.altKey || event.ctrlKey || event.metaKey)
        return;
      event.preventDefault();
      event.stopImmediatePropagation();
      latest.current(event.key);
    };
    dom.addEventListener('keydown', hear, true);
    return () => dom.removeEventListener('keydown', hear, true);
  }, [editor, isOpen]);
}

/** Under the slash, measured from the frame that holds text and menu. */
function placeOf(editor: Editor, from: number) {
  const { left, right, bottom } = editor.view.coordsAtPos(from);
  const frame = editor.view.dom.parentElement?.parentElement?.getBoundingClientRect();
  if (!frame) return {};
  const isRtl = getComputedStyle(editor.view.dom).direction === 'rtl';
  const top = bottom - frame.top + 4;
  return isRtl ? { top, right: frame.right - right } : { top, left: left - frame.left };
}
