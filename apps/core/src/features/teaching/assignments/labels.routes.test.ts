import { clearLabels, updateAssignment } from '@k12/contracts/teaching/assignments';
import { listInbox } from '@k12/contracts/teaching/inbox';
import { getLearnerAssignment } from '@k12/contracts/teaching/learning';
import { submitOnBehalf } from '@k12/contracts/teaching/submission-actions';
import { revertChangeSet } from '@k12/contracts/teaching/totals';
import { expect, test } from 'vitest';
import { aSchool } from '../../../test/a-school.ts';
import { anAssignment, aTaughtCourse } from '../../../test/records.teaching.ts';
import type { TestActor } from '../../../test/test-server.ts';

const world = await aSchool();
const { teacher, lead, otherTenantTeacher, clock } = world;
const { course_id, students } = await aTaughtCourse(world, { students: [2] });
const [idle, tardy] = students as [TestActor, TestActor];
const policy = {
  ...{ grace_minutes: 0, deduction_percent: 10, floor_percent: 0 },
  ...{ deduction_per: 'day' as const, hard_stop_days: null },
};

const minutesAgo = (minutes: number) => new Date(clock.now().getTime() - minutes * 60_000).toISOString();

/** Due an hour ago; one student has not handed in, the other did so half an hour late. */
async function overdue(given: object = {}): Promise<string> {
  const id = await anAssignment(world, course_id, { due_at: minutesAgo(60), ...given });
  await teacher.call(submitOnBehalf, {
    params: { id },
    body: {
      ...{ student_id: tardy.id, official_at: minutesAgo(30), reason: 'Handed to me on paper' },
      ...{
        body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Roots' }] }] },
      },
      ...{ links: [], file_ids: [] },
    },
  });
  return id;
}

async function labels(assignment_id: string): Promise<(string | null)[]> {
  const { data } = await teacher.call(listInbox, { query: { assignment_id } } as never);
  return students.map(({ id }) => {
    const row = data.find(({ student_id }) => student_id === id);
    return row?.is_missing ? 'missing' : row?.is_late ? 'late' : null;
  });
}

test('TCH-187 grace of its own, and the switch of the assignment, decide what is called late or missing', async () => {
  const id = await overdue();
  expect(await labels(id)).toEqual(['missing', 'late']);
  const change = (body: object) => teacher.call(updateAssignment, { params: { id }, body } as never);
  const { lock_version } = await change({
    ...{ late_policy: 'own', own_late_policy: { ...policy, grace_minutes: 45 }, lock_version: 1 },
  });
  expect(await labels(id)).toEqual(['missing', null]);
  await change({ has_automatic_labels: false, lock_version });
  expect(await labels(id)).toEqual([null, null]);
});

test('TCH-187 work on paper, without anything to hand in, or extra, is never missing by itself', async () => {
  for (const given of [
    { submission_types: ['paper'] },
    { submission_types: ['none'] },
    { is_extra_credit: true },
  ]) {
    const id = await anAssignment(world, course_id, { due_at: minutesAgo(60), ...given });
    expect(await labels(id)).toEqual([null, null]);
    const seen = await idle.call(getLearnerAssignment, { params: { id: idle.id, assignment_id: id } });
    expect(seen.status).not.toBe('missing');
  }
});

test('TCH-187 TCH-43 all labels of an assignment are taken away at once, hold, cost nothing, and come back with one revert', async () => {
  const id = await overdue({ late_policy: 'own', own_late_policy: JSON.stringify(policy) });
  const request = { params: { id }, body: {} };
  expect((await idle.send(clearLabels, request)).status).toBe(403);
  expect((await lead.send(clearLabels, request)).status).toBe(403);
  expect((await otherTenantTeacher.send(clearLabels, request)).status).toBe(404);
  expect(await labels(id)).toEqual(['missing', 'late']);
  const { cleared_count, refused_count, change_set_id } = await teacher.call(clearLabels, request);
  expect([cleared_count, refused_count]).toEqual([2, 0]);
  expect(await labels(id)).toEqual([null, null]);
  expect((await teacher.call(clearLabels, request)).cleared_count).toBe(0);
  await teacher.call(revertChangeSet, { params: { id: change_set_id ?? '' }, body: {} } as never);
  expect(await labels(id)).toEqual(['missing', 'late']);
});
