import type { FieldProblem } from '@k12/contracts';
import type { SchemeBand } from '@k12/contracts/teaching/grading-schemes';
import { unitsOf } from '@k12/grading/decimal';

/** Bands fall from the highest to one that begins at 0, each with a label of its own (TCH-116). */
export function bandProblems(bands: readonly SchemeBand[]): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const seen = new Set<string>();
  for (const [at, { label, lower_percent }] of bands.entries()) {
    const before = bands[at - 1];
    if (before && unitsOf(lower_percent) >= unitsOf(before.lower_percent)) {
      problems.push({
        pointer: `/bands/${at}/lower_percent`,
        code: 'not_falling',
        detail: 'Must be below the band before it.',
      });
    }
    const key = label.toLowerCase();
    if (seen.has(key)) {
      problems.push({
        pointer: `/bands/${at}/label`,
        code: 'label_twice',
        detail: 'Another band has this label.',
      });
    }
    seen.add(key);
  }
  const last = bands.length - 1;
  if (unitsOf(bands[last]?.lower_percent ?? '0') !== 0) {
    problems.push({
      pointer: `/bands/${last}/lower_percent`,
      code: 'not_from_zero',
      detail: 'The lowest band begins at 0.',
    });
  }
  return problems;
}
