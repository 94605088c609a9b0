import { createFeedbackComment, getMyFeedback, replyToFeedback } from '@k12/contracts/teaching/feedback';
import {
  getGradedWork,
  getGradingFrame,
  getWorkFile,
  holdWork,
  liftAnonymity,
  putWorkGrade,
  takeNextUngraded,
} from '@k12/contracts/teaching/grading';
import { countInbox, listInbox } from '@k12/contracts/teaching/inbox';
import { putRubricAssessment, putSelfAssessment } from '@k12/contracts/teaching/rubric-assessments';
import { updateRubric } from '@k12/contracts/teaching/rubrics';
import { requestRevision } from '@k12/contracts/teaching/submission-actions';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { actorOf } from '../../../test/a-school.ts';
import { aWorkingCourse } from '../../../test/a-working-course.ts';
import { aRubricFor, handIn } from '../../../test/graded-work.ts';
import { build } from '../../../test/people.ts';
import { enroll } from '../../../test/records.teaching.ts';
import { signedIn, type TestActor } from '../../../test/test-server.ts';

const world = await aWorkingCourse();
const { anonymous, teacher, student, guardian, classmate, stranger, otherTenantTeacher, clock } = world;
const helper = await actorOf(world.server, world.tenant, { role: 'teacher', school_ids: [world.school.id] });
await enroll(world, world.section_id, helper.id, { role: 'co_teacher' });
const colleague = await signedIn(world.server, helper.person as never);

const workOf = (id: string, person: TestActor = student, actor: TestActor = teacher) =>
  actor.call(getGradedWork, { params: { id, student_id: person.id } });
const grade = (id: string, entry: string, grade_version: number, actor: TestActor = teacher) =>
  actor.send(putWorkGrade, { params: { id, student_id: student.id }, body: { entry, grade_version } });

