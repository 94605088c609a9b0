'use client';
import { useState } from 'react';
import { Checkbox } from '../checkbox.tsx';
import type { DocEntry } from './entry.tsx';

function Boxes() {
  const [chosen, setChosen] = useState([true, false]);
  const some = chosen.some(Boolean);
  const all = chosen.every(Boolean);
  return (
    <div className="grid gap-2">
      <Checkbox
        label="All beds"
        checked={all}
        indeterminate={some && !all}
        onCheckedChange={(checked) => setChosen([checked, checked])}
      />
      {['North bed', 'South bed'].map((name, index) => (
        <Checkbox
          key={name}
          className="ps-6"
          label={name}
          checked={chosen[index] ?? false}
          onCheckedChange={(checked) => setChosen(chosen.map((was, at) => (at === index ? checked : was)))}
        />
      ))}
      <Checkbox label="I have read the rules" required error="Read the rules first, then tick this" />
      <Checkbox label="Send a copy to me" hint="To anna@example.org" disabled />
    </div>
  );
}

export const checkboxDocs: DocEntry = {
  name: 'checkbox',
  title: 'Checkbox',
  group: 'Forms',
  purpose: 'Yes or no, or some of a short list. Takes effect when the form is saved.',
  anatomy: ['Box', 'Label, which is part of the target', 'Hint or error'],
  states: ['off', 'on', 'partly', 'focus', 'error', 'disabled'],
  keyboard: [['Space', 'switches it']],
  speech: '“All beds, checkbox, partly checked”.',
  does: ['Phrase the label so that a tick means yes'],
  donts: ['Ask in negatives', 'Use one for something that happens at once: that is a switch'],
  examples: [{ title: 'Checkboxes', Example: Boxes }],
};
