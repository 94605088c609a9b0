'use client';
import { SelectField } from '../select-field.tsx';
import type { DocEntry } from './entry.tsx';

const seasons = [
  { value: 'spring', label: 'Spring' },
  { value: 'summer', label: 'Summer' },
  { value: 'autumn', label: 'Autumn', group: 'Later' },
  { value: 'winter', label: 'Winter', group: 'Later', disabled: true },
];

function Select() {
  return (
    <div className="grid max-w-form gap-4 tablet:grid-cols-2">
      <SelectField label="Season" options={seasons} defaultValue="summer" />
      <SelectField
        label="Season to copy from"
        options={seasons}
        placeholder="Choose a season"
        error="Choose a season"
      />
    </div>
  );
}

export const selectFieldDocs: DocEntry = {
  name: 'select-field',
  title: 'Select',
  group: 'Forms',
  purpose:
    'One of a short, known list. It is the platform’s own control, which phones and assistive technology know best.',
  anatomy: ['Label', 'Current choice and a chevron', 'Options, in groups if they have them'],
  states: ['rest', 'hover', 'focus', 'error', 'disabled'],
  keyboard: [
    ['Up and Down', 'change the choice'],
    ['Letters', 'jump to the option that begins with them'],
  ],
  speech: '“Season, Summer, combo box”.',
  does: ['Order options as people think of them'],
  donts: ['List more than a dozen: use a combobox'],
  examples: [{ title: 'Select', Example: Select }],
};
