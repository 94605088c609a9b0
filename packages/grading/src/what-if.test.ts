import fc from 'fast-check';
import { expect, test } from 'vitest';
import { courseTotals } from './course-total.ts';
import { explainTotal } from './explain.ts';
import { neededScore } from './needed-score.ts';
import { prepareCourse } from './prepare-course.ts';
import { assignment, category, cell, rules, scored, workedExample } from './testing/gradebook.ts';
import { gradebook } from './testing/random-gradebook.ts';
import { trialTotal } from './trial-total.ts';
import type { TotalOptions } from './types.ts';
import { type ImaginaryItem, type Trial, whatIf } from './what-if.ts';

const posted: TotalOptions = { view: 'posted', period_id: null };
const { course, cells } = workedExample();
const untouched: Trial = { scores: new Map(), imaginary: [] };

function tried(scores: Record<string, string | null>, imaginary: ImaginaryItem[] = []) {
  const trial: Trial = { scores: new Map(Object.entries(scores)), imaginary };
  const changed = whatIf(course.rules, cells, trial);
  return { course: prepareCourse(changed.rules), cells: changed.cells };
}

function totalOf(scores: Record<string, string | null>, imaginary: ImaginaryItem[] = []) {
  const changed = tried(scores, imaginary);
  return courseTotals(changed.course, changed.cells, posted);
}

test('PPL-21 TCH-119 without changes what-if shows the very total', () => {
  expect(totalOf({})).toEqual(courseTotals(course, cells, posted));
  expect(totalOf({}).so_far.percent).toBe('83.1111');
});

test('PPL-21 a score tried is what a teacher entering it would get: drops, weights and late deduction included', () => {
  // 20 on the late work is 16 after its deduction; then 30/50 still goes.
  const changed = tried({ late: '20', taking_part: '10' });
  const explanation = explainTotal(changed.course, changed.cells, posted, 'so_far');
  expect(explanation.categories[0]).toMatchObject({ percent: '80.0000', rescaled_weight: '30.0000' });
  expect(explanation.categories[0]?.cells[2]).toMatchObject({
    entered_score: '20',
    deduction: '4',
    score: '16',
  });
  expect(explanation.percent).toBe('86.8000');
  // With a full score on the large one the late one goes in its place.
  expect(totalOf({ second: '50' }).so_far.dropped).toEqual(['late']);
});

test('PPL-21 imaginary items count like any other, and undoing brings the real total back', () => {
  const final = {
    id: 'imaginary',
    category_id: 'tests',
    points_possible: '100',
    entered_score: '100',
    extra_credit: false,
    period_id: null,
  };
  expect(totalOf({}, [final]).so_far.categories[1]).toMatchObject({ percent: '92.8000', possible: '250' });
  expect(totalOf({}, [{ ...final, extra_credit: true }]).so_far.categories[1]).toMatchObject({
    possible: '150',
  });
  expect(totalOf({ final: null }).so_far.categories[1]).toMatchObject({ percent: '84.0000' });
});

test('PPL-21 trying the scores that are there changes nothing, in any gradebook', () => {
  fc.assert(
    fc.property(gradebook, (book) => {
      const scores = new Map<string, string>();
      for (const [at, { id }] of book.rules.assignments.entries()) {
        const each = book.cells[at];
        if (each?.state === 'graded' && each.is_posted && each.score !== null) scores.set(id, each.score);
      }
      const changed = whatIf(book.rules, book.cells, { scores, imaginary: [] });
      const options = { ...book.options, view: 'posted' } as const;
      expect(courseTotals(prepareCourse(changed.rules), changed.cells, options)).toEqual(
        courseTotals(prepareCourse(book.rules), book.cells, options),
      );
    }),
  );
});

test('PPL-22 the percentage needed is enough, and a hundredth less is not', () => {
  const simple = rules({
    calculation: 'weighted',
    categories: [category('work', { weight: '60' }), category('final', { weight: '40' })],
    assignments: [
      assignment('homework', '50', { category_id: 'work' }),
      assignment('exam', '80', { category_id: 'final' }),
    ],
  });
  const row = [scored('40'), cell()];
  const simpleCourse = { rules: simple, cells: row, kind: 'so_far', periods: null } as const;
  const need = (goal: string) => neededScore(simpleCourse, untouched, new Set(['exam']), goal);
  expect(need('85')).toEqual({ kind: 'needed', percent: '92.5' });
  expect(need('86.3333')).toEqual({ kind: 'needed', percent: '95.84' });
  expect(need('88')).toEqual({ kind: 'needed', percent: '100' });
  expect(need('88.0001')).toEqual({ kind: 'out_of_reach' });
  expect(need('48')).toEqual({ kind: 'certain' });
});

test('PPL-22 what is tried elsewhere counts, and so do periods whose grade was set by hand', () => {
  const halves = rules({
    assignments: [assignment('essay', '10'), assignment('lab', '10'), assignment('exam', '10')],
  });
  const at = (period_id: string, score?: string) =>
    score ? scored(score, { period_id }) : cell({ period_id });
  const periods = [
    { id: 'first', weight: '50', override: null },
    { id: 'second', weight: '50', override: null },
  ];
  const year = { rules: halves, cells: [at('first', '8'), at('second'), at('second')], periods };
  const course = { ...year, kind: 'so_far' } as const;
  expect(trialTotal(course, untouched).percent).toBe('80.0000');
  const lab = { ...untouched, scores: new Map([['lab', '6']]) };
  expect(trialTotal(course, lab).percent).toBe('70.0000');
  expect(neededScore(course, lab, new Set(['exam']), '80')).toEqual({ kind: 'needed', percent: '100' });
  expect(neededScore(course, untouched, new Set(['exam']), '80')).toEqual({ kind: 'needed', percent: '80' });
  const byHand = { ...course, periods: periods.map((each) => ({ ...each, override: '90' })) };
  expect(trialTotal(byHand, lab).percent).toBe('90.0000');
});
