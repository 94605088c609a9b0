'use client';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { TextArea } from '../text-area.tsx';
import { TextField } from '../text-field.tsx';
import type { DocEntry } from './entry.tsx';

function Fields() {
  return (
    <div className="grid max-w-form gap-4">
      <TextField label="Name of the bed" hint="As it stands on the sign" required />
      <TextField
        label="E-mail"
        type="email"
        autoComplete="email"
        defaultValue="anna@"
        error="Write the part after the @ as well"
      />
      <TextField label="Search" hideLabel icon={<Search aria-hidden />} placeholder="Search 1,284 plants" />
      <TextField label="Code" optional disabled defaultValue="N-204" />
    </div>
  );
}

function Area() {
  const [note, setNote] = useState('A careful second try: the shade is exactly the right suspect.');
  return (
    <div className="max-w-form">
      <TextArea
        label="Comment"
        value={note}
        onChange={(event) => setNote(event.target.value)}
        maxLength={400}
        count={note.length}
      />
    </div>
  );
}

export const textFieldDocs: DocEntry = {
  name: 'text-field',
  title: 'Text field',
  group: 'Forms',
  purpose:
    'One line of text, with its label, hint and error tied to it. A text area grows with what is written.',
  anatomy: ['Label, with “required” or “optional” in words', 'Input, with icon or unit', 'Error, then hint'],
  states: ['rest', 'hover', 'focus', 'error', 'disabled', 'read only'],
  keyboard: [['Tab', 'moves in and out']],
  speech: '“Name of the bed, edit, required, As it stands on the sign”.',
  does: ['Say how to put an error right', 'Accept paste everywhere'],
  donts: ['Use the placeholder as the label', 'Mark required fields by colour or a star alone'],
  examples: [
    { title: 'Fields', Example: Fields },
    { title: 'Text area', Example: Area },
  ],
};
