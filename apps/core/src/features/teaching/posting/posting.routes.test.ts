import { listNotifications } from '@k12/contracts/communication/notifications';
import { createAnnotation } from '@k12/contracts/teaching/annotations';
import {
  createFeedbackComment,
  deleteFeedbackComment,
  getMyFeedback,
  replyToFeedback,
  updateFeedbackComment,
} from '@k12/contracts/teaching/feedback';
import { getGradedWork, putWorkGrade } from '@k12/contracts/teaching/grading';
import { actOnWork } from '@k12/contracts/teaching/inbox';
import { hideGrades, postGrades } from '@k12/contracts/teaching/posting';
import { getMySubmission } from '@k12/contracts/teaching/submissions';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { contextOf } from '../../../test/a-platform.ts';
import { aWorkingCourse } from '../../../test/a-working-course.ts';
import { handIn } from '../../../test/graded-work.ts';
import { build } from '../../../test/people.ts';
import type { TestActor } from '../../../test/test-server.ts';
import { postDue } from './post-due.service.ts';

const world = await aWorkingCourse();
const { teacher, student, classmate, stranger, clock } = world;

const paramsOf = (id: string, person: TestActor = student) => ({ id, student_id: person.id });
const grade = (id: string, person: TestActor = student) =>
  teacher.call(putWorkGrade, { params: paramsOf(id, person), body: { entry: '9', grade_version: 0 } });
const say = (id: string, given: object, person: TestActor = student) =>
  teacher.call(createFeedbackComment, {
    params: paramsOf(id, person),
    body: { body: 'Name the law, {first_name}.', ...given },
  });
const mine = (id: string, person: TestActor = student) =>
  person.call(getMyFeedback, { params: { id }, query: {} });
const toldOf = async (id: string, person: TestActor = student) =>
  (await person.call(listNotifications, { query: { kind: 'grades.posted' } })).data.filter(
    ({ subject }) => subject?.id === id,
  ).length;
const runPosting = () => postDue(contextOf(world.platform, world.tenant));
const manual = async (given: object = {}) => {
  const id = await world.assignment(given);
  await build(world.platform, (tx) =>
    tx.updateTable('assignments').set({ posting_policy: 'manual' }).where('id', '=', id).execute(),
  );
  return id;
};

describe('automatic posting', () => {
  test('TCH-80 grades of work that was deleted within the minute are told to nobody', async () => {
    const id = await world.assignment();
    await grade(id);
    const setState = (state: 'deleted' | 'published') =>
      build(world.platform, (tx) =>
        tx.updateTable('assignments').set({ state }).where('id', '=', id).execute(),
      );
    await setState('deleted');
    clock.advance({ minutes: 2 });
    await runPosting();
    expect([await toldOf(id), (await world.cell(id)).posted_at]).toEqual([0, null]);
    await setState('published');
    await runPosting();
    expect(await toldOf(id)).toBe(1);
  });

  test('TCH-80 TCH-189 a typed grade and its comment are seen and told a minute later, not before, unless taken back', async () => {
    const id = await world.assignment();
    await grade(id);
    await say(id, {});
    clock.advance({ minutes: 0.95 });
    await runPosting();
    expect(await mine(id)).toMatchObject({ posted_at: null, comments: [] });
    expect(await toldOf(id)).toBe(0);
    clock.advance({ minutes: 0.1 });
    await runPosting();
    const shown = await mine(id);
    expect(shown.posted_at).not.toBeNull();
    expect(shown.comments.map(({ body }) => body)).toEqual([`Name the law, ${student.person?.given_name}.`]);
    expect(await toldOf(id)).toBe(1);
    const other = await world.assignment();
    await grade(other);
    await teacher.call(hideGrades, { params: { id: other }, body: { target: 'everyone' } });
    clock.advance({ minutes: 5 });
    await runPosting();
    expect((await mine(other)).posted_at).toBeNull();
  });
});

