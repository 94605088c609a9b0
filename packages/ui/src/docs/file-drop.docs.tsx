'use client';
import { useState } from 'react';
import { FileDrop } from '../file-drop.tsx';
import { Tag } from '../tag.tsx';
import type { DocEntry } from './entry.tsx';

function Drop() {
  const [names, setNames] = useState<string[]>(['soil-report.pdf']);
  return (
    <div className="grid max-w-form gap-3">
      <FileDrop
        label="Your files"
        hint="PDF or pictures, up to 25 MB"
        multiple
        camera
        onFiles={(files) => setNames([...names, ...files.map((file) => file.name)])}
      />
      <div className="flex flex-wrap gap-2">
        {names.map((name) => (
          <Tag key={name} label={name} onRemove={() => setNames(names.filter((other) => other !== name))} />
        ))}
      </div>
    </div>
  );
}

export const fileDropDocs: DocEntry = {
  name: 'file-drop',
  title: 'File drop',
  group: 'Forms',
  purpose: 'Takes files by choosing, dropping, pasting or the camera.',
  anatomy: ['Label', 'Button, which always works', 'Camera, where there is one', 'Limits in the hint'],
  states: ['rest', 'dragged over', 'error', 'disabled'],
  keyboard: [['Enter or Space', 'opens the chooser']],
  speech: '“Your files, PDF or pictures, up to 25 MB, file upload button”.',
  does: ['Say limits before, not after'],
  donts: ['Make dropping the only way'],
  examples: [{ title: 'Several files', Example: Drop }],
};
