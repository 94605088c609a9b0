import { courseTotals } from '@k12/grading/course-total';
import { explainTotal } from '@k12/grading/explain';
import { prepareCourse } from '@k12/grading/prepare-course';
import type { Cell, CourseRules } from '@k12/grading/types';
import { percentile, round } from './measure.ts';

/**
 * The grade calculation in one process: whole courses of 400 students, both totals of each from decimal strings to
 * decimal strings (goal: 1,000,000 cells a second, TCH-117), one student after a change, and one explanation.
 */
const options = { view: 'staff', period_id: null } as const;
const categoryCount = 5;

function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

function courseOf(assignments: number, drops: number): CourseRules {
  const below = randomNumbers(7);
  return {
    calculation: 'weighted',
    category_cap: null,
    total_cap: null,
    categories: Array.from({ length: categoryCount }, (_, at) => ({
      id: `category ${at}`,
      weight: '20',
      drop_lowest: drops,
      drop_highest: at === 0 ? drops : 0,
      extra_credit: false,
    })),
    assignments: Array.from({ length: assignments }, (_, at) => ({
      id: `assignment ${at}`,
      category_id: `category ${at % categoryCount}`,
      points_possible: ['10', '20', '12.5', '100'][below(4)] ?? '10',
      grading_type: 'points',
      extra_credit: below(20) === 0,
      counts_toward_total: true,
      never_drop: below(20) === 0,
    })),
  };
}

/** Nine in ten graded, some with fractions; one in a hundred excused; the rest owed. */
function cellsOf({ assignments }: CourseRules, seed: number): Cell[] {
  const below = randomNumbers(seed);
  return assignments.map(({ points_possible }, at) => {
    const lot = below(100);
    const state = lot < 90 ? 'graded' : lot < 91 ? 'excused' : 'none';
    const score = String((Number(points_possible) * below(201)) / 200);
    return {
      state,
      entered_score: state === 'graded' ? score : null,
      deduction: state === 'graded' ? '0' : null,
      score: state === 'graded' ? score : null,
      period_id: null,
      due_at: new Date(Date.UTC(2026, 8, 1 + (at % 180), 16)).toISOString(),
      is_posted: true,
      outstanding: state === 'none',
      penalty: null,
    };
  });
}

/** Milliseconds by the clock and of the processor, which a busy machine does not stretch. */
function timesOf(turns: number, work: () => unknown): { clock: number[]; processor: number[] } {
  const times = { clock: [] as number[], processor: [] as number[] };
  for (let turn = 0; turn < turns; turn++) {
    const before = process.cpuUsage();
    const started = performance.now();
    work();
    times.clock.push(performance.now() - started);
    times.processor.push(process.cpuUsage(before).user / 1_000);
  }
  return times;
}

function measureCourse(students: number, assignments: number, drops: number): void {
  const rules = courseOf(assignments, drops);
  const rows = Array.from({ length: students }, (_, at) => cellsOf(rules, at + 1));
  const whole = () => {
    const course = prepareCourse(rules);
    return rows.map((cells) => courseTotals(course, cells, options));
  };
  timesOf(3, whole);
  const { clock, processor } = timesOf(15, whole);
  const busy = percentile(processor, 0.5);
  const course = prepareCourse(rules);
  const one = timesOf(200, () => courseTotals(course, rows[0] ?? [], options)).clock;
  const explained = timesOf(50, () => explainTotal(course, rows[0] ?? [], options, 'so_far')).clock;
  process.stdout.write(
    `${students} × ${assignments}, drops ${drops}: ${round(busy)} ms of processor (${round(percentile(clock, 0.5))} ms), ` +
      `${round((students * assignments * 1_000) / busy)} cells /s, one student ${round(percentile(one, 0.5), 2)} ms, ` +
      `one explanation ${round(percentile(explained, 0.5), 2)} ms\n`,
  );
}

for (const drops of [0, 1, 3]) {
  measureCourse(400, 250, drops);
  measureCourse(400, 500, drops);
}