describe('posting by hand', () => {
  test('TCH-81 the preview says how many; posting is one act of grade, comments and annotations', async () => {
    const id = await manual();
    await handIn(world, id);
    await grade(id);
    await grade(id, classmate);
    await say(id, {});
    const place = { quote: 'rate', nth: 0 };
    await teacher.call(createAnnotation, {
      params: paramsOf(id),
      body: { attempt: 1, kind: 'highlight', place, body: 'Good' },
    });
    clock.advance({ minutes: 5 });
    await runPosting();
    expect((await mine(id)).posted_at).toBeNull();
    const body = { target: 'selection' as const, student_ids: [student.id] };
    const preview = await teacher.call(postGrades, { params: { id }, body: { ...body, dry_run: true } });
    expect(preview).toMatchObject({ changed_count: 1, hidden_count: 1 });
    expect(await mine(id)).toMatchObject({ posted_at: null, comments: [], annotations: [] });
    await teacher.call(postGrades, { params: { id }, body });
    const shown = await mine(id);
    expect([shown.comments.length, shown.annotations.length]).toEqual([1, 1]);
    expect((await mine(id, classmate)).posted_at).toBeNull();
    expect([await toldOf(id), await toldOf(id, classmate)]).toEqual([1, 0]);
  });

  test('TCH-83 hiding takes everything back in silence; work graded after a bulk post follows the policy', async () => {
    const id = await manual();
    await grade(id);
    await say(id, {});
    await teacher.call(postGrades, { params: { id }, body: { target: 'graded' } });
    await grade(id, classmate);
    clock.advance({ minutes: 5 });
    await runPosting();
    expect((await mine(id, classmate)).posted_at).toBeNull();
    const hidden = await teacher.call(hideGrades, { params: { id }, body: { target: 'everyone' } });
    expect(hidden).toMatchObject({ changed_count: 1, seen_count: 1, notified_count: 0 });
    expect(await mine(id)).toMatchObject({ posted_at: null, comments: [] });
    expect(await toldOf(id)).toBe(1);
  });

  test('TCH-78 names come back once all are graded and posted', async () => {
    const id = await manual({ is_anonymous: true });
    await world.setCell(id, { grade_state: 'graded', effective_score: '3', entered_score: '3' });
    await world.setCell(id, { grade_state: 'graded', effective_score: '3', entered_score: '3' }, classmate);
    expect((await teacher.send(getGradedWork, { params: paramsOf(id) })).status).toBe(404);
    await teacher.call(postGrades, { params: { id }, body: { target: 'everyone' } });
    expect((await teacher.send(getGradedWork, { params: paramsOf(id) })).status).toBe(200);
  });
});

describe('comments', () => {
  test('TCH-77 staff notes never reach the student, before or after posting', async () => {
    const id = await manual();
    await grade(id);
    const note = await say(id, { visibility: 'staff', body: 'Talk to the counsellor.', post: true });
    expect(note.state).toBe('draft');
    await teacher.call(postGrades, { params: { id }, body: { target: 'everyone' } });
    expect(JSON.stringify(await mine(id))).not.toContain('counsellor');
    const work = await teacher.call(getGradedWork, { params: paramsOf(id) });
    expect(work.comments[0]?.visibility).toBe('staff');
    expect(
      (await classmate.send(getMyFeedback, { params: { id }, query: { student_id: student.id } })).status,
    ).toBe(404);
    expect((await stranger.send(getMyFeedback, { params: { id }, query: {} })).status).toBe(404);
  });

  test('TCH-76 a student answers a posted comment where the course allows it, and staff are told', async () => {
    const id = await manual();
    const reply = () => student.send(replyToFeedback, { params: { id }, body: { body: 'Inverse square?' } });
    expect((await reply()).status).toBe(409);
    await say(id, { post: true });
    expect((await reply()).status).toBe(201);
    expect((await mine(id)).comments.map(({ is_by_student }) => is_by_student)).toEqual([false, true]);
    const { data } = await teacher.call(listNotifications, { query: { kind: 'feedback.replied' } });
    expect(data[0]?.subject?.id).toBe(id);
    await build(world.platform, (tx) =>
      tx
        .updateTable('courses')
        .set({ settings: JSON.stringify({ students_may_reply: false }) })
        .where('id', '=', world.course_id)
        .execute(),
    );
    expect((await reply()).status).toBe(403);
  });

  test('TCH-70 a draft is saved again and again by version, and only by who wrote it', async () => {
    const id = await manual();
    const comment = await say(id, {});
    const params = { id: comment.id };
    const next = await teacher.call(updateFeedbackComment, {
      params,
      body: { body: 'Better', lock_version: 0 },
    });
    expect(next).toMatchObject({ body: 'Better', lock_version: 1, state: 'draft' });
    const stale = await teacher.send(updateFeedbackComment, { params, body: { body: 'x', lock_version: 0 } });
    expect([stale.status, stale.body.current.body]).toEqual([409, 'Better']);
    expect(
      (await student.send(updateFeedbackComment, { params, body: { body: 'x', lock_version: 1 } })).status,
    ).toBe(403);
    expect((await teacher.send(deleteFeedbackComment, { params })).status).toBe(204);
  });
});

