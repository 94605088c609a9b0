import type { RubricCriterion } from '@k12/contracts/teaching/rubrics';
import { newId } from '@k12/db';
import { type AWorkingCourse, words } from './a-working-course.ts';
import { build } from './people.ts';
import { insert, now } from './record-tools.ts';
import type { TestActor } from './test-server.ts';

interface HandedInGiven {
  text?: string;
  files?: { name: string; content_type: string }[];
  number?: number;
}

/** What a student handed in just now, as the submitting side leaves it. */
export async function handIn(
  world: AWorkingCourse,
  assignmentId: string,
  student: TestActor = world.student,
  given: HandedInGiven = {},
) {
  const { text = 'The rate fell.', files = [], number = 1 } = given;
  const base = { course_id: world.course_id, assignment_id: assignmentId };
  const at = now(world);
  const submission_id = newId();
  if (number === 1)
    await insert(world, 'submissions', {
      ...base,
      id: submission_id,
      student_id: student.id,
      attempts_count: 1,
      created_at: at,
      updated_at: at,
    });
  const known = await build(world.platform, (tx) =>
    tx
      .selectFrom('submissions')
      .select('id')
      .where('assignment_id', '=', assignmentId)
      .where('student_id', '=', student.id)
      .executeTakeFirstOrThrow(),
  );
  const kept = files.map((file) => ({ file_id: newId(), size_bytes: 10, sha256: '', ...file }));
  await insert(world, 'submission_attempts', {
    id: newId(),
    submission_id: known.id,
    number,
    official_at: at,
    received_at: at,
    body: JSON.stringify(words(text)),
    files: JSON.stringify(kept),
    submitted_by: student.id,
    receipt_code: newId(),
  });
  const fields = { submission_id: known.id, submission_state: 'submitted', submitted_at: at };
  await world.setCell(assignmentId, { ...fields, attempts_count: number, has_new_work: true }, student);
  return { submission_id: known.id, files: kept };
}

const rating = (label: string, points: string) => ({ id: newId(), label, description: '', points });

/** A rubric of two criteria of 4 and 2 points, in use by the assignment. */
export async function aRubricFor(world: AWorkingCourse, assignmentId: string) {
  const criteria: RubricCriterion[] = ['Evidence', 'Language'].map((title, at) => ({
    id: newId(),
    title,
    description: '',
    points: at === 0 ? '4' : '2',
    standard_id: null,
    ratings:
      at === 0
        ? [rating('Secure', '4'), rating('Beginning', '1')]
        : [rating('Good', '2'), rating('Weak', '0.5')],
  }));
  const id = newId();
  await insert(world, 'rubrics', {
    id,
    scope: 'mine',
    owner_id: world.teacher.id,
    title: 'Report',
    state: 'published',
    rubric_key: id,
    criteria: JSON.stringify(criteria),
    created_at: now(world),
    updated_at: now(world),
  });
  await build(world.platform, (tx) =>
    tx.updateTable('assignments').set({ rubric_id: id }).where('id', '=', assignmentId).execute(),
  );
  return { id, criteria };
}
