'use client';
import { Folder } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '../badge.tsx';
import { Tree } from '../tree.tsx';
import type { DocEntry } from './entry.tsx';

const icon = <Folder aria-hidden className="text-ink-3" />;

const items = [
  {
    key: 'life',
    label: 'Living things',
    icon,
    children: [
      { key: 'leaf', label: 'Leaves', end: <Badge>12</Badge> },
      { key: 'root', label: 'Roots', children: [{ key: 'hair', label: 'Root hairs' }] },
    ],
  },
  { key: 'soil', label: 'Soil', icon, children: [{ key: 'clay', label: 'Clay' }] },
  { key: 'water', label: 'Water', icon },
];

function Nested() {
  const [selected, setSelected] = useState('leaf');
  return (
    <div className="max-w-80">
      <Tree
        label="Topics"
        items={items}
        selected={selected}
        onSelect={setSelected}
        defaultExpanded={['life']}
      />
    </div>
  );
}

export const treeDocs: DocEntry = {
  name: 'tree',
  title: 'Tree',
  group: 'Navigation',
  purpose: 'Nested things, opened as far as needed.',
  anatomy: ['Chevron, where there is more inside', 'Icon, name', 'Count or status at the end'],
  states: ['closed', 'open', 'selected', 'focus'],
  keyboard: [
    ['Up and Down', 'walk what is visible'],
    ['Right and Left', 'open and close (swapped when reading right to left)'],
    ['Home and End', 'first and last'],
    ['Enter or Space', 'selects'],
  ],
  speech: '“Leaves, level 2, 1 of 2, selected”.',
  does: ['Open to where the selection is'],
  donts: ['Nest more than four levels'],
  examples: [{ title: 'Three levels', Example: Nested }],
};
