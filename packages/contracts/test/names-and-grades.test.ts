import { expect, test } from 'vitest';
import { grade, gradesInOrder } from '../src/identity/grade.ts';
import { SchoolCreate } from '../src/identity/schools.ts';
import { UserCreate } from '../src/identity/users.ts';
import { nameText } from '../src/name-text.ts';

const code = (parsed: { error?: { issues: readonly object[] } }) =>
  (parsed.error?.issues[0] as { params?: { code?: string } } | undefined)?.params?.code;

test('IDN-31 UXP-96 a name of which nothing can be seen is no name', () => {
  const name = nameText(120).min(1);
  for (const unseen of ['\u200b', '\u2060\u00ad', '\u3164', '\u2800', '\u0301', '\u202e\u202c']) {
    expect(code(name.safeParse(unseen)), JSON.stringify(unseen)).toBe('unseen_name');
  }
  for (const seen of ['李', 'O’Neil', 'ก้', 'نور', '𞤀', 'A\u200dB', '7']) expect(name.parse(seen)).toBe(seen);
  expect(name.safeParse('  ').success).toBe(false);
  const person = { username: 'blank', role_id: '01900000-0000-7000-8000-000000000001' };
  expect(code(UserCreate.safeParse({ ...person, given_name: '\u200b' }))).toBe('unseen_name');
  const school = { name: '\u200b', code: 'X', time_zone: 'UTC' };
  expect(code(SchoolCreate.safeParse(school))).toBe('unseen_name');
});

test('UXP-96 a mark of direction that is not closed does not reach what is written behind the name', () => {
  const name = nameText(120);
  expect(name.parse('Ana\u202egnp')).toBe('Anagnp');
  expect(name.parse('\u2067نور\u2069 Haddad')).toBe('\u2067نور\u2069 Haddad');
  expect(name.parse('\u2067نور\u202c')).toBe('نور');
  expect(name.parse('\u202dA\u202eB\u202c')).toBe('A\u202eB\u202c');
});

test('IDN-31 PRV-54 a grade is one of PK, K and 1 to 12, in whatever digits it is written', () => {
  expect(['５', '٥', '۵', '05', ' 5 '].map((text) => grade.parse(text))).toEqual(['5', '5', '5', '5', '5']);
  expect([grade.parse('k'), grade.parse('pk'), grade.parse('12')]).toEqual(['K', 'PK', '12']);
  for (const none of ['42', 'abc', '13', '0', '½', '-1'])
    expect(code(grade.safeParse(none))).toBe('unknown_grade');
  expect([gradesInOrder('PK', '5'), gradesInOrder('9', '5'), gradesInOrder(null, '5')]).toEqual([
    ...[true, false, true],
  ]);
});
