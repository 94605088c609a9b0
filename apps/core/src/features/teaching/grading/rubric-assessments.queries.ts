import type { RubricMarks } from '@k12/contracts/teaching/rubric-assessments';
import type { Transaction } from '@k12/db';
import { sql } from 'kysely';

export type AssessmentRow = Awaited<ReturnType<typeof listAssessments>>[number];

/** Of the newest attempt first. */
export function listAssessments(tx: Transaction, assignmentId: string, studentId: string) {
  return tx
    .selectFrom('rubric_assessments as assessment')
    .innerJoin('users as assessor', 'assessor.id', 'assessment.assessor_id')
    .selectAll('assessment')
    .select(['assessor.given_name', 'assessor.family_name', 'assessor.preferred_name'])
    .select(sql<string | null>`trim_scale(assessment.score)::text`.as('score'))
    .where('assessment.assignment_id', '=', assignmentId)
    .where('assessment.student_id', '=', studentId)
    .orderBy('assessment.attempt', 'desc')
    .orderBy('assessment.updated_at', 'desc')
    .execute();
}

export interface AssessmentToSave {
  id: string;
  course_id: string;
  assignment_id: string;
  student_id: string;
  rubric_id: string;
  kind: 'staff' | 'self';
  attempt: number;
  assessor_id: string;
  marks: RubricMarks;
  is_accepted: boolean;
  is_complete: boolean;
  score: string | null;
  updated_at: string;
  /** Null: nothing was there. */
  lock_version: number | null;
}

/** Undefined when somebody else judged in between. */
export function saveAssessment(tx: Transaction, { lock_version, ...row }: AssessmentToSave) {
  const marks = JSON.stringify(row.marks);
  const { assessor_id, is_accepted, is_complete, score, updated_at } = row;
  if (lock_version === null)
    return tx
      .insertInto('rubric_assessments')
      .values({ ...row, marks, created_at: updated_at })
      .onConflict((conflict) => conflict.constraint('rubric_assessments__one').doNothing())
      .returning(['id', 'lock_version'])
      .executeTakeFirst();
  return tx
    .updateTable('rubric_assessments')
    .set((eb) => ({
      ...{ assessor_id, is_accepted, is_complete, score, marks, updated_at },
      lock_version: eb('lock_version', '+', 1),
    }))
    .where('assignment_id', '=', row.assignment_id)
    .where('student_id', '=', row.student_id)
    .where('kind', '=', row.kind)
    .where('attempt', '=', row.attempt)
    .where('rubric_id', '=', row.rubric_id)
    .where('lock_version', '=', lock_version)
    .returning(['id', 'lock_version'])
    .executeTakeFirst();
}
