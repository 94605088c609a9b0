'use client';
import { useState } from 'react';
import { Button } from '../button.tsx';
import { PrivateText } from '../private-text.tsx';
import { ReadingGuide } from '../reading-guide.tsx';
import { SelectField } from '../select-field.tsx';
import type { DocEntry } from './entry.tsx';

const spacings = [
  { value: '', label: 'Normal' },
  { value: 'wide', label: 'Wide' },
  { value: 'wider', label: 'Wider' },
];
const tints = [
  { value: '', label: 'None' },
  { value: 'cream', label: 'Cream' },
  { value: 'sky', label: 'Sky' },
];

function Passage() {
  const [spacing, setSpacing] = useState('wide');
  const [tint, setTint] = useState('cream');
  const [guide, setGuide] = useState(false);
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-end gap-3">
        <SelectField label="Spacing" options={spacings} value={spacing} onValueChange={setSpacing} />
        <SelectField label="Tint" options={tints} value={tint} onValueChange={setTint} />
        <Button aria-pressed={guide} onClick={() => setGuide(!guide)}>
          Line guide
        </Button>
      </div>
      <p data-reading-spacing={spacing} data-reading-tint={tint} className="reading rounded-card p-4">
        Life runs on the controlled release of energy. Every cell, from bacterium to brain, is a machine for
        capturing, moving and spending it.
      </p>
      {guide && <ReadingGuide />}
    </div>
  );
}

function Wall() {
  const [wall, setWall] = useState(true);
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Button aria-pressed={wall} onClick={() => setWall(!wall)}>
        Projector
      </Button>
      <p data-projector={wall || undefined}>
        Rows of North bed: <PrivateText label="rows of North bed">28</PrivateText>
      </p>
    </div>
  );
}

export const readingDocs: DocEntry = {
  name: 'private-text',
  title: 'Reading options and projector',
  group: 'Foundations',
  purpose:
    'How anyone can make a passage easier to read, and how nothing private reaches the wall by accident.',
  anatomy: [
    'The class “reading” on every passage',
    'Attributes for font, spacing, measure and tint, on the page or on one passage',
    'Line guide',
    'PrivateText around what only its reader may see',
  ],
  states: ['spacing', 'tint', 'measure', 'font', 'guide', 'projector', 'revealed'],
  keyboard: [['Enter', 'reveals one thing on the wall']],
  speech: '“Reveal: rows of North bed, button”.',
  does: ['Let letter, word and line spacing grow together'],
  donts: ['Offer a special font as the only help'],
  examples: [
    { title: 'A passage', Example: Passage },
    { title: 'On the wall', Example: Wall },
  ],
};
