import type { MasteryRow, MasterySheet, MasteryStrand } from '@k12/contracts/teaching/mastery';
import type { ProficiencyScale } from '@k12/contracts/teaching/proficiency-scales';
import { type MasteryRules, parentMastery } from '@k12/grading/mastery';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { isOpenCourse } from '../courses/course-access.service.ts';
import { courseSettings } from '../courses/course-settings.rules.ts';
import { scopeIn, selectTaughtCourse } from '../courses/teaching-scope.service.ts';
import { listSections, listStudents, type StudentRow } from '../gradebook/gradebook-records.service.ts';
import { selectSchoolZone } from '../grading-periods/grading-periods-records.service.ts';
import { canSetCourseScale } from './mastery.policy.ts';
import * as queries from './mastery.queries.ts';
import { plainValue, rulesOf } from './proficiency-scale.rules.ts';
import { listResults, type ResultRow } from './results.queries.ts';
import { scaleOf } from './scale-in-force.service.ts';

export async function getSheet(
  context: Context,
  id: string,
  query: { section_id?: string | undefined },
): Promise<MasterySheet> {
  return context.readTenant(async (tx) => {
    const { course, scope } = await selectTaughtCourse(tx, context, id, 'gradebook.read', 'see_grades');
    const shown = sectionsShown(scope.section_ids, query.section_id);
    const [standards, students, results, sections, school, inForce, grading] = await Promise.all([
      queries.listCourseStandards(tx, id),
      listStudents(tx, id, shown),
      listResults(tx, id),
      listSections(tx, id),
      selectSchoolZone(tx, course.school_id),
      scaleOf(tx, course),
      scopeIn(tx, context, course, 'submissions.grade', 'enter_grades'),
    ]);
    const { scale, source } = inForce;
    const mayGrade = grading !== null;
    const { name, levels, mastery_at } = scale;
    return {
      course: {
        id,
        name: course.name,
        time_zone: school.time_zone,
        gradebook: courseSettings(course).gradebook,
      },
      scale: { name, source, levels, mastery_at },
      sections: sections.filter(
        (section) => scope.section_ids === null || scope.section_ids.includes(section.id),
      ),
      ...presentSheet(standards, students, results, scale),
      can: {
        judge: mayGrade && isOpenCourse(course),
        settings: canSetCourseScale(context.actor, course, mayGrade),
      },
    };
  });
}

function sectionsShown(allowed: string[] | null, asked: string | undefined): string[] | null {
  if (asked === undefined) return allowed;
  if (allowed !== null && !allowed.includes(asked)) throw new Problem('not_found');
  return [asked];
}

function presentSheet(
  standards: readonly queries.CourseStandard[],
  students: readonly StudentRow[],
  results: readonly ResultRow[],
  scale: ProficiencyScale,
): Pick<MasterySheet, 'strands' | 'columns' | 'rows'> {
  const strandIds = [...new Set(standards.map(({ strand_id }) => strand_id))];
  const strands = strandIds.map((strandId): MasteryStrand => {
    const one = standards.find(({ strand_id }) => strand_id === strandId);
    return { standard_id: strandId, code: one?.strand_code ?? '', statement: one?.strand_statement ?? '' };
  });
  const place = new Map(standards.map(({ id }, at) => [id, at]));
  const strandOf = standards.map(({ strand_id }) => strandIds.indexOf(strand_id));
  const byStudent = Map.groupBy(results, ({ student_id }) => student_id);
  const rows = students.map((student): MasteryRow => {
    const cells = cellsOf(byStudent.get(student.student_id) ?? [], place);
    return { ...presentStudent(student), cells, strands: strandsOf(cells, strandOf, scale) };
  });
  const assessed = rows.flatMap(({ state, cells }) => (state === 'withdrawn' ? [] : cells)).filter(hasLevel);
  const columns = standards.map(({ id, code, statement }, at) => {
    const own = assessed.filter(({ column }) => column === at);
    const mastered_count = own.filter(({ is_mastered }) => is_mastered).length;
    return {
      ...{ standard_id: id, code, statement, strand: strandOf[at] ?? 0 },
      ...{ assessed_count: own.length, mastered_count },
    };
  });
  return { strands, columns, rows };
}

const hasLevel = ({ level }: { level: number | null }) => level !== null;

function cellsOf(results: readonly ResultRow[], place: ReadonlyMap<string, number>): MasteryRow['cells'] {
  return results.flatMap((result) => {
    const column = place.get(result.standard_id);
    // A version is kept, so that a judgement taken back is not undone by somebody who has not seen it.
    if (column === undefined || (result.value === null && result.lock_version === 0)) return [];
    const { value, level, is_mastered, evidence_count, trend, last_evidence_at, lock_version } = result;
    const is_judged = result.source === 'judgement';
    return {
      column,
      value,
      level,
      is_mastered,
      evidence_count,
      trend,
      last_evidence_at,
      is_judged,
      lock_version,
    };
  });
}

/** A strand has a result where enough of its standards in this course are assessed (TCH-128). */
function strandsOf(
  cells: MasteryRow['cells'],
  strandOf: readonly number[],
  scale: ProficiencyScale,
): MasteryRow['strands'] {
  const rules: MasteryRules = rulesOf(scale);
  const values = new Map(cells.map(({ column, value }) => [column, value]));
  const strands = Map.groupBy(strandOf.keys(), (column) => strandOf[column] ?? 0);
  return [...strands].flatMap(([strand, columns]) => {
    const children = columns.map((column) => ({ value: values.get(column) ?? null }));
    const { assessed, ...result } = parentMastery(children, String(scale.least_assessed_percent), rules);
    const value = plainValue(result.value);
    return value === null ? [] : { strand, ...result, value, assessed_count: assessed };
  });
}

function presentStudent(student: StudentRow) {
  const { student_id, student_number, section_ids, state } = student;
  return { student_id, name: displayName(student), student_number, section_ids, state };
}
