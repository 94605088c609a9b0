'use client';
import { MoreHorizontal } from 'lucide-react';
import { IconButton } from '../icon-button.tsx';
import { List, ListRow } from '../list-row.tsx';
import { StatusBadge } from '../status-badge.tsx';
import type { DocEntry } from './entry.tsx';

function DateLead({ day, weekday }: { day: string; weekday: string }) {
  return (
    <span className="block w-14 text-small leading-tight">
      <span className="font-semibold">{day}</span>
      <span className="block text-mini text-ink-3">{weekday}</span>
    </span>
  );
}

function Framed() {
  return (
    <List framed label="Tasks">
      <ListRow
        href="#list-row"
        lead={<DateLead day="3 Nov" weekday="Tue" />}
        title="Turn the compost"
        description="Two people · 90 min"
        end={<StatusBadge status="done">Done</StatusBadge>}
        actions={
          <IconButton
            size="small"
            label="More for “Turn the compost”"
            icon={<MoreHorizontal aria-hidden />}
          />
        }
      />
      <ListRow
        href="#list-row"
        now
        lead={<DateLead day="5 Nov" weekday="Thu" />}
        title="Light in, sugar out"
        description="Leaves and shade · 45 min"
        end={<StatusBadge status="today">Today</StatusBadge>}
      />
      <ListRow
        href="#list-row"
        selected
        lead={<DateLead day="6 Nov" weekday="Fri" />}
        title="Measure the rows"
        description="Table and drawing · 90 min"
        end={<StatusBadge status="planned">Planned</StatusBadge>}
      />
    </List>
  );
}

function Open() {
  return (
    <List label="Waiting">
      <ListRow
        title="Leaf count"
        description="North bed · oldest 3 days"
        end={<b className="text-heading">12</b>}
      />
      <ListRow title="Seed orders" description="Arrived yesterday" end={<b className="text-heading">27</b>} />
    </List>
  );
}

export const listRowDocs: DocEntry = {
  name: 'list-row',
  title: 'List and list row',
  group: 'Content',
  purpose: 'The one anatomy of a row everywhere: lead, title with a line under it, end.',
  anatomy: [
    'Lead: date, face or icon',
    'Title and description',
    'End: status, number or date',
    'Actions, on hover and focus',
  ],
  states: ['rest', 'hover', 'focus', 'selected', 'now'],
  keyboard: [['Enter', 'opens the row']],
  speech: '“Light in, sugar out, link. Leaves and shade · 45 min. Today”.',
  does: ['Put the number at the end edge'],
  donts: ['Move anything when actions appear'],
  examples: [
    { title: 'Framed', Example: Framed },
    { title: 'Open', Example: Open },
  ],
};
