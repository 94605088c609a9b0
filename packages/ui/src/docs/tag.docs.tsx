'use client';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { AddTag, Tag } from '../tag.tsx';
import type { DocEntry } from './entry.tsx';

const all = [
  ['G1.5', 'Leaf model'],
  ['G1.7', 'Breathing'],
  ['G2.3', 'Cycle of matter'],
] as const;

function Tags() {
  const [count, setCount] = useState(3);
  return (
    <div className="flex flex-wrap gap-2">
      {all.slice(0, count).map(([code, label], index) => (
        <Tag
          key={code}
          code={code}
          label={label}
          onRemove={index === count - 1 ? () => setCount(count - 1) : undefined}
        />
      ))}
      <AddTag icon={<Plus aria-hidden />} onClick={() => setCount(3)}>
        Align
      </AddTag>
    </div>
  );
}

export const tagDocs: DocEntry = {
  name: 'tag',
  title: 'Tag',
  group: 'Content',
  purpose: 'A thing attached to another: a code with its short name, a file, a keyword.',
  anatomy: ['Code, optional, first', 'Name', 'Remove button, optional'],
  states: ['rest', 'link', 'removable'],
  keyboard: [['Enter', 'opens or removes']],
  speech: '“G1.5 Leaf model”; the button says “Remove Leaf model”.',
  does: ['Give the full wording in the title'],
  donts: ['Use it for states: those are badges'],
  examples: [{ title: 'With codes', Example: Tags }],
};
