import { expect, test } from 'vitest';
import { derivedColumns, displayName, registerName } from './users.rules.ts';

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
    '王小明',
    'Ann Mary de la Cruz',
  ]);
  const { search_text } = derivedColumns(people[1]!);
  for (const name of ['ada', 'zeta', 'okafor']) expect(search_text).toContain(name);
});

test.each([
  [{ given_name: 'Suharto', family_name: '' }, 'Suharto', 'Suharto', 'suharto'],
  [
    { given_name: 'Ada', family_name: 'Okafor', preferred_name: 'Zeta' },
    'Zeta Okafor',
    'Okafor, Zeta',
    'okafor ada',
  ],
  [{ given_name: '민준', family_name: '김' }, '김민준', '김민준', null],
  [{ given_name: 'Mei', family_name: '王' }, 'Mei 王', '王, Mei', '王 mei'],
])(
  'UXP-96 %j: one name stands alone, others follow the order of their script, in a register too',
  (person, shown, listed, sorted) => {
    expect([displayName(person), registerName(person)]).toEqual([shown, listed]);
    if (sorted) expect(derivedColumns(person).sort_name).toBe(sorted);
  },
);
