'use client';
import { useState } from 'react';
import { Rubric } from '../rubric.tsx';
import type { DocEntry } from './entry.tsx';

const levels = [
  { value: 'l1', mark: '1', label: 'Beginning', description: 'Needs help at each step.' },
  { value: 'l2', mark: '2', label: 'Developing', description: 'Some steps alone.' },
  { value: 'l3', mark: '3', label: 'Secure', description: 'All steps alone.' },
  { value: 'l4', mark: '4', label: 'Extending', description: 'Finds a better way.' },
];

const criteria = [
  { key: 'plan', label: 'Asks and plans', levels },
  { key: 'data', label: 'Collects and shows', levels },
];

function Judge() {
  const [value, setValue] = useState<Record<string, string>>({ plan: 'l3' });
  const choose = (criterion: string, level: string | undefined) => {
    const { [criterion]: _old, ...rest } = value;
    setValue(level ? { ...rest, [criterion]: level } : rest);
  };
  return (
    <div className="max-w-96">
      <Rubric label="Rubric" criteria={criteria} value={value} onValueChange={choose} />
    </div>
  );
}

export const rubricDocs: DocEntry = {
  name: 'rubric',
  title: 'Rubric',
  group: 'Grids',
  purpose: 'Criteria and levels, chosen by hand or by number keys.',
  anatomy: ['Criterion', 'Levels: mark, then name', 'What the chosen level means'],
  states: ['open', 'chosen', 'read only'],
  keyboard: [
    ['1 to 9', 'choose the level and go on to the next criterion'],
    ['Arrows', 'choose the next or previous level'],
    ['Backspace', 'takes the choice back'],
  ],
  speech: '“Asks and plans, group. 3 Secure, radio button, checked, 3 of 4”.',
  does: ['Write levels as what one sees'],
  donts: ['Hide the descriptions from those who are judged'],
  examples: [{ title: 'Two criteria', Example: Judge }],
};
