'use client';
import { Kbd } from '../kbd.tsx';
import { Logo } from '../logo.tsx';
import type { DocEntry } from './entry.tsx';

function Marks() {
  return (
    <div className="flex flex-wrap items-center gap-6">
      <Logo name="Homeroom" />
      <Logo name="Homeroom" markOnly />
      <span className="flex items-center gap-1 text-small">
        Press <Kbd>?</Kbd> for all keys
      </span>
    </div>
  );
}

export const logoDocs: DocEntry = {
  name: 'logo',
  title: 'Mark and keys',
  group: 'Foundations',
  purpose: 'The product’s mark, and the way a key is shown in text.',
  anatomy: ['Board, ledge, one stroke of chalk', 'Name'],
  states: ['with name', 'mark alone'],
  keyboard: [],
  speech: 'The name, once.',
  does: ['Give way to the tenant’s own mark'],
  donts: ['Recolour the chalk'],
  examples: [{ title: 'Mark', Example: Marks }],
};
