'use client';
import { Button } from '@k12/ui/button';
import { TextField } from '@k12/ui/text-field';
import type { Editor } from '@tiptap/react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { insertPicture } from './pictures.ts';

export interface Asked {
  key: 'link' | 'math' | 'image';
  value: string;
}

interface Props {
  asked: Asked;
  editor: Editor;
  onDone: () => void;
}

/** The one thing a tool needs to know: an address, a formula or a picture. */
export function AskForm({ asked, editor, onDone }: Props) {
  const t = useTranslations('planning-editor.tools');
  const [value, setValue] = useState(asked.value);
  const [picture, setPicture] = useState<File | null>(null);
  const [failed, setFailed] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    try {
      if (asked.key === 'image' && picture) await insertPicture(editor.view, picture);
      else applyWord(editor, asked.key, value.trim());
      onDone();
      editor.commands.focus();
    } catch {
      setFailed(true);
    }
  };
  return (
    <form
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone();
        editor.commands.focus();
      }}
      className="mt-1 flex w-80 max-w-full items-end gap-2 rounded-card bg-raised p-3 shadow-float"
    >
      {asked.key === 'image' ? (
        <TextField
          className="min-w-0 flex-1"
          label={t('ask.image')}
          type="file"
          accept="image/*"
          autoFocus
          error={failed ? t('imageFailed') : undefined}
          onChange={(event) => setPicture(event.target.files?.[0] ?? null)}
        />
      ) : (
        <TextField
          className="min-w-0 flex-1"
          label={t(`ask.${asked.key}`)}
          autoFocus
          dir="ltr"
          autoComplete="off"
          value={value}
          onChange={(event) => setValue(event.target.value)}
        />
      )}
      <Button type="submit">{t('apply')}</Button>
    </form>
  );
}

function applyWord(editor: Editor, key: Asked['key'], value: string): void {
  const chain = editor.chain().focus();
  if (key === 'math') {
    if (editor.isActive('inlineMath')) chain.updateInlineMath({ latex: value }).run();
    else if (value) chain.insertInlineMath({ latex: value }).run();
    return;
  }
  if (!value) {
    chain.extendMarkRange('link').unsetLink().run();
    return;
  }
  const href = /^[a-z][a-z0-9+.-]*:/i.test(value) ? value : `https://${value}`;
  if (editor.state.selection.empty && !editor.isActive('link'))
    chain.insertContent([{ type: 'text', text: value, marks: [{ type: 'link', attrs: { href } }] }]).run();
  else chain.extendMarkRange('link').setLink({ href }).run();
}