describe('the grading view', () => {
  test('TCH-16 TCH-64 signed out 401, students 403, other tenants 404, files of other work 404', async () => {
    const id = await world.assignment();
    const { files } = await handIn(world, id, student, {
      files: [{ name: 'report.txt', content_type: 'text/plain' }],
    });
    const params = { id, student_id: student.id };
    expect((await anonymous.send(getGradedWork, { params })).status).toBe(401);
    for (const actor of [student, classmate])
      expect((await actor.send(getGradedWork, { params })).status).toBe(403);
    for (const actor of [otherTenantTeacher, stranger])
      expect((await actor.send(getGradedWork, { params })).status).toBe(404);
    expect((await guardian.send(getGradedWork, { params })).status).not.toBe(200);
    const file_id = files[0]?.file_id ?? '';
    const other = { id, student_id: classmate.id, file_id };
    expect((await teacher.send(getWorkFile, { params: other, query: {} })).status).toBe(404);
  });

  test('TCH-71 shows the latest attempt first with the grade, and who changed it when a save is too late', async () => {
    const id = await world.assignment();
    await handIn(world, id);
    await handIn(world, id, student, { text: 'The rate fell quickly.', number: 2 });
    const work = await workOf(id);
    expect(work.attempts.map(({ number }) => number)).toEqual([2, 1]);
    expect(work.student.name).toContain(student.person?.family_name);
    const first = await grade(id, '43.5', work.cell.grade_version);
    expect(first.body).toMatchObject({ entered_score: '43.5', state: 'graded' });
    const late = await grade(id, '40', work.cell.grade_version, colleague);
    expect([late.status, late.body.code]).toEqual([409, 'version_conflict']);
    expect(late.body.current).toMatchObject({ entered_score: '43.5', graded_by: { id: teacher.id } });
    expect(late.body.current.graded_at).toBeTruthy();
    const refused = await grade(id, 'very good', first.body.grade_version);
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/entry']);
  });

  test('TCH-72 orders by what is asked for and narrows by state', async () => {
    const id = await world.assignment();
    await handIn(world, id, classmate);
    const ask = (query: object) => teacher.call(getGradingFrame, { params: { id }, query });
    const byTime = await ask({ order: 'time' });
    expect(byTime.student_ids).toEqual([classmate.id, student.id]);
    expect(byTime.counts).toEqual({ all: 2, to_grade: 1, graded: 0, not_posted: 0, judged: null });
    await grade(id, '5', 0);
    expect((await ask({ order: 'score' })).student_ids[0]).toBe(student.id);
    expect((await ask({ order: 'ungraded_first' })).student_ids[0]).toBe(classmate.id);
    expect((await ask({ state: 'to_grade' })).student_ids).toEqual([classmate.id]);
  });

  test('TCH-72 one criterion across all students: what is judged by it is counted, and comes last', async () => {
    const id = await world.assignment();
    await handIn(world, id, student);
    await handIn(world, id, classmate);
    const rubric = await aRubricFor(world, id);
    const [evidence, language] = rubric.criteria;
    const ask = (criterion_id: string | undefined) =>
      teacher.call(getGradingFrame, {
        params: { id },
        query: { order: 'ungraded_first', criterion_id },
      } as never);
    const [first = '', second] = (await ask(evidence?.id)).student_ids;
    const marks = {
      [evidence?.id ?? '']: { rating_id: evidence?.ratings[0]?.id, points: null, comment: '' },
    };
    await teacher.call(putRubricAssessment, {
      params: { id, student_id: first },
      body: { rubric_id: rubric.id, marks, lock_version: null } as never,
    });
    const after = await ask(evidence?.id);
    expect([after.counts.judged, after.student_ids]).toEqual([1, [second, first]]);
    expect((await ask(language?.id)).counts.judged).toBe(0);
  });

  test('TCH-184 two graders get different work; whoever opens a held one is told whose it is for two minutes', async () => {
    const id = await world.assignment();
    await handIn(world, id, student);
    await handIn(world, id, classmate);
    const take = (actor: TestActor) => actor.call(takeNextUngraded, { params: { id }, body: {} });
    const [mine, theirs] = await Promise.all([take(teacher), take(colleague)]);
    expect(new Set([mine.student_id, theirs.student_id])).toEqual(new Set([student.id, classmate.id]));
    expect((await take(teacher)).student_id).toBeNull();
    const params = { id, student_id: theirs.student_id ?? '' };
    expect((await teacher.call(holdWork, { params })).held_by).toMatchObject({ id: colleague.id });
    expect((await teacher.call(getGradedWork, { params })).held_by).toMatchObject({ id: colleague.id });
    clock.advance({ minutes: 2.1 });
    expect((await teacher.call(holdWork, { params })).held_by).toBeNull();
  });
});

test('TCH-04 an archived course keeps its work readable and takes no grade, comment, revision or reply', async () => {
  const id = await world.assignment();
  const { submission_id } = await handIn(world, id);
  const setState = (state: 'active' | 'archived') =>
    build(world.platform, (tx) =>
      tx.updateTable('courses').set({ state }).where('id', '=', world.course_id).execute(),
    );
  const params = { id, student_id: student.id };
  await teacher.call(createFeedbackComment, { params, body: { body: 'Well seen', post: true } });
  await setState('archived');
  const answers = [
    await grade(id, '5', 0),
    await teacher.send(createFeedbackComment, { params, body: { body: 'Late words' } }),
    await teacher.send(requestRevision, {
      params: { id: submission_id },
      body: { note: 'Once more', due_at: null },
    }),
    await student.send(replyToFeedback, { params: { id }, body: { body: 'Thanks' } }),
  ];
  expect((await workOf(id)).cell.state).toBe('none');
  await setState('active');
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
});

