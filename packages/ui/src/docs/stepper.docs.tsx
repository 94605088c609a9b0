'use client';
import { useState } from 'react';
import { Stepper } from '../stepper.tsx';
import type { DocEntry } from './entry.tsx';

function Steps() {
  const [current, setCurrent] = useState('columns');
  return (
    <Stepper
      label="Import"
      current={current}
      onStep={setCurrent}
      steps={[
        { key: 'file', label: 'File' },
        { key: 'columns', label: 'Columns', hint: '2 left to match' },
        { key: 'check', label: 'Check' },
        { key: 'done', label: 'Import' },
      ]}
    />
  );
}

export const stepperDocs: DocEntry = {
  name: 'stepper',
  title: 'Stepper',
  group: 'Navigation',
  purpose: 'Where one is in something with an order.',
  anatomy: ['Numbered steps', 'Check mark for what is done', 'Hint, optional'],
  states: ['done', 'current', 'ahead'],
  keyboard: [['Enter', 'opens a finished step again']],
  speech: '“Step 2 of 4: Columns, current step”.',
  does: ['Let people go back without losing anything'],
  donts: ['Use it for more than six steps'],
  examples: [{ title: 'Four steps', Example: Steps }],
};
