'use client';
import { Copy, History, MoreHorizontal, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../button.tsx';
import { IconButton } from '../icon-button.tsx';
import { Menu, MenuCheckItem, MenuChoice, MenuItem, MenuSeparator } from '../menu.tsx';
import type { DocEntry } from './entry.tsx';

function Actions() {
  return (
    <Menu
      trigger={
        <IconButton label="More for “North bed”" icon={<MoreHorizontal aria-hidden />} variant="secondary" />
      }
    >
      <MenuItem icon={<Pencil aria-hidden />} shortcut="E">
        Rename
      </MenuItem>
      <MenuItem icon={<Copy aria-hidden />}>Copy to next season</MenuItem>
      <MenuItem icon={<History aria-hidden />} href="#menu">
        Open the history
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Trash2 aria-hidden />} danger>
        Delete
      </MenuItem>
    </Menu>
  );
}

function View() {
  const [notes, setNotes] = useState(true);
  const [order, setOrder] = useState('name');
  return (
    <Menu trigger={<Button>View</Button>}>
      <MenuCheckItem checked={notes} onCheckedChange={setNotes}>
        Show notes
      </MenuCheckItem>
      <MenuSeparator />
      <MenuChoice
        label="Order by"
        value={order}
        onValueChange={setOrder}
        options={[
          { value: 'name', label: 'Name' },
          { value: 'date', label: 'Date' },
        ]}
      />
    </Menu>
  );
}

export const menuDocs: DocEntry = {
  name: 'menu',
  title: 'Menu',
  group: 'Floating',
  purpose: 'Actions or choices that belong to one thing.',
  anatomy: [
    'Trigger',
    'Items with icon and shortcut',
    'Groups, lines between them',
    'What cannot be undone, last',
  ],
  states: ['closed', 'open', 'highlighted', 'checked', 'disabled'],
  keyboard: [
    ['Enter, Space or Down', 'opens'],
    ['Arrows and letters', 'move'],
    ['Escape', 'closes and goes back'],
  ],
  speech: '“More for North bed, menu button”; “Rename, menu item, 1 of 4”.',
  does: ['Keep to seven items'],
  donts: ['Hide the main action in it'],
  examples: [
    { title: 'Actions', Example: Actions },
    { title: 'Choices', Example: View },
  ],
};
