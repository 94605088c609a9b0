'use client';
import { DateField } from '../date-field.tsx';
import { TimeField } from '../time-field.tsx';
import type { DocEntry } from './entry.tsx';

function Dates() {
  return (
    <div className="grid max-w-form gap-4 tablet:grid-cols-2">
      <DateField label="Due on" defaultValue="2026-11-05" min="2026-09-01" required />
      <TimeField label="At" defaultValue="15:30" />
    </div>
  );
}

export const dateFieldDocs: DocEntry = {
  name: 'date-field',
  title: 'Date and time fields',
  group: 'Forms',
  purpose: 'One date or one time, in the platform’s own control and the reader’s own order of day and month.',
  anatomy: ['Label', 'Parts of the date, each typed or stepped', 'The platform’s calendar'],
  states: ['rest', 'hover', 'focus', 'error', 'disabled'],
  keyboard: [
    ['Digits', 'fill day, month and year'],
    ['Up and Down', 'step the part'],
    ['Space', 'opens the calendar'],
  ],
  speech: '“Due on, date, 5 November 2026”.',
  does: ['Store dates as YYYY-MM-DD and times as HH:MM'],
  donts: ['Ask for a date where “in two weeks” would do'],
  examples: [{ title: 'Date and time', Example: Dates }],
};
