import type { Editor } from '@tiptap/core';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import type { EarlyText } from './early-text.ts';
import { strangePictures } from './pasted-pictures.ts';
import type { PictureNews } from './pictures.ts';

/** For a text whose editor is still on its way: what is typed goes where the editor will fetch it. */
export function keepKey(event: KeyboardEvent, early: EarlyText): void {
  const isCommand = event.ctrlKey || event.metaKey || event.altKey;
  // Many keyboards write € or @ with AltGr, which browsers also report as Ctrl and Alt.
  if (isCommand && !event.getModifierState('AltGraph')) return;
  if (event.key === 'Backspace') early.erase();
  else if (event.key === 'Enter') early.type('\n');
  else if (event.key.length === 1) early.type(event.key);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** Only words wait for the editor; how many pictures do not is said. */
export function keepPasted(event: ClipboardEvent, early: EarlyText, news?: PictureNews): void {
  const { pictures } = strangePictures(event.clipboardData);
  const files = [...event.clipboardData.files].filter(({ type }) => type.startsWith('image/'));
  const count = Math.max(pictures.length, files.length);
  if (count > 0) news?.leftOut(count);
  const text = event.clipboardData.getData('text/plain');
  if (!text) return;
  early.type(text.replace(/\r\n?/g, '\n'));
  event.preventDefault();
}

export function writeInto(editor: Editor, text: string): void {
  text.split('\n').forEach((line, at) => {
    if (at > 0) editor.commands.splitBlock();
    if (line) editor.view.dispatch(editor.state.tr.insertText(line));
  });
}
