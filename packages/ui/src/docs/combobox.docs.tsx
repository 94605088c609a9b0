'use client';
import { useState } from 'react';
import { Combobox } from '../combobox.tsx';
import { MultiSelect } from '../multi-select.tsx';
import type { DocEntry } from './entry.tsx';

const plants = [
  { value: 'basil', label: 'Basil', hint: 'Warm, from May' },
  { value: 'bean', label: 'Bean', hint: 'From May' },
  { value: 'carrot', label: 'Carrot', hint: 'From March' },
  { value: 'chard', label: 'Chard', hint: 'From April' },
  { value: 'dill', label: 'Dill', hint: 'From April' },
  { value: 'kale', label: 'Kale', hint: 'Until frost' },
  { value: 'saffron', label: 'Saffron', hint: 'Out of stock', disabled: true },
];

function One() {
  const [plant, setPlant] = useState<string | null>('carrot');
  return (
    <div className="max-w-form">
      <Combobox label="Plant" options={plants} value={plant} onValueChange={setPlant} clearable />
    </div>
  );
}

function Many() {
  const [chosen, setChosen] = useState(['basil', 'kale']);
  return (
    <div className="max-w-form">
      <MultiSelect
        label="Plants in this bed"
        options={plants}
        values={chosen}
        onValuesChange={setChosen}
        placeholder="Add plants"
      />
    </div>
  );
}

export const comboboxDocs: DocEntry = {
  name: 'combobox',
  title: 'Combobox and multi-select',
  group: 'Forms',
  purpose: 'One or several out of a list too long to read, by typing a few letters.',
  anatomy: ['Input', 'Chips of what is chosen (multi-select)', 'List with what matches'],
  states: ['closed', 'open', 'nothing matches', 'chosen', 'error', 'disabled'],
  keyboard: [
    ['Down', 'opens the list and moves in it'],
    ['Enter', 'chooses'],
    ['Backspace', 'removes the last chip'],
    ['Escape', 'closes'],
  ],
  speech: '“Plant, combo box, Carrot. 2 matches”.',
  does: ['Give two alike a hint that tells them apart'],
  donts: ['Use it for three options: show them'],
  examples: [
    { title: 'One', Example: One },
    { title: 'Several', Example: Many },
  ],
};
