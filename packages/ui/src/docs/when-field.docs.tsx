'use client';
import { WhenField } from '../when-field.tsx';
import type { DocEntry } from './entry.tsx';

function Example() {
  return (
    <div className="max-w-form">
      <WhenField
        label="Due"
        hint="Such as “next Friday 8am”"
        timeZone="America/New_York"
        now={new Date('2026-10-29T16:00:00Z')}
        onValueChange={() => {}}
      />
    </div>
  );
}

export const whenFieldDocs: DocEntry = {
  name: 'when-field',
  title: 'When field',
  group: 'Forms',
  purpose:
    'A moment said in words or digits, in four languages, shown resolved with the zone it is meant in.',
  anatomy: [
    'Label',
    'Input',
    'What is meant, or which zone counts',
    'A choice where the clocks show it twice',
  ],
  states: ['rest', 'understood', 'not understood', 'skipped by the clocks', 'shown twice by the clocks'],
  keyboard: [['Tab', 'moves in and out']],
  speech: '“Due, edit, Friday, November 6, 2026 at 8:00 AM EST”.',
  does: ['Show what was understood while it is typed', 'Name the zone'],
  donts: ['Take a moment that nobody has seen resolved'],
  examples: [{ title: 'A due time', Example }],
};