describe('rubrics', () => {
  const mark = (rating_id: string | undefined) => ({
    rating_id: rating_id ?? null,
    points: null,
    comment: '',
  });

  test('TCH-86 a partly filled rubric gives no score until complete or accepted; what was typed is kept', async () => {
    const id = await world.assignment({ points_possible: '6' });
    await handIn(world, id);
    const rubric = await aRubricFor(world, id);
    const [evidence, language] = rubric.criteria;
    const params = { id, student_id: student.id };
    const save = (marks: object, given: object = {}) =>
      teacher.call(putRubricAssessment, {
        params,
        body: { rubric_id: rubric.id, marks: marks as never, lock_version: null, ...given },
      });
    const one = { [evidence?.id ?? '']: mark(evidence?.ratings[1]?.id) };
    const partly = await save(one);
    expect([partly.assessment.is_complete, partly.cell.state]).toEqual([false, 'none']);
    const accepted = await save(one, { is_accepted: true, lock_version: 0 });
    expect([accepted.assessment.score, accepted.cell.entered_score]).toEqual(['1', '1']);
    const both = { ...one, [language?.id ?? '']: mark(language?.ratings[1]?.id) };
    const full = await save(both, { lock_version: 1 });
    expect(full.cell).toMatchObject({ entered_score: '1.5', state: 'graded' });
    await grade(id, '5', full.cell.grade_version);
    const better = { ...both, [evidence?.id ?? '']: mark(evidence?.ratings[0]?.id) };
    const kept = await save(better, { lock_version: 2 });
    expect([kept.assessment.score, kept.cell.entered_score]).toEqual(['4.5', '5']);
    const taken = await save(better, { lock_version: 3, use_score: true });
    expect(taken.cell.entered_score).toBe('4.5');
    const stale = await colleague.send(putRubricAssessment, {
      params,
      body: { rubric_id: rubric.id, marks: both, lock_version: 1 },
    });
    expect([stale.status, stale.body.code]).toEqual([409, 'version_conflict']);
  });

  test('TCH-88 students see the rubric before handing in unless it is hidden until posting; their own judgement stands beside the teacher’s', async () => {
    const id = await world.assignment();
    const { id: rubric_id, criteria } = await aRubricFor(world, id);
    const set = (fields: object) =>
      build(world.platform, (tx) => tx.updateTable('assignments').set(fields).where('id', '=', id).execute());
    const mine = () => student.call(getMyFeedback, { params: { id }, query: {} });
    await set({ is_rubric_hidden: true });
    expect((await mine()).rubric).toBeNull();
    await set({ is_rubric_hidden: false });
    expect((await mine()).rubric).toMatchObject({ id: rubric_id, criteria: [{ title: 'Evidence' }, {}] });
    const [evidence] = criteria;
    const own = { [evidence?.id ?? '']: mark(evidence?.ratings[1]?.id) };
    const judge = (lock_version: number | null, actor: TestActor = student) =>
      actor.send(putSelfAssessment, { params: { id }, body: { marks: own, lock_version } });
    expect((await judge(null)).status).toBe(409);
    await set({ wants_self_assessment: true });
    expect((await judge(null, stranger)).status).toBe(404);
    expect((await judge(null)).status).toBe(200);
    expect((await judge(null)).status).toBe(409);
    await handIn(world, id);
    const work = await workOf(id);
    expect([work.self_assessment?.marks, work.assessment]).toEqual([own, null]);
    expect(work.cell.state).toBe('none');
    expect((await workOf(id, classmate)).self_assessment).toBeNull();
    await world.setCell(id, { posted_at: clock.now().toISOString() });
    expect((await judge(0)).status).toBe(409);
  });

  test('TCH-85 judged work keeps the version it was judged by after the rubric was edited', async () => {
    const id = await world.assignment();
    await handIn(world, id);
    const rubric = await aRubricFor(world, id);
    const [evidence] = rubric.criteria;
    const marks = { [evidence?.id ?? '']: mark(evidence?.ratings[0]?.id) };
    const params = { id, student_id: student.id };
    await teacher.call(putRubricAssessment, {
      params,
      body: { rubric_id: rubric.id, marks, lock_version: null },
    });
    const criteria = rubric.criteria.map(({ title, ratings }) => ({
      title: `${title}, new`,
      ratings: ratings.map(({ label, points }) => ({ label, points })),
    }));
    const next = await teacher.call(updateRubric, {
      params: { id: rubric.id },
      body: { criteria, state: 'published', lock_version: 1 },
    });
    const work = await workOf(id);
    expect(work.rubric?.id).toBe(rubric.id);
    expect(work.rubric?.criteria[0]?.title).toBe('Evidence');
    expect(work.newer_rubric_id).toBe(next.id);
  });
});

