'use client';
import { useState } from 'react';
import { YearBoard, type YearBoardRow } from '../year-board.tsx';
import type { DocEntry } from './entry.tsx';

const holidays = [{ key: 'w', startsOn: '2026-12-21', endsOn: '2027-01-01', label: 'Winter break' }];
const start: YearBoardRow[] = [
  {
    key: 'beds',
    title: 'Beds',
    description: '3 plots',
    label: 'Beds, 3 plots',
    subject: 'leaf',
    holidays,
    bars: [
      {
        key: '1',
        title: 'Sowing',
        note: 'Settled',
        startsOn: '2026-09-01',
        endsOn: '2026-10-30',
        movable: true,
      },
      {
        key: '2',
        title: 'Winter crops',
        note: 'Draft',
        startsOn: '2026-11-09',
        endsOn: '2027-02-12',
        dashed: true,
        movable: true,
      },
    ],
  },
  {
    key: 'trees',
    title: 'Trees',
    description: '1 plot',
    label: 'Trees, 1 plot',
    subject: 'amber',
    holidays,
    bars: [
      {
        key: '3',
        title: 'Pruning',
        note: 'Settled',
        startsOn: '2027-01-11',
        endsOn: '2027-03-05',
        movable: true,
      },
    ],
  },
];

function Garden() {
  const [rows, setRows] = useState(start);
  const [selected, setSelected] = useState<string>();
  return (
    <YearBoard
      label="Year of the garden"
      startsOn="2026-08-25"
      endsOn="2027-06-12"
      today="2026-11-05"
      todayLabel="Today"
      groups={[{ key: 'all', title: '', rows }]}
      selected={selected}
      describe={(bar, range) => `${bar.title}, ${bar.note}, ${range.startsOn} to ${range.endsOn}`}
      onSelect={setSelected}
      onDraft={() => undefined}
      onDrop={({ key, range }) =>
        setRows(
          rows.map((row) => ({
            ...row,
            bars: row.bars.map((bar) => (bar.key === key ? { ...bar, ...range } : bar)),
          })),
        )
      }
    />
  );
}

export const yearBoardDocs: DocEntry = {
  name: 'year-board',
  title: 'Year board',
  group: 'Grids',
  purpose: 'A year by weeks with rows of bars that can be moved.',
  anatomy: [
    'Months',
    'Rows with a name that stays in view',
    'Bars, dashed while not settled',
    'Hatched breaks',
    'The line of today',
  ],
  states: ['rest', 'selected', 'held', 'with a warning', 'dashed'],
  keyboard: [
    ['Left and Right', 'move a bar by a week, with Shift by a day'],
    ['Alt with Left or Right', 'moves its end'],
    ['Enter', 'drops it'],
    ['Escape', 'takes it back'],
  ],
  speech: '“Sowing, Settled, 1 September to 30 October, button”.',
  does: ['Say in words what the colour of a bar says'],
  donts: ['Use it for less than a term: that is a calendar'],
  examples: [{ title: 'Two rows', Example: Garden }],
};