test('TCH-66 one act on many: a score, an excuse, a refusal that stops none of the others', async () => {
  const id = await manual();
  const items = [student, classmate].map((person) => ({ assignment_id: id, student_id: person.id }));
  const scored = await teacher.call(actOnWork, { body: { action: 'score', entry: '7', items } });
  expect(scored.done_count).toBe(2);
  const excused = await teacher.call(actOnWork, {
    body: {
      action: 'excuse',
      items: [...items.slice(0, 1), { assignment_id: id.replace(/.$/, '0'), student_id: student.id }],
    },
  });
  expect(excused.results.map(({ status }) => status)).toEqual(['done', 'refused']);
  const cell = await world.cell(id);
  expect(cell.grade_state).toBe('excused');
  expect((await world.cell(id, classmate)).grade_state).toBe('graded');
});

test('TCH-66 more time for chosen work moves each due time, and a reminder reaches those chosen alone', async () => {
  const id = await manual({ due_in: 60 });
  const items = [{ assignment_id: id, student_id: student.id }];
  const before = (await world.cell(id)).due_at ?? '';
  await build(world.platform, (tx) =>
    tx
      .insertInto('assignment_dates')
      .values({
        tenant_id: world.tenant.id,
        id: newId(),
        assignment_id: id,
        target: 'everyone',
        due_at: before,
        created_at: before,
      })
      .execute(),
  );
  const extended = await teacher.call(actOnWork, { body: { action: 'extend', extra_days: 2, items } });
  expect(extended.results).toMatchObject([{ status: 'done' }]);
  const after = (await world.cell(id)).due_at ?? '';
  expect(Date.parse(after) - Date.parse(before)).toBe(2 * 86_400_000);
  expect((await world.cell(id, classmate)).due_at).toBe(before);
  await teacher.call(actOnWork, { body: { action: 'remind', items } });
  const reminders = async (person: TestActor) =>
    (await person.call(listNotifications, { query: { kind: 'assignment.reminder' } })).data.length;
  expect([await reminders(student), await reminders(classmate)]).toEqual([1, 0]);
});

test('TCH-56 TCH-66 chosen students may hand in once more; others hand in as often as before', async () => {
  const id = await manual({ attempts_allowed: 1 });
  await handIn(world, id);
  await handIn(world, id, classmate);
  const items = [{ assignment_id: id, student_id: student.id }];
  const left = async (person: TestActor) =>
    (await person.call(getMySubmission, { params: { id } })).attempts_left;
  expect([await left(student), await left(classmate)]).toEqual([0, 0]);
  expect((await teacher.send(actOnWork, { body: { action: 'grant_attempts', items } })).status).toBe(422);
  const body = { action: 'grant_attempts' as const, attempts: 2, items };
  expect((await teacher.call(actOnWork, { body })).done_count).toBe(1);
  expect([await left(student), await left(classmate)]).toEqual([2, 0]);
  expect((await stranger.send(actOnWork, { body })).status).toBe(403);
});