describe('anonymous grading', () => {
  test('TCH-78 no name, id, e-mail or file name is in any answer until a teacher lifts it', async () => {
    const id = await world.assignment({ is_anonymous: true });
    const { family_name = '', given_name = '', email = '' } = student.person ?? {};
    const name = `${given_name} ${family_name} report.pdf`;
    await handIn(world, id, student, { files: [{ name, content_type: 'application/pdf' }] });
    const frame = await teacher.call(getGradingFrame, { params: { id }, query: {} });
    expect((await teacher.send(getGradedWork, { params: { id, student_id: student.id } })).status).toBe(404);
    const seen: unknown[] = [frame];
    for (const student_id of frame.student_ids) {
      const params = { id, student_id };
      seen.push(await teacher.call(getGradedWork, { params }));
      seen.push(await teacher.call(createFeedbackComment, { params, body: { body: 'Well, {first_name}' } }));
      seen.push(await teacher.call(putWorkGrade, { params, body: { entry: '4', grade_version: 0 } }));
    }
    seen.push(await teacher.call(listInbox, { query: { assignment_id: id } }));
    seen.push(await teacher.call(listInbox, { query: { assignment_id: id, q: family_name } }));
    const text = JSON.stringify(seen);
    for (const secret of [student.id, classmate.id, family_name, email]) expect(text).not.toContain(secret);
    expect(text).toContain('file-1.pdf');
    await teacher.call(liftAnonymity, { params: { id }, body: { reason: 'Moderation is over' } });
    expect((await workOf(id)).student.name).toContain(family_name);
    expect((await workOf(id)).comments[0]?.body).toBe('Well, {first_name}');
  });
});

describe('the inbox', () => {
  test('TCH-65 lists what waits, longest first, and counts every state; students have none', async () => {
    const id = await world.assignment({ due_in: -60 });
    await handIn(world, id, classmate);
    clock.advance({ minutes: 5 });
    await handIn(world, id, student);
    const query = { assignment_id: id };
    const rows = await teacher.call(listInbox, { query: { ...query, state: 'to_grade' } });
    expect(rows.data.map(({ student_id }) => student_id)).toEqual([classmate.id, student.id]);
    const paged = await teacher.call(listInbox, { query: { ...query, limit: 1 } });
    const rest = await teacher.call(listInbox, {
      query: { ...query, limit: 1, cursor: paged.next_cursor ?? '' },
    });
    expect([...paged.data, ...rest.data].map(({ student_id }) => student_id)).toEqual([
      classmate.id,
      student.id,
    ]);
    expect(await teacher.call(countInbox, { query })).toMatchObject({ to_grade: 2, missing: 0, all: 2 });
    await grade(id, '4', 0);
    expect(await teacher.call(countInbox, { query })).toMatchObject({ to_grade: 1, not_posted: 1 });
    expect((await student.send(listInbox, { query: {} })).status).toBe(403);
    const { data } = await colleague.call(listInbox, { query: { course_id: newId() } });
    expect(data).toEqual([]);
  });

  test('TCH-41 TCH-65 nothing handed in after the due time is missing, paper is not', async () => {
    const id = await world.assignment({ due_in: -60 });
    const paper = await world.assignment({ due_in: -60, submission_types: ['paper'] });
    const missing = (assignment_id: string) => teacher.call(countInbox, { query: { assignment_id } });
    expect((await missing(id)).missing).toBe(2);
    expect((await missing(paper)).missing).toBe(0);
  });
});
