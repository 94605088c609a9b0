'use client';
import { useState } from 'react';
import { type DateRange, RangePicker } from '../range-picker.tsx';
import type { DocEntry } from './entry.tsx';

function Range() {
  const [range, setRange] = useState<DateRange>({ from: '2026-11-02', to: '2026-12-11' });
  return <RangePicker label="Season" value={range} onValueChange={setRange} today="2026-11-05" />;
}

export const rangePickerDocs: DocEntry = {
  name: 'range-picker',
  title: 'Range picker',
  group: 'Forms',
  purpose: 'A first and a last day, by two presses in a calendar or by typing.',
  anatomy: ['Button that says the range', 'Two date fields', 'Month'],
  states: ['closed', 'open', 'first day chosen', 'range chosen'],
  keyboard: [
    ['Enter', 'opens, and chooses a day'],
    ['Arrows, Page Up, Page Down', 'walk the calendar'],
    ['Escape', 'closes'],
  ],
  speech: '“Season: 2 Nov – 11 Dec, button”.',
  does: ['Keep typing possible'],
  donts: ['Demand an order: the earlier day is always the first'],
  examples: [{ title: 'Range', Example: Range }],
};
