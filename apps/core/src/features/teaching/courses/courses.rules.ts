import type { FieldProblem } from '@k12/contracts';
import type { SectionInput } from '@k12/contracts/teaching/courses';
import type { MeetingInput } from '@k12/contracts/teaching/meetings';

/** Everything wrong with the meetings of one section. */
export function meetingProblems(meetings: readonly MeetingInput[], pointer: string): FieldProblem[] {
  return meetings.flatMap((meeting, at): FieldProblem[] => {
    const problems: FieldProblem[] = [];
    const kinds = [meeting.weekday, meeting.rotation_day].filter((day) => day !== null && day !== undefined);
    if (kinds.length !== 1) {
      const detail = 'Name a weekday or a day of the rotation, one of the two.';
      problems.push({ pointer: `${pointer}/${at}/weekday`, code: 'one_of_two', detail });
    }
    if (meeting.ends_at <= meeting.starts_at) {
      const detail = 'Must be after the start.';
      problems.push({ pointer: `${pointer}/${at}/ends_at`, code: 'before_start', detail });
    }
    const { effective_from_on: from, effective_to_on: to } = meeting;
    if (from && to && to < from) {
      const detail = 'Must not be before the first day.';
      problems.push({ pointer: `${pointer}/${at}/effective_to_on`, code: 'before_start', detail });
    }
    return problems;
  });
}

interface Surroundings {
  /** Undefined when there is no such year. */
  year: { state: string } | undefined;
  term_ids: ReadonlySet<string>;
}

/** A closed year and terms of another year are faults of their fields (TCH-01). */
export function courseProblems(
  sections: readonly SectionInput[],
  { year, term_ids }: Surroundings,
): FieldProblem[] {
  if (!year) {
    return [{ pointer: '/academic_year_id', code: 'unknown_year', detail: 'There is no such year.' }];
  }
  const problems: FieldProblem[] = [];
  if (year.state === 'closed') {
    const detail = 'This year is closed.';
    problems.push({ pointer: '/academic_year_id', code: 'year_closed', detail });
  }
  const names = new Set<string>();
  for (const [at, section] of sections.entries()) {
    problems.push(...sectionProblems(section, `/sections/${at}`, term_ids));
    const name = section.name.toLowerCase();
    if (names.has(name)) {
      const detail = 'Another section has this name.';
      problems.push({ pointer: `/sections/${at}/name`, code: 'duplicate', detail });
    }
    names.add(name);
  }
  return problems;
}

export function sectionProblems(
  section: { [K in 'term_ids' | 'meetings']?: SectionInput[K] | undefined },
  pointer: string,
  termIds: ReadonlySet<string>,
): FieldProblem[] {
  const outside = (section.term_ids ?? []).flatMap((id, at) =>
    termIds.has(id)
      ? []
      : [
          {
            pointer: `${pointer}/term_ids/${at}`,
            code: 'outside_year',
            detail: 'Must be a term of this year.',
          },
        ],
  );
  return [...outside, ...meetingProblems(section.meetings ?? [], `${pointer}/meetings`)];
}
