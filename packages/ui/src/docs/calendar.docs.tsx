'use client';
import { useState } from 'react';
import { Calendar } from '../calendar.tsx';
import type { DocEntry } from './entry.tsx';

function Month() {
  const [day, setDay] = useState('2026-11-12');
  const busy = ['2026-11-03', '2026-11-17'];
  return (
    <Calendar
      label="Day of the sowing"
      value={day}
      onValueChange={setDay}
      today="2026-11-05"
      min="2026-09-01"
      describeDay={(one) => (busy.includes(one) ? 'two sowings' : undefined)}
      mark={(one) => busy.includes(one) && <span className="paint size-1 rounded-full bg-s-leaf" />}
    />
  );
}

export const calendarDocs: DocEntry = {
  name: 'calendar',
  title: 'Calendar',
  group: 'Grids',
  purpose: 'One month, to choose a day or see what is on it.',
  anatomy: [
    'Month and its neighbours',
    'Weekdays in the locale’s order',
    'Days, today in chalk, marks under the number',
  ],
  states: ['rest', 'today', 'chosen', 'between', 'out of range'],
  keyboard: [
    ['Arrows', 'day and week'],
    ['Home and End', 'ends of the week'],
    ['Page Up and Page Down', 'month'],
    ['Enter', 'chooses'],
  ],
  speech: '“Tuesday, 3 November 2026, two sowings, button”.',
  does: ['Describe a mark in words as well'],
  donts: ['Ask for a birthday with it: type that'],
  examples: [{ title: 'A month', Example: Month }],
};
