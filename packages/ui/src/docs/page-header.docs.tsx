'use client';
import { CalendarDays, Clock } from 'lucide-react';
import { Button } from '../button.tsx';
import { PropertyLine, SubjectDot } from '../page-header.tsx';
import { StatusBadge } from '../status-badge.tsx';
import type { DocEntry } from './entry.tsx';

/** The real header holds the page's only h1; here it is drawn with a paragraph so that this page keeps one heading. */
function Header() {
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div className="flex flex-wrap gap-2">
          <StatusBadge status="published">Published v9</StatusBadge>
          <StatusBadge status="in_review">v12 in review</StatusBadge>
        </div>
        <div className="flex gap-2">
          <Button>Preview</Button>
          <Button variant="primary">Submit changes</Button>
        </div>
      </div>
      <p className="font-serif text-title font-semibold tracking-tight tablet:text-display">
        Leaves and energy
      </p>
      <PropertyLine
        properties={[
          { label: 'Bed', icon: <SubjectDot subject="leaf" />, value: 'North bed' },
          { label: 'When', icon: <CalendarDays aria-hidden />, value: '2 Nov – 11 Dec, 6 weeks' },
          { label: 'Time', icon: <Clock aria-hidden />, value: '1,140 of 1,200 min' },
        ]}
      />
    </div>
  );
}

export const pageHeaderDocs: DocEntry = {
  name: 'page-header',
  title: 'Page header and properties',
  group: 'Content',
  purpose: 'The title of a page, with its status, its properties as one quiet line and its actions.',
  anatomy: [
    'Status badges',
    'Title: serif for documents and days, plain for work screens',
    'Property line',
    'Actions',
  ],
  states: ['document', 'work'],
  keyboard: [],
  speech: 'Heading level 1; it takes the focus after navigation.',
  does: ['Keep one heading of level 1 per page'],
  donts: ['Give it more than one primary action'],
  examples: [{ title: 'Document', Example: Header }],
};
