'use client';
import { useState } from 'react';
import { PeoplePicker, type PersonOption, PersonPicker } from '../person-picker.tsx';
import type { DocEntry } from './entry.tsx';

const people: PersonOption[] = [
  { value: '1', label: 'Thandi Mbeki', hint: 'Water group' },
  { value: '2', label: 'Jan Kowalski', hint: 'Tools' },
  { value: '3', label: 'Layla Haddad', hint: 'Seeds' },
  { value: '4', label: 'Wei-Lin Chen', hint: 'Compost' },
];

async function findPeople(query: string): Promise<PersonOption[]> {
  return people.filter(({ label }) => label.toLowerCase().includes(query.toLowerCase()));
}

function Pickers() {
  const [person, setPerson] = useState<PersonOption | null>(null);
  const [group, setGroup] = useState<PersonOption[]>(people.slice(0, 2));
  return (
    <div className="grid max-w-form gap-4">
      <PersonPicker
        label="Looks after it"
        search={findPeople}
        value={person}
        onValueChange={setPerson}
        placeholder="Name"
      />
      <PeoplePicker label="Helps" search={findPeople} values={group} onValuesChange={setGroup} />
    </div>
  );
}

export const personPickerDocs: DocEntry = {
  name: 'person-picker',
  title: 'Person picker',
  group: 'Forms',
  purpose: 'People, or any records, found on a server while typing.',
  anatomy: ['Input or chips', 'List with face, name and what tells them apart', 'Word while searching'],
  states: ['closed', 'searching', 'found', 'nothing matches', 'chosen'],
  keyboard: [
    ['Down', 'opens the list'],
    ['Enter', 'chooses'],
    ['Backspace', 'removes the last person'],
  ],
  speech: '“Looks after it, combo box”; then “Searching”, then the options.',
  does: ['Search by everything people know: name, group, code'],
  donts: ['Fill the list before anything is typed with people nobody asked for'],
  examples: [{ title: 'One person and several', Example: Pickers }],
};
