import { readCell } from '@k12/contracts/teaching/cell-codes';
import type { Gradebook, GradebookColumn } from '@k12/contracts/teaching/gradebook';
import { expect, test } from 'vitest';
import { marksOf } from './cell-status.ts';
import { rowStates } from './row-states.ts';
import { followSelection } from './selection.ts';
import { arrangeColumns, columnsInState, movedBefore } from './sheet-columns.ts';
import { sheetSizes } from './sheet-sizes.ts';
import { keyOf, SheetStore } from './sheet-store.ts';
import { countedScores, plainArrangement, plainView, rowsOf } from './sheet-view.ts';

const now = '2026-11-21T12:00:00Z';

function column(id: string, more: Partial<GradebookColumn> = {}): GradebookColumn {
  return {
    ...{ id, title: id, kind: 'homework', category_id: null, points_possible: '20', grading_type: 'points' },
    ...{
      is_extra_credit: false,
      counts_toward_total: true,
      state: 'published',
      due_at: '2026-11-01T12:00:00Z',
    },
    ...{ published_at: '2026-10-01T12:00:00Z', grading_period_id: null, expects_submission: true },
    ...{
      has_automatic_labels: true,
      late_policy: null,
      posting: 'automatic',
      is_anonymous: false,
      rubric_id: null,
    },
    ...more,
  };
}

function row(student_id: string, cells: string, state: 'active' | 'withdrawn' = 'active') {
  const name = student_id;
  return { student_id, name, sort_name: name, student_number: null, section_ids: ['s'], state, cells };
}

function aBook(columns: GradebookColumn[], rows: Gradebook['rows'], frame = 'f'): Gradebook {
  return {
    ...{ state: '1', frame, sections: [{ id: 's', name: 'All' }], periods: [], columns, rows, totals: [] },
    course: {
      ...{ id: 'c', name: 'Biology', time_zone: 'UTC', calculation: 'points', decimals_shown: 1 },
      ...{ total_shown: 'so_far', weight_total: null, scheme: { id: null, bands: [] } },
    },
    categories: ['lab', 'test'].map((id) => ({
      ...{ id, name: id, weight_percent: '50', drop_lowest: 0, drop_highest: 0, is_extra_credit: false },
      color: null,
    })),
    can: { edit: true, post: true, settings: true, override: true, export: true },
  };
}

const { layout } = plainArrangement;
const given = { layout, filters: plainView, modules: [] };
const ids = (columns: readonly { id: string }[]) => columns.map(({ id }) => id);

test.each([
  ['nothing handed in after the due time', '0~0', {}, ['missing']],
  ['late work that nobody looked at', '12~0~~~~90', {}, ['late', 'new']],
  ['handed in, its grade taken away', '8~3', {}, ['ungraded']],
  ['excused and hidden', '2~1~~EX', {}, ['excused', 'hidden']],
  ['incomplete', '27~1~~INC', {}, ['incomplete']],
  ['a zero of the missing policy', '49~1~0', {}, ['missing', 'policy']],
  ['dropped in a locked period', '25~1~4', { isDropped: true, isLocked: true }, ['dropped', 'locked']],
  ['before enrollment', '64~0', {}, ['before']],
  ['without a name', '128~0', {}, ['anonymous']],
  ['changed by somebody else', '25~2~4', { isForeign: true }, ['foreign']],
  ['not sent', '25~2~4', { pending: 'failed' as const }, ['unsent']],
])('TCH-93 a cell says everything that is true of it: %s', (_, code, surroundings, wanted) => {
  expect(marksOf(readCell(code), column('a'), { now, ...surroundings })).toEqual(wanted);
});

test('TCH-91 frozen columns come first, hidden ones not at all, the others by group and then as put by hand', () => {
  const columns = [
    column('a', { category_id: 'test' }),
    column('b', { category_id: 'lab' }),
    column('c', { category_id: 'lab' }),
    column('d', { category_id: 'lab' }),
    column('e'),
  ];
  const store = new SheetStore(aBook(columns, []));
  expect(ids(arrangeColumns(store, given).columns)).toEqual(['b', 'c', 'd', 'a', 'e']);
  const mine = { ...layout, frozen: ['e'], hidden: ['c'], order: movedBefore(columns, 'd', 'b') };
  const arranged = arrangeColumns(store, { ...given, layout: mine });
  expect([ids(arranged.columns), arranged.frozen]).toEqual([['e', 'd', 'b', 'a'], 1]);
  expect(arranged.groups).toEqual([
    { id: 'lab', start: 0, count: 2 },
    { id: 'test', start: 2, count: 1 },
  ]);
  const sizes = sheetSizes(arranged.columns, arranged.frozen, { ...mine, widths: { e: 60, b: 200 } });
  expect(sizes.lead).toBe(188 + 74 + 52 + 60);
  expect(sizes.starts.slice(1)).toEqual([sizes.lead, sizes.lead + 127, sizes.lead + 327]);
  expect(sizes.isTurned).toBe(true);
});

test('TCH-104 columns are chosen by module, by due date and by the grades they hold', () => {
  const columns = [
    column('a'),
    column('b', { due_at: '2026-11-10T12:00:00Z' }),
    column('c', { due_at: null }),
  ];
  const store = new SheetStore(aBook(columns, [row('ada', '0:1~1~4|1:4~0')]));
  const modules = [{ id: 'm', title: 'M', assignment_ids: ['c', 'a'] }];
  const chosen = (filters: object) =>
    ids(arrangeColumns(store, { ...given, modules, filters: { ...plainView, ...filters } }).columns);
  expect(chosen({ module_id: 'm' })).toEqual(['a', 'c']);
  expect(chosen({ due_from: '2026-11-02' })).toEqual(['b']);
  expect(chosen({ due_until: '2026-11-10', due_from: '2026-11-01' })).toEqual(['a', 'b']);
  const states = store.columnStates(store.book.rows);
  const all = arrangeColumns(store, given);
  expect([...columnsInState(all, 'hidden', states)]).toEqual(['a']);
  expect([...columnsInState(all, 'to_grade', states)]).toEqual(['b']);
  expect([...columnsInState(all, 'ungraded', states)]).toEqual(['b', 'c']);
});

