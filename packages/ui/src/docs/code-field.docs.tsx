'use client';
import { useState } from 'react';
import { CodeField } from '../code-field.tsx';
import type { DocEntry } from './entry.tsx';

function Code() {
  const [done, setDone] = useState('');
  return (
    <div className="grid max-w-form gap-2">
      <CodeField
        label="Code from your app"
        hint="Six digits; it changes every 30 seconds"
        onComplete={setDone}
      />
      <p role="status" className="text-small text-ink-3">
        {done && `Checking ${done}`}
      </p>
    </div>
  );
}

export const codeFieldDocs: DocEntry = {
  name: 'code-field',
  title: 'Code field',
  group: 'Forms',
  purpose: 'A one-time code. Paste, the phone’s suggestion and password managers all work.',
  anatomy: ['Label', 'One slot per character, left to right in every language'],
  states: ['empty', 'partly filled', 'complete', 'error', 'disabled'],
  keyboard: [
    ['Digits', 'fill and move on'],
    ['Backspace', 'goes back'],
    ['Paste', 'fills all'],
  ],
  speech: '“Code from your app, edit, Six digits”; then “Character 2 of 6”.',
  does: ['Go on by itself when complete'],
  donts: ['Block paste', 'Time out without saying so'],
  examples: [{ title: 'Six digits', Example: Code }],
};
