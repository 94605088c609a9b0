'use client';
import { Progress } from '../progress.tsx';
import { Spinner } from '../spinner.tsx';
import type { DocEntry } from './entry.tsx';

function Bars() {
  return (
    <div className="grid max-w-form gap-4">
      <Progress label="Counted" value={41} max={56} valueText="41 of 56 counted" />
      <Progress label="This hour" value={38} tone="chalk" hideLabel />
      <Progress label="Reading the file" />
      <Spinner label="Loading the beds" />
    </div>
  );
}

export const progressDocs: DocEntry = {
  name: 'progress',
  title: 'Progress and spinner',
  group: 'Feedback',
  purpose: 'How far something has come; a spinner only for a wait of moments.',
  anatomy: ['Label and value in words', 'Track and bar'],
  states: ['known', 'unknown length', 'done'],
  keyboard: [],
  speech: '“Counted, progress bar, 41 of 56 counted”.',
  does: ['Say numbers people can check'],
  donts: ['Invent a percentage'],
  examples: [{ title: 'Bars', Example: Bars }],
};
