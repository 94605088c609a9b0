'use client';
import { Plus, Sun } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../button.tsx';
import { CommandPalette } from '../command-palette.tsx';
import type { DocEntry } from './entry.tsx';

function Palette() {
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const [done, setDone] = useState('');
  const groups = [
    {
      key: 'go',
      heading: 'Go to',
      items: [
        {
          key: 'today',
          label: 'Today',
          icon: <Sun aria-hidden />,
          shortcut: 'G T',
          onSelect: () => setDone('Today'),
        },
      ],
    },
    {
      key: 'do',
      heading: 'Do',
      items: [
        {
          key: 'new',
          label: 'New bed',
          icon: <Plus aria-hidden />,
          keywords: ['create'],
          onSelect: () => setDone('New bed'),
          more: [{ key: 'copy', label: 'Copy the north bed', onSelect: () => setDone('North bed') }],
        },
      ],
    },
  ];
  return (
    <div className="flex items-center gap-3">
      <Button onClick={() => setOpen(true)} shortcut="⌘K">
        Find or do anything
      </Button>
      <span role="status" className="text-small text-ink-3">
        {done && `Chosen: ${done}`}
      </span>
      <CommandPalette
        label="Find or do anything"
        placeholder="Type a name or a verb"
        open={open}
        onOpenChange={setOpen}
        groups={groups}
        query={query}
        onQueryChange={setQuery}
      />
    </div>
  );
}

export const commandPaletteDocs: DocEntry = {
  name: 'command-palette',
  title: 'Command palette',
  group: 'Navigation',
  purpose: 'Find or do anything from the keyboard.',
  anatomy: [
    'Input',
    'Groups of items with icon, hint and shortcut',
    'Items found on the server, behind those that are known',
    'Footer with what the keys do',
  ],
  states: ['closed', 'open', 'searching', 'nothing matches'],
  keyboard: [
    ['Up and Down', 'move'],
    ['Enter', 'does it; before anything has come, the first that comes'],
    ['Ctrl+Enter', 'opens it in a tab of its own'],
    ['Tab, Shift+Tab', 'show and leave what else can be done with it'],
    ['Escape', 'closes'],
  ],
  speech: 'The number of matches is announced while typing.',
  does: ['Show the shortcut of everything that has one'],
  donts: ['Show private names on a projector'],
  examples: [{ title: 'Palette', Example: Palette }],
};
