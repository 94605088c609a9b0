import fc from 'fast-check';
import { expect, test } from 'vitest';
import { courseTotals } from './course-total.ts';
import { explainTotal } from './explain.ts';
import { prepareCourse } from './prepare-course.ts';
import { type Gradebook, gradebook } from './testing/random-gradebook.ts';
import { referenceTotal } from './testing/reference.ts';
import type { Cell, Totals } from './types.ts';

const kinds = ['so_far', 'if_nothing_more'] as const;

function totalsOf({ rules, cells, options }: Gradebook): Totals {
  return courseTotals(prepareCourse(rules), cells, options);
}

function percentsOf(book: Gradebook) {
  const totals = totalsOf(book);
  return kinds.map((kind) => totals[kind].percent);
}

function shuffled(book: Gradebook, order: readonly number[]): Gradebook {
  return {
    ...book,
    cells: order.map((at) => book.cells[at] ?? null),
    rules: { ...book.rules, assignments: order.flatMap((at) => book.rules.assignments[at] ?? []) },
  };
}

test('TCH-108 TCH-110 TCH-111 TCH-112 every total and every drop is that of the plain calculation', () => {
  fc.assert(
    fc.property(gradebook, (book) => {
      const totals = totalsOf(book);
      for (const kind of kinds) {
        const expected = referenceTotal(book.rules, book.cells, book.options, kind);
        expect(totals[kind].percent).toBe(expected.percent);
        expect(totals[kind].dropped.toSorted()).toEqual(expected.dropped);
      }
    }),
    { numRuns: 3_000 },
  );
});

test('TCH-108 the order of assignments and categories changes no percentage', () => {
  const withOrder = gradebook.chain((book) => {
    const places = book.cells.map((_, at) => at);
    return fc.tuple(fc.constant(book), fc.shuffledSubarray(places, { minLength: places.length }));
  });
  fc.assert(
    fc.property(withOrder, ([book, order]) => {
      const other = shuffled(book, order);
      const rules = { ...other.rules, categories: other.rules.categories.toReversed() };
      expect(percentsOf({ ...other, rules })).toEqual(percentsOf(book));
    }),
  );
});

test('TCH-110 excusing an ungraded cell, or adding one that is not assigned, never moves the total so far', () => {
  const excused: Partial<Cell> = { state: 'excused', is_posted: true };
  fc.assert(
    fc.property(gradebook, fc.nat(8), (book, at) => {
      const cell = book.cells[at];
      fc.pre(cell?.state === 'none' || cell === null);
      const cells = book.cells.with(at, cell ? { ...cell, ...excused } : null);
      expect(totalsOf({ ...book, cells }).so_far.percent).toBe(totalsOf(book).so_far.percent);
    }),
  );
});

test('PPL-18 what is not posted leaves no trace in the totals of families', () => {
  fc.assert(
    fc.property(gradebook, (book) => {
      const blank = { state: 'none', entered_score: null, deduction: null, score: null } as const;
      const cells = book.cells.map((cell) => (cell && !cell.is_posted ? { ...cell, ...blank } : cell));
      const options = { ...book.options, view: 'posted' } as const;
      expect(totalsOf({ ...book, cells, options })).toEqual(totalsOf({ ...book, options }));
    }),
  );
});

test('TCH-118 every explanation carries the total it explains, and no other choice of drops beats it', () => {
  fc.assert(
    fc.property(gradebook, (book) => {
      const course = prepareCourse(book.rules);
      const totals = totalsOf(book);
      for (const kind of kinds) {
        const explanation = explainTotal(course, book.cells, book.options, kind);
        expect(explanation.percent).toBe(totals[kind].percent);
        for (const category of explanation.categories) {
          if (category.drop_highest > 0 || category.uncapped_percent === null) continue;
          for (const { reason, percent_otherwise } of category.cells) {
            if (percent_otherwise === null || reason === 'dropped_lowest') continue;
            expect(Number(percent_otherwise)).toBeLessThanOrEqual(Number(category.uncapped_percent));
          }
        }
      }
    }),
  );
});

test('TCH-112 no total passes the cap of the course', () => {
  fc.assert(
    fc.property(gradebook, (book) => {
      const totals = totalsOf({ ...book, rules: { ...book.rules, total_cap: '100' } });
      for (const kind of kinds) expect(Number(totals[kind].percent ?? 0)).toBeLessThanOrEqual(100);
    }),
  );
});
