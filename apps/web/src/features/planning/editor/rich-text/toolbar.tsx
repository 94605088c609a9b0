'use client';
import type { Editor } from '@tiptap/react';
import { useEditorState } from '@tiptap/react';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useRef, useState } from 'react';
import { type Asked, AskForm } from './ask-form.tsx';
import { SlashMenu } from './slash-menu.tsx';
import { activeTools, askTools, tools } from './tools.tsx';

/** The tools of a text, above it while it has the focus; Alt+F10 leads there, arrow keys along it. */
export function Toolbar({ editor }: { editor: Editor }) {
  const t = useTranslations('planning-editor.tools');
  const [asked, setAsked] = useState<Asked | null>(null);
  const active = useEditorState({ editor, selector: ({ editor: now }) => activeTools(now) });
  const bar = useRef<HTMLDivElement>(null);
  const walk = (event: KeyboardEvent) => {
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(window.document.activeElement as HTMLButtonElement);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.key === 'Escape') editor.commands.focus();
    if (step === undefined || at < 0) return;
    event.preventDefault();
    const direction = getComputedStyle(event.currentTarget).direction === 'rtl' ? -step : step;
    buttons[(at + direction + buttons.length) % buttons.length]?.focus();
  };
  return (
    <>
      <div className="absolute end-0 bottom-full z-sticky mb-1 flex max-w-full flex-col items-end">
        <div
          ref={bar}
          role="toolbar"
          aria-label={t('label')}
          tabIndex={-1}
          onKeyDown={walk}
          // The selection in the text stays while a tool is pressed.
          onMouseDown={(event) => event.preventDefault()}
          className="flex max-w-full gap-px overflow-x-auto rounded-control bg-raised p-0.5 shadow-float"
        >
          {tools.map(({ key, icon, run, keys }, at) => (
            <button
              key={key}
              type="button"
              tabIndex={at === 0 ? 0 : -1}
              aria-label={t(key)}
              title={keys ? `${t(key)} (${keys})` : t(key)}
              aria-pressed={active.includes(key)}
              onClick={() => {
                const ask = askTools[key];
                if (ask) setAsked(ask(editor));
                else run?.(editor);
              }}
              className={clsx(
                'flex size-7 shrink-0 items-center justify-center rounded-small pointer-coarse:size-11',
                active.includes(key)
                  ? 'bg-board-tint text-board'
                  : 'text-ink-2 hover:bg-sunken hover:text-ink',
              )}
            >
              {icon}
            </button>
          ))}
        </div>
        {asked && <AskForm asked={asked} editor={editor} onDone={() => setAsked(null)} />}
      </div>
      <SlashMenu editor={editor} onAsk={setAsked} />
    </>
  );
}
