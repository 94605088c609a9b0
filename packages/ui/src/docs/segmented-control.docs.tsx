'use client';
import { CalendarDays, List } from 'lucide-react';
import { useState } from 'react';
import { SegmentedControl } from '../segmented-control.tsx';
import type { DocEntry } from './entry.tsx';

function Views() {
  const [view, setView] = useState('list');
  return (
    <SegmentedControl
      label="View"
      value={view}
      onValueChange={setView}
      options={[
        { value: 'list', label: 'List', icon: <List aria-hidden /> },
        { value: 'week', label: 'Week', icon: <CalendarDays aria-hidden /> },
        { value: 'map', label: 'Map' },
      ]}
    />
  );
}

export const segmentedControlDocs: DocEntry = {
  name: 'segmented-control',
  title: 'Segmented control',
  group: 'Forms',
  purpose: 'Two to five ways of looking at the same thing.',
  anatomy: ['Sunken track', 'Segments with words, icons optional'],
  states: ['rest', 'chosen', 'focus', 'disabled'],
  keyboard: [['Arrows', 'choose the next or previous']],
  speech: '“View, radio group. List, radio button, checked, 1 of 3”.',
  does: ['Remember the choice'],
  donts: ['Use it to go to another page: that is tab links'],
  examples: [{ title: 'Views', Example: Views }],
};
