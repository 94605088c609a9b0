'use client';
import { Plus, Printer, Send } from 'lucide-react';
import { Button } from '../button.tsx';
import type { DocEntry } from './entry.tsx';

function Variants() {
  return (
    <div className="flex flex-wrap gap-2">
      <Button variant="primary" icon={<Send aria-hidden />}>
        Send 14 letters
      </Button>
      <Button icon={<Printer aria-hidden />}>Print</Button>
      <Button variant="quiet">Preview</Button>
      <Button variant="danger">Delete the plan</Button>
    </div>
  );
}

function States() {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button size="small" icon={<Plus aria-hidden />}>
        Small
      </Button>
      <Button>Medium</Button>
      <Button size="large">Large</Button>
      <Button variant="primary" loading>
        Saving
      </Button>
      <Button disabled>Not yet</Button>
      <Button shortcut="N">New</Button>
    </div>
  );
}

export const buttonDocs: DocEntry = {
  name: 'button',
  title: 'Button',
  group: 'Actions',
  purpose: 'Does something. One primary button per view names the next step.',
  anatomy: ['Icon, optional', 'A verb and its object', 'Shortcut, optional'],
  states: ['rest', 'hover', 'focus', 'loading', 'disabled'],
  keyboard: [['Enter or Space', 'presses it']],
  speech: '“Send 14 letters, button”; while loading also “busy”.',
  does: ['Begin with a verb people use', 'Say the number when there is one'],
  donts: ['Put two primary buttons side by side', 'Go to another page: that is a link button'],
  examples: [
    { title: 'Variants', Example: Variants },
    { title: 'Sizes and states', Example: States },
  ],
};
