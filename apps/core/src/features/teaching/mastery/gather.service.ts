import type { ProficiencyScale } from '@k12/contracts/teaching/proficiency-scales';
import { newId, type Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import * as evidence from './evidence.queries.ts';
import { piecesOfWork } from './evidence.rules.ts';
import { rulesOf } from './proficiency-scale.rules.ts';
import * as queries from './results.queries.ts';
import { countChanged, resultsOf } from './results.rules.ts';
import { type CoursePlace, scaleOf } from './scale-in-force.service.ts';

/**
 * Brings evidence to what posted work says now, and results with it. What was hidden again is gone, what was posted is
 * there; asked twice it changes nothing (TCH-87, TCH-124).
 */
export async function gatherEvidence(
  tx: Transaction,
  context: Context,
  course: CoursePlace,
  assignment_ids: evidence.AssignmentIds,
): Promise<void> {
  await queries.lockMastery(tx, context.actor.tenant_id, course.id);
  const { scale } = await scaleOf(tx, course);
  const pieces = piecesOfWork(await loadWork(tx, course.id, assignment_ids), scale);
  const now = context.platform.clock.now().toISOString();
  const students = await evidence.replaceWorkPieces(tx, {
    course_id: course.id,
    assignment_ids,
    pieces: pieces.map((piece) => ({ ...piece, id: newId() })),
    now,
  });
  await recalculate(tx, context, course, { scale, students: assignment_ids === null ? null : students });
}

/** Results from the evidence that is there; the caller holds the lock of the course. */
export async function recalculate(
  tx: Transaction,
  context: Context,
  course: CoursePlace,
  { scale, students }: { scale: ProficiencyScale; students: readonly string[] | null },
): Promise<void> {
  if (students?.length === 0) return;
  const [pieces, known] = await Promise.all([
    evidence.listPieces(tx, course.id, students),
    queries.listResults(tx, course.id, { student_ids: students }),
  ]);
  const now = context.platform.clock.now().toISOString();
  await queries.saveResults(tx, course.id, resultsOf(pieces, known, rulesOf(scale)), now);
}

/** What another scale would make of a course, without changing anything (TCH-125). */
export async function tryScale(
  tx: Transaction,
  course: CoursePlace,
  scale: ProficiencyScale,
): Promise<{ changed_count: number; results_count: number }> {
  const [work, observations, known] = await Promise.all([
    loadWork(tx, course.id, null),
    evidence.listObservations(tx, course.id),
    queries.listResults(tx, course.id),
  ]);
  const results = resultsOf([...piecesOfWork(work, scale), ...observations], known, rulesOf(scale));
  return { changed_count: countChanged(known, results), results_count: results.length };
}

async function loadWork(tx: Transaction, courseId: string, assignmentIds: evidence.AssignmentIds) {
  const [judged, scored] = await Promise.all([
    evidence.listJudgedWork(tx, courseId, assignmentIds),
    evidence.listScoredWork(tx, courseId, assignmentIds),
  ]);
  const rubrics = await evidence.listCriteria(tx, [...new Set(judged.map(({ rubric_id }) => rubric_id))]);
  return { judged, scored, criteria: new Map(rubrics.map(({ id, criteria }) => [id, criteria])) };
}
