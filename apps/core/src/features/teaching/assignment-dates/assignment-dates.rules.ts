import type { FieldProblem } from '@k12/contracts';
import type { AssignmentDateInput } from '@k12/contracts/teaching/assignment-date-records';

interface Targets {
  sections: readonly { id: string }[];
  groups: readonly { id: string }[];
  students: readonly { id: string }[];
}

/** Everything wrong with lines of dates: order in time, whom they name, and who is named twice. */
export function dateProblems(
  lines: readonly AssignmentDateInput[],
  targets: Targets,
  pointer: string,
): FieldProblem[] {
  const seen = new Set<string>();
  return lines.flatMap((line, at) => {
    const place = `${pointer}/${at}`;
    const problems = [...orderProblems(line, place), ...targetProblems(line, targets, place)];
    const key = `${line.target} ${line.target_id ?? ''}`;
    if (seen.has(key)) {
      problems.push({
        pointer: `${place}/target_id`,
        code: 'duplicate',
        detail: 'Has dates in another line.',
      });
    }
    seen.add(key);
    return problems;
  });
}

type Times = Pick<AssignmentDateInput, 'available_from_at' | 'due_at' | 'available_until_at' | 'due_rule'>;

/** available from ≤ due ≤ available until. */
export function orderProblems(times: Times, place: string): FieldProblem[] {
  const from = timeOf(times.available_from_at);
  const due = timeOf(times.due_at);
  const until = timeOf(times.available_until_at);
  const problems: FieldProblem[] = [];
  if (from !== null && due !== null && from > due) {
    problems.push({
      pointer: `${place}/due_at`,
      code: 'before_start',
      detail: 'Must not be before it opens.',
    });
  }
  if (until !== null && due !== null && until < due) {
    problems.push({
      pointer: `${place}/available_until_at`,
      code: 'before_due',
      detail: 'Must not be before it is due.',
    });
  }
  if (until !== null && due === null && from !== null && until < from) {
    problems.push({
      pointer: `${place}/available_until_at`,
      code: 'before_start',
      detail: 'Must not be before it opens.',
    });
  }
  if (times.due_rule && due !== null) {
    problems.push({
      pointer: `${place}/due_rule`,
      code: 'one_of_two',
      detail: 'A due time or a rule, not both.',
    });
  }
  return problems;
}

function timeOf(at: string | null | undefined): number | null {
  return at ? Date.parse(at) : null;
}

function targetProblems(
  { target, target_id }: AssignmentDateInput,
  targets: Targets,
  place: string,
): FieldProblem[] {
  const pointer = `${place}/target_id`;
  if (target === 'everyone') {
    if (!target_id) return [];
    return [{ pointer, code: 'not_needed', detail: 'Everyone is nobody in particular.' }];
  }
  const list = { section: targets.sections, group: targets.groups, student: targets.students }[target];
  if (list.some(({ id }) => id === target_id)) return [];
  return [{ pointer, code: `unknown_${target}`, detail: 'Is not in this course.' }];
}
