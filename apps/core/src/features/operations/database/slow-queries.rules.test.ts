import { expect, test } from 'vitest';
import { shownStatement } from './slow-queries.rules.ts';

test.each([
  ["select * from users where email = 'maya@example.test'", 'select * from users where email = ?'],
  ["select 'it''s', e'a\\'b', 12.5, $1", 'select ?, ?, ?, $1'],
  ['select $tag$ secret $tag$, $$other$$', 'select ?, ?'],
  ['select 1 -- Maya\n from t /* Rivera */', 'select ? from t'],
  ['select   a1\n  from\tt2', 'select a1 from t2'],
])('OPS-68 a statement is shown without what was asked for: %s', (query, shown) => {
  expect(shownStatement(query)).toBe(shown);
});

test('OPS-68 a statement is shown with 200 characters at most', () => {
  expect(shownStatement(`select ${'a, '.repeat(200)}`)).toHaveLength(200);
});
