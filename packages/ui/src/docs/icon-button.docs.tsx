'use client';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { IconButton } from '../icon-button.tsx';
import type { DocEntry } from './entry.tsx';

function Row() {
  return (
    <div className="flex gap-2">
      <IconButton label="Add a bed" icon={<Plus aria-hidden />} shortcut="N" />
      <IconButton label="Rename “North bed”" icon={<Pencil aria-hidden />} variant="secondary" />
      <IconButton label="Delete “North bed”" icon={<Trash2 aria-hidden />} disabled />
    </div>
  );
}

export const iconButtonDocs: DocEntry = {
  name: 'icon-button',
  title: 'Icon button',
  group: 'Actions',
  purpose: 'A well-known action in a narrow place, with its name in a tooltip.',
  anatomy: ['One icon', 'A name with its object, also shown as tooltip', 'Shortcut in the tooltip'],
  states: ['rest', 'hover', 'focus', 'loading', 'disabled'],
  keyboard: [['Enter or Space', 'presses it']],
  speech: '“Rename North bed, button”.',
  does: ['Name the object: “Delete North bed”'],
  donts: ['Invent icons: if it needs explaining, write the word'],
  examples: [{ title: 'In a row', Example: Row }],
};
