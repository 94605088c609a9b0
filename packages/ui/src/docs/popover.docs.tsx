'use client';
import { Bell, Filter } from 'lucide-react';
import { Button } from '../button.tsx';
import { Checkbox } from '../checkbox.tsx';
import { IconButton } from '../icon-button.tsx';
import { Popover } from '../popover.tsx';
import { Tooltip } from '../tooltip.tsx';
import type { DocEntry } from './entry.tsx';

function Filters() {
  return (
    <Popover title="Filter" trigger={<Button icon={<Filter aria-hidden />}>Filter</Button>}>
      <div className="grid gap-2">
        <Checkbox label="Mine" defaultChecked />
        <Checkbox label="This week" />
      </div>
    </Popover>
  );
}

function Tips() {
  return (
    <div className="flex gap-2">
      <IconButton label="Messages" icon={<Bell aria-hidden />} shortcut="M" />
      <Tooltip content="Saved a minute ago by Thandi Mbeki">
        <button type="button" className="rounded-control px-1 text-small text-ink-3">
          Saved 10:42
        </button>
      </Tooltip>
    </div>
  );
}

export const popoverDocs: DocEntry = {
  name: 'popover',
  title: 'Popover and tooltip',
  group: 'Floating',
  purpose: 'A popover holds controls or an explanation; a tooltip repeats a name or adds one line.',
  anatomy: ['Trigger', 'Panel with a title (popover)', 'One line (tooltip)'],
  states: ['closed', 'open'],
  keyboard: [
    ['Enter or Space', 'opens the popover'],
    ['Focus', 'shows the tooltip'],
    ['Escape', 'closes'],
  ],
  speech: '“Filter, dialog”. Tooltips are never the only place something is said.',
  does: ['Keep tooltips to names and shortcuts'],
  donts: ['Put a control in a tooltip'],
  examples: [
    { title: 'Popover', Example: Filters },
    { title: 'Tooltips', Example: Tips },
  ],
};
