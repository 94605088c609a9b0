import { expect, test } from 'vitest';
import { derivedColumns, displayName } from './users.rules.ts';

const people = [
  { given_name: 'Zoë', family_name: 'Abara' },
  { given_name: 'Ada', family_name: 'Okafor', preferred_name: 'Zeta' },
  { given_name: 'Bo', family_name: 'Öberg' },
  { given_name: '小明', family_name: '王' },
  { given_name: 'Ann Mary', family_name: 'de la Cruz' },
];

test('UXP-96 (sorting) people stand by the family part whatever they are called, accents aside', () => {
  const sorted = people.toSorted((a, b) =>
    derivedColumns(a).sort_name < derivedColumns(b).sort_name ? -1 : 1,
  );
  expect(sorted.map(({ family_name }) => family_name)).toEqual([
    'Abara',
    'de la Cruz',
    'Öberg',
    'Okafor',
    '王',
  ]);
});

test('UXP-96 (display) a person is shown as they want to be called, in any script, and found by every name they have', () => {
  expect(people.map(displayName)).toEqual([
    'Zoë Abara',
    'Zeta Okafor',
    'Bo Öberg',
    '小明 王',
    'Ann Mary de la Cruz',
  ]);
  const { search_text } = derivedColumns(people[1]!);
  for (const name of ['ada', 'zeta', 'okafor']) expect(search_text).toContain(name);
});
