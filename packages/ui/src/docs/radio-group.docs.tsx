'use client';
import { RadioGroup } from '../radio-group.tsx';
import type { DocEntry } from './entry.tsx';

const options = [
  { value: 'all', label: 'Everybody', hint: 'All members see it at once' },
  { value: 'some', label: 'Only the group', hint: 'Twelve people' },
  { value: 'none', label: 'Nobody yet', disabled: true },
];

function Groups() {
  return (
    <div className="grid gap-6">
      <RadioGroup label="Who sees it" options={options} defaultValue="all" look="cards" />
      <RadioGroup
        label="How often"
        inline
        required
        options={[
          { value: 'day', label: 'Daily' },
          { value: 'week', label: 'Weekly' },
        ]}
        error="Choose how often"
      />
    </div>
  );
}

export const radioGroupDocs: DocEntry = {
  name: 'radio-group',
  title: 'Radio group',
  group: 'Forms',
  purpose: 'One of a few, all in sight.',
  anatomy: ['Question', 'Two to seven options, each with an optional hint', 'Error and hint of the group'],
  states: ['rest', 'chosen', 'focus', 'error', 'disabled'],
  keyboard: [
    ['Tab', 'moves to the chosen one'],
    ['Arrows', 'choose the next or previous'],
  ],
  speech: '“Who sees it, radio group. Everybody, radio button, 1 of 3, checked”.',
  does: ['Use cards when options need a line of explanation'],
  donts: ['Leave out the safe default when there is one'],
  examples: [{ title: 'Cards and inline', Example: Groups }],
};
