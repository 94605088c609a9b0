import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChange, type Change, ChangeFault } from './changes.ts';
import { overlaps, touchedPath } from './overlap.ts';
import { type Content, type Item, readPath } from './paths.ts';

const id = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const [a, b, c, d] = [id(1), id(2), id(3), id(4)];

const content: Content = {
  overview: 'Heat',
  objectives: [
    { id: a, text: 'one' },
    { id: b, text: 'two' },
    { id: c, text: 'three' },
  ],
};
const applyChanges = (state: Content, changes: readonly Change[]) => changes.reduce(applyChange, state);
const order = (state: Content) => (state.objectives as Item[]).map((item) => item.id);

describe('one change', () => {
  test.each<[string, Change, unknown]>([
    ['a section', { op: 'set', path: '/overview', value: 'Cold' }, 'Cold'],
    ['a field of an item', { op: 'set', path: `/objectives/${b}/text`, value: 'zwei' }, 'zwei'],
    ['an item', { op: 'set', path: `/objectives/${b}`, value: { id: b, text: 'x' } }, { id: b, text: 'x' }],
  ])('sets %s', (_name, change, value) => {
    expect(readPath(applyChanges(content, [change]), change.path)).toEqual(value);
  });

  test('null takes away, and what is gone can be removed again', () => {
    expect(applyChanges(content, [{ op: 'set', path: '/overview', value: null }])).not.toHaveProperty(
      'overview',
    );
    const gone: Change = { op: 'remove', path: `/objectives/${b}` };
    expect(order(applyChanges(content, [gone, gone]))).toEqual([a, c]);
    expect(applyChanges(content, [{ op: 'remove', path: `/nowhere/${b}/text` }])).toEqual(content);
  });

  test('PLN-12 PLN-13 items are placed after the one named: first, in between, and last when that one is gone', () => {
    const insert = (after: string | null): Change => ({
      op: 'insert',
      path: '/objectives',
      value: { id: d },
      after,
    });
    expect(order(applyChanges(content, [insert(null)]))).toEqual([d, a, b, c]);
    expect(order(applyChanges(content, [insert(a)]))).toEqual([a, d, b, c]);
    expect(order(applyChanges(content, [insert(id(99))]))).toEqual([a, b, c, d]);
    expect(order(applyChanges(content, [{ op: 'move', path: `/objectives/${a}`, after: c }]))).toEqual([
      b,
      c,
      a,
    ]);
    expect(order(applyChanges(content, [{ op: 'move', path: `/objectives/${a}`, after: a }]))).toEqual([
      a,
      b,
      c,
    ]);
    expect(order(applyChanges({}, [{ ...insert(null), path: '/objectives' } as Change]))).toEqual([d]);
  });

  test.each<[string, Change, string]>([
    ['an item that is gone', { op: 'set', path: `/objectives/${d}/text`, value: 'x' }, 'no_such_item'],
    ['an item under another id', { op: 'set', path: `/objectives/${b}`, value: { id: a } }, 'wrong_id'],
    ['a list that is none', { op: 'insert', path: '/overview', value: { id: d }, after: null }, 'not_a_list'],
    ['an id twice', { op: 'insert', path: '/objectives', value: { id: a }, after: null }, 'duplicate_id'],
    ['the inside of text', { op: 'set', path: '/overview/more', value: 'x' }, 'no_such_place'],
    ['a place of all objects', { op: 'set', path: '/__proto__/polluted', value: 'x' }, 'no_such_place'],
  ])('refuses %s', (_name, change, code) => {
    try {
      applyChanges(content, [change]);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ChangeFault);
      expect((error as ChangeFault).code).toBe(code);
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('what is not touched stays the same object', () => {
    const next = applyChanges(content, [{ op: 'set', path: `/objectives/${b}/text`, value: 'zwei' }]);
    expect((next.objectives as Item[])[0]).toBe((content.objectives as Item[])[0]);
  });
});

describe('what clashes', () => {
  const edit: Change = { op: 'set', path: `/objectives/${a}/text`, value: 'x' };
  const move: Change = { op: 'move', path: `/objectives/${a}`, after: c };
  const remove: Change = { op: 'remove', path: `/objectives/${a}` };
  test.each<[string, Change, Change, boolean]>([
    ['two fields', edit, { op: 'set', path: '/overview', value: 'x' }, false],
    ['the same field', edit, edit, true],
    ['two items', edit, { op: 'set', path: `/objectives/${b}/text`, value: 'x' }, false],
    ['an item and the whole list', edit, { op: 'remove', path: '/objectives' }, true],
    [
      'a list and one of similar name',
      { op: 'remove', path: '/over' },
      { op: 'remove', path: '/overview' },
      false,
    ],
    ['moving an item and editing in it', move, edit, false],
    ['moving an item and removing it', move, remove, true],
    ['moving one item twice', move, move, true],
    ['moving two items', move, { op: 'move', path: `/objectives/${b}`, after: null }, false],
    ['an edit in what is removed', edit, remove, true],
  ])('PLN-06 PLN-07 %s', (_name, one, other, clash) => {
    expect(overlaps(touchedPath(one), touchedPath(other))).toBe(clash);
    expect(overlaps(touchedPath(other), touchedPath(one))).toBe(clash);
  });
});

/** What two people might do at the same time to the same plan; new items carry ids of their own. */
function someChanges(newIds: number) {
  const known = fc.constantFrom(a, b, c);
  const after = fc.option(known, { nil: null });
  const text = fc.string({ maxLength: 12 });
  const change = fc.oneof<fc.Arbitrary<Change>[]>(
    fc.record({
      op: fc.constant('set'),
      path: fc.constantFrom('/overview', '/notes', '/weeks'),
      value: text,
    }),
    fc.record({ op: fc.constant('set'), path: known.map((item) => `/objectives/${item}/text`), value: text }),
    fc.record({ op: fc.constant('set'), path: known.map((item) => `/objectives/${item}/help`), value: text }),
    fc.record({ op: fc.constant('remove'), path: known.map((item) => `/objectives/${item}`) }),
    fc.record({ op: fc.constant('move'), path: known.map((item) => `/objectives/${item}`), after }),
    fc.record({
      op: fc.constant('insert'),
      path: fc.constant('/objectives'),
      value: text.map((said) => ({ id: id(newIds), text: said })),
      after,
    }),
  );
  return fc.uniqueArray(change, {
    maxLength: 5,
    comparator: (one, other) => overlaps(touchedPath(one), touchedPath(other)),
  });
}

const pairs = fc
  .tuple(someChanges(100), someChanges(200))
  .filter(([mine, theirs]) =>
    mine.every((one) => theirs.every((other) => !overlaps(touchedPath(one), touchedPath(other)))),
  );

const isStructural = ({ op, path }: Change) =>
  op === 'insert' || op === 'move' || (op === 'remove' && path !== '/');

function inAnyOrder(state: Content): Content {
  const items = [...((state.objectives as Item[] | undefined) ?? [])];
  return { ...state, objectives: items.sort((one, other) => (one.id < other.id ? -1 : 1)) };
}

describe('two people at once', () => {
  test('PLN-06 edits that do not clash are all there afterwards, whoever comes first', () => {
    fc.assert(
      fc.property(pairs, ([mine, theirs]) => {
        const merged = applyChanges(applyChanges(content, theirs), mine);
        for (const change of [...mine, ...theirs]) {
          if (change.op === 'set') expect(readPath(merged, change.path)).toBe(change.value);
          if (change.op === 'remove') expect(readPath(merged, change.path)).toBeUndefined();
          if (change.op === 'insert') expect(readPath(merged, touchedPath(change))).toEqual(change.value);
        }
        const other = applyChanges(applyChanges(content, mine), theirs);
        expect(inAnyOrder(merged)).toEqual(inAnyOrder(other));
      }),
      { numRuns: 2_000 },
    );
  });

  test('PLN-06 both orders give the same content, order of items included, when one of them rearranges', () => {
    const oneRearranges = pairs.filter(
      ([mine, theirs]) => !(mine.some(isStructural) && theirs.some(isStructural)),
    );
    fc.assert(
      fc.property(oneRearranges, ([mine, theirs]) => {
        const one = applyChanges(applyChanges(content, theirs), mine);
        const other = applyChanges(applyChanges(content, mine), theirs);
        expect(one).toEqual(other);
      }),
      { numRuns: 1_000 },
    );
  });
});
