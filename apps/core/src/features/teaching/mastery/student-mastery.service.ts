import type { StudentMastery } from '@k12/contracts/teaching/mastery';
import type { ProficiencyScale } from '@k12/contracts/teaching/proficiency-scales';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { selectReadableCourse } from '../courses/course-access.service.ts';
import { courseSettings } from '../courses/course-settings.rules.ts';
import { selectStudent } from '../courses/enrolled-student.service.ts';
import { scopeIn } from '../courses/teaching-scope.service.ts';
import { selectLearner } from '../learning/learner-access.service.ts';
import * as queries from './mastery.queries.ts';
import { levelOf, plainValue, rulesOf } from './proficiency-scale.rules.ts';
import { listResults, type ResultRow } from './results.queries.ts';
import { resultOf } from './results.rules.ts';
import { scaleOf } from './scale-in-force.service.ts';

/** What a student and the family see, made from posted evidence alone; staff may look with their eyes (TCH-124). */
export async function getStudentMastery(
  context: Context,
  params: { id: string; student_id: string },
): Promise<StudentMastery> {
  return context.readTenant(async (tx) => {
    const course = await selectReadableCourse(tx, context, params.id);
    const scope = await scopeIn(tx, context, course, 'gradebook.read', 'see_grades');
    if (!scope) await selectLearner(tx, context, params.student_id);
    await selectStudent(tx, course.id, params.student_id, scope?.section_ids ?? null);
    const { scale } = await scaleOf(tx, course);
    const is_shown = courseSettings(course).gradebook !== 'points';
    const strands = is_shown ? await strandsOf(tx, params, scale) : [];
    return { is_shown, levels: scale.levels, strands };
  });
}

async function strandsOf(
  tx: Transaction,
  { id: course_id, student_id }: { id: string; student_id: string },
  scale: ProficiencyScale,
): Promise<StudentMastery['strands']> {
  const [standards, evidence, results] = await Promise.all([
    queries.listCourseStandards(tx, course_id),
    queries.listEvidence(tx, { course_id, student_id, standard_id: null, only_posted: true }),
    listResults(tx, course_id, { student_ids: [student_id] }),
  ]);
  const pieces = Map.groupBy(evidence, ({ standard_id }) => standard_id);
  const rows = new Map(results.map((row) => [row.standard_id, row]));
  return [...Map.groupBy(standards, ({ strand_id }) => strand_id).values()].map((own) => ({
    code: own[0]?.strand_code ?? '',
    statement: own[0]?.strand_statement ?? '',
    standards: own.map(({ id, code, statement }) => ({
      ...{ standard_id: id, code, statement },
      ...standingOf(pieces.get(id) ?? [], rows.get(id), scale),
    })),
  }));
}

function standingOf(
  evidence: readonly queries.EvidenceRow[],
  row: ResultRow | undefined,
  scale: ProficiencyScale,
) {
  const { value, level, is_mastered, trend, source } = resultOf(evidence, row, rulesOf(scale), 'posted');
  return {
    ...{ value: plainValue(value), level, is_mastered, trend, is_judged: source === 'judgement' },
    evidence: evidence.map((piece) => ({
      id: piece.id,
      source: piece.source,
      title: piece.assignment_title,
      value: piece.value,
      level: levelOf(scale, piece.value),
      observed_at: piece.observed_at,
    })),
  };
}
