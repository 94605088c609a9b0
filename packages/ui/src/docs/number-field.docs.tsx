'use client';
import { NumberField } from '../number-field.tsx';
import type { DocEntry } from './entry.tsx';

function Numbers() {
  return (
    <div className="grid max-w-form gap-4 tablet:grid-cols-2">
      <NumberField label="Minutes" defaultValue={45} min={5} max={180} step={5} unit="min" />
      <NumberField label="Points" defaultValue={43.5} min={0} max={50} hideSteppers hint="Up to 50" />
    </div>
  );
}

export const numberFieldDocs: DocEntry = {
  name: 'number-field',
  title: 'Number field',
  group: 'Forms',
  purpose: 'An exact number, read and written the way the locale does.',
  anatomy: ['Label', 'Input with tabular figures', 'Unit', 'Steppers, unless hidden'],
  states: ['rest', 'hover', 'focus', 'error', 'disabled'],
  keyboard: [
    ['Up and Down', 'step by one step'],
    ['Shift with Up or Down', 'step by ten'],
    ['Home and End', 'jump to the limits'],
  ],
  speech: '“Minutes, edit, 45”.',
  does: ['Set limits and say them in the hint'],
  donts: ['Use it for codes or years: those are text'],
  examples: [{ title: 'With and without steppers', Example: Numbers }],
};
