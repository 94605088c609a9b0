import type { AssignmentDate, DueRule } from '@k12/contracts/teaching/assignment-date-records';
import type { Transaction } from '@k12/db';
import { resolveDue, type SchoolTime } from '@k12/grading/due';
import { instantOf } from '@k12/grading/local-time';
import { meetingsOfSections } from '../courses/section-meetings.service.ts';
import { schoolYear } from '../school-days/school-years.service.ts';
import * as queries from './course-place.queries.ts';

type Line = Omit<AssignmentDate, 'target_name' | 'due_rule'>;

export interface DueInstants {
  time_zone: string;
  /** Lines as they hold for somebody in these sections: due rules became instants (TCH-32). */
  linesFor: (lines: readonly AssignmentDate[], sectionIds: readonly string[]) => Line[];
}

/** Turns due rules into instants by the school's days and the meetings of each section; loads them if any rule is there. */
export async function dueInstants(
  tx: Transaction,
  courseId: string,
  lines: readonly AssignmentDate[],
): Promise<DueInstants> {
  const place = await queries.selectCoursePlace(tx, courseId);
  const { time_zone } = place;
  if (lines.every(({ due_rule }) => due_rule === null)) {
    return { time_zone, linesFor: (own) => own.map(withoutRule) };
  }
  const year = await schoolYear(tx, place.school_id, place.academic_year_id);
  const sections = place.section_ids.map((id) => ({ id, school_id: place.school_id }));
  const meetings = await meetingsOfSections(tx, sections, new Map([[place.school_id, year]]));
  const school_days = year.dates.map(({ day, closes_at }) => ({
    day,
    closes_at: closes_at?.slice(0, 5) ?? usualEnd,
  }));
  const schoolTime = (sectionId: string): SchoolTime => ({
    time_zone,
    school_days,
    meetings: (meetings.get(sectionId) ?? []).map(({ day, starts_at, ends_at }) => ({
      day,
      starts_at: instantOf(time_zone, day, starts_at),
      ends_at: instantOf(time_zone, day, ends_at),
    })),
  });
  const known = new Map<string, string | null>();
  const resolve = (rule: DueRule, sectionId: string): string | null => {
    const key = `${rule.kind} ${rule.on} ${sectionId}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const at = ruleInstant(rule, schoolTime(sectionId));
    known.set(key, at);
    return at;
  };
  return {
    time_zone,
    linesFor: (own, sectionIds) =>
      own.flatMap((line): Line[] => {
        const { due_rule } = line;
        if (!due_rule) return [withoutRule(line)];
        const within = line.target === 'section' ? [line.target_id ?? ''] : sectionIds;
        return within.map((id) => ({ ...withoutRule(line), due_at: resolve(due_rule, id) }));
      }),
  };
}

function withoutRule({ due_rule: _rule, target_name: _name, ...line }: AssignmentDate): Line {
  return line;
}

/** When the school usually ends a day that no bell schedule says otherwise about. */
const usualEnd = '15:30';

function ruleInstant({ kind, on }: DueRule, school: SchoolTime): string | null {
  if (kind === 'school_day_end') return resolveDue({ kind: 'end_of_school_day', on }, school);
  return resolveDue({ kind, on_or_after: on }, school);
}