test('TCH-104 rows are chosen by group and status, and sorted by any column', () => {
  const rows = [row('ada', '0:17~1~4'), row('ben', '0:17~1~9'), row('cem', '0:0~0'), row('dia', '0:17~1~7')];
  const store = new SheetStore(aBook([column('a')], rows));
  const groups = [{ id: 'g', name: 'Red', set_name: 'Labs', student_ids: ['ben', 'dia'] }];
  const chosen = (filters: object) =>
    rowsOf(store, { view: { ...plainView, ...filters }, columns: [column('a')], groups, now }).map(
      ({ student_id }) => student_id,
    );
  expect(chosen({ group_id: 'g' })).toEqual(['ben', 'dia']);
  expect(chosen({ status: 'missing' })).toEqual(['cem']);
  expect(chosen({ sort: { by: 'a', descending: true } })).toEqual(['ben', 'dia', 'ada', 'cem']);
});

test('TCH-105 figures leave out who is excused, ungraded or withdrawn', () => {
  const rows = [
    row('ada', '0:17~1~4'),
    row('ben', '0:18~1~~EX'),
    row('cem', '0:0~0'),
    row('dia', '0:17~1~9', 'withdrawn'),
  ];
  const store = new SheetStore(aBook([column('a')], rows));
  expect(countedScores(store, rows, 'a')).toEqual(['4']);
});

test('TCH-101 what others change is marked; what is typed here stays, and so does the place one works at', () => {
  const columns = [column('a'), column('b')];
  const store = new SheetStore(aBook(columns, [row('ada', '0:17~1~4|1:17~1~5'), row('ben', '0:17~1~6')]));
  const place = { student_id: 'ada', assignment_id: 'a' };
  const other = { student_id: 'ada', assignment_id: 'b' };
  store.cell(place);
  store.edit([{ ...place, entry: '9' }], 'edit', '.');
  store.merge(aBook(columns, [row('ada', '0:17~2~1|1:17~2~2')]));
  expect(store.textOf(place)).toBe('9');
  expect(store.cell(other)?.score).toBe('2');
  expect([...store.foreign]).toEqual([keyOf(other)]);
  store.seen(other);
  expect(store.foreign.size).toBe(0);
  const before = { rows: store.book.rows, columns };
  store.load(aBook(columns, [row('aaron', ''), row('ada', '0:17~3~1|1:17~3~3'), row('ben', '')], 'g'));
  expect(store.textOf(place)).toBe('9');
  expect([...store.foreign]).toEqual([keyOf(other)]);
  const selection = { active: { row: 0, column: 1 }, anchor: { row: 0, column: 1 } };
  const after = { rows: store.book.rows, columns: [column('new'), ...columns] };
  expect(followSelection(selection, before, after).active).toEqual({ row: 1, column: 2 });
});

test('TCH-99 what one imported is no news of somebody else, and Undo takes it back at once, once', () => {
  const columns = [column('a')];
  const store = new SheetStore(aBook(columns, [row('ada', '0:17~1~4')]));
  const place = { student_id: 'ada', assignment_id: 'a' };
  store.cell(place);
  const taken: string[] = [];
  store.load(aBook(columns, [row('ada', '0:17~2~9')]), 'own');
  store.keepSet('import', () => taken.push('import'));
  expect([store.cell(place)?.score, store.foreign.size, store.canUndo]).toEqual(['9', 0, true]);
  store.undo('.');
  expect([taken, store.canUndo, store.canRedo, store.pending.size]).toEqual([['import'], false, false, 0]);
  store.keepSet('second', () => taken.push('second'));
  store.forgetSet('second');
  expect(store.canUndo).toBe(false);
});

test('TCH-90 what the heads count is read from the text of a row as from its cells', () => {
  const text = '0:1~1~4|3:17~2~9~9~1|10:4~0|12:28~0|14:5~1~3';
  const wanted = { to_grade: [10, 12, 14], hidden: [0, 14], graded: [0, 3, 14] };
  expect(rowStates(text)).toEqual(wanted);
  const cells = new Array(15).fill(undefined);
  for (const part of text.split('|')) {
    const [at = '', code = ''] = part.split(':');
    cells[Number(at)] = readCell(code);
  }
  expect(rowStates(cells)).toEqual(wanted);
});

test('TCH-90 a row is drawn anew when something happened to it, and when it may have happened to all', () => {
  const columns = [column('a')];
  const store = new SheetStore(aBook(columns, [row('ada', '0:17~1~4'), row('ben', '0:17~1~6')]));
  const drawn = { ada: 0, ben: 0 };
  const anew = () => {
    const names = (['ada', 'ben'] as const).filter((name) => store.rowVersion(name) !== drawn[name]);
    for (const name of names) drawn[name] = store.rowVersion(name);
    return names;
  };
  anew();
  store.edit([{ student_id: 'ada', assignment_id: 'a', entry: '9' }], 'edit', '.');
  expect(anew()).toEqual(['ada']);
  store.drop('ada/a');
  expect(anew()).toEqual(['ada']);
  store.merge(aBook(columns, [row('ben', '0:17~2~1')]));
  expect(anew()).toEqual(['ada', 'ben']);
  expect(anew()).toEqual([]);
});
