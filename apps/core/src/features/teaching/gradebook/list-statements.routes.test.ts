import type { EndpointDeclaration } from '@k12/contracts';
import { listAssignments } from '@k12/contracts/teaching/assignments';
import { updateGradebookCells } from '@k12/contracts/teaching/gradebook';
import { listChangeSets, listGradeHistory } from '@k12/contracts/teaching/totals';
import { expect, test } from 'vitest';
import { aSchool } from '../../../test/a-school.ts';
import { anAssignment, aTaughtCourse } from '../../../test/records.teaching.ts';

const world = await aSchool();
const { teacher } = world;
const { course_id, students } = await aTaughtCourse(world);
const student_id = students[0]?.id ?? '';

/** An assignment, graded in an act of its own: a row for each of the lists. */
async function addRows(count: number): Promise<void> {
  for (let at = 0; at < count; at++) {
    const assignment_id = await anAssignment(world, course_id, { points_possible: 10 });
    const cells = [{ assignment_id, student_id, grade_version: 0, entry: '7' }];
    await teacher.call(updateGradebookCells, { params: { id: course_id }, body: { cells, action: 'fill' } });
  }
}

async function cost(endpoint: EndpointDeclaration) {
  const request = { params: { id: course_id }, query: { limit: 200 } };
  const reply = await teacher.send(endpoint, request as never);
  const statements = /db;dur=[\d.]+;desc="(\d+)"/.exec(reply.headers.get('server-timing') ?? '')?.[1];
  return { rows: (reply.body as { data: unknown[] }).data.length, statements: Number(statements) };
}

test('OPS-59 the lists of a course need no more statements for 14 rows than for 2, and at most 15', async () => {
  const lists: EndpointDeclaration[] = [listAssignments, listGradeHistory, listChangeSets];
  await addRows(2);
  const few = new Map<EndpointDeclaration, Awaited<ReturnType<typeof cost>>>();
  for (const list of lists) {
    await cost(list);
    few.set(list, await cost(list));
  }
  await addRows(12);
  for (const list of lists) {
    const many = await cost(list);
    expect(many.rows, list.name).toBeGreaterThan(few.get(list)?.rows ?? 0);
    expect(many.statements, list.name).toBeLessThanOrEqual(few.get(list)?.statements ?? 0);
    expect(many.statements, list.name).toBeLessThanOrEqual(15);
  }
});
