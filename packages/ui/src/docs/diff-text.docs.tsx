'use client';
import { DiffText } from '../diff-text.tsx';
import type { DocEntry } from './entry.tsx';

function Changes() {
  return (
    <DiffText
      label="Changes from version 9 to 12"
      parts={[
        { kind: 'same', text: 'Life runs on the ' },
        { kind: 'removed', text: 'slow' },
        { kind: 'added', text: 'controlled' },
        { kind: 'same', text: ' release of energy' },
        { kind: 'added', text: ', from bacterium to brain' },
        { kind: 'same', text: '.' },
      ]}
    />
  );
}

export const diffTextDocs: DocEntry = {
  name: 'diff-text',
  title: 'Text changes',
  group: 'Content',
  purpose: 'What changed between two versions, in the flow of the text.',
  anatomy: ['Added: underlined, green', 'Removed: struck through, red'],
  states: ['same', 'added', 'removed'],
  keyboard: [],
  speech: '“Life runs on the [removed: slow] [added: controlled] release of energy”.',
  does: ['Compare words, not letters'],
  donts: ['Rely on colour'],
  examples: [{ title: 'A sentence', Example: Changes }],
};
