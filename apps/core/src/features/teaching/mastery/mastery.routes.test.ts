import { createFramework } from '@k12/contracts/planning/standard-frameworks';
import { createStandard } from '@k12/contracts/planning/standards';
import {
  getAssignmentStandards,
  updateAssignmentStandards,
} from '@k12/contracts/teaching/assignment-standards';
import {
  createObservation,
  deleteObservation,
  getMasteryDetail,
  getMasterySheet,
  getStudentMastery,
  judgeMastery,
  updateMasteryCells,
} from '@k12/contracts/teaching/mastery';
import { hideGrades, postGrades } from '@k12/contracts/teaching/posting';
import { putRubricAssessment } from '@k12/contracts/teaching/rubric-assessments';
import { newId } from '@k12/db';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aGradebook } from '../../../test/a-gradebook.ts';
import { contextOf } from '../../../test/a-platform.ts';
import { build } from '../../../test/people.ts';
import { gatherEvidence } from './gather.service.ts';
import { masterySubscribers } from './mastery.subscribers.ts';

const world = await aGradebook(3);
const { teacher, coTeacher, pupils, course_id, platform, tenant, districtAdmin, clock } = world;
const [ada, ben, cleo] = pupils as [(typeof pupils)[0], (typeof pupils)[0], (typeof pupils)[0]];

const framework = await districtAdmin.call(createFramework, { body: { title: 'Science' } });
const standard = (code: string, more: object = {}) =>
  districtAdmin.call(createStandard, {
    body: { framework_id: framework.id, code, statement: `Statement ${code}`, ...more },
  });
const strand = await standard('LS', { assessable: false });
const [cells, genes, energy] = [
  await standard('LS.1', { parent_id: strand.id }),
  await standard('LS.2', { parent_id: strand.id }),
  await standard('LS.3', { parent_id: strand.id }),
];

const row = { tenant_id: tenant.id };
const now = () => clock.now().toISOString();
const labels = ['Advanced', 'Proficient', 'Developing', 'Beginning'];

/** A rubric without meaning for the score: its points are the other way round. */
async function rubricOn(assignment_id: string, standardIds: (string | null)[], has_points = true) {
  const id = newId();
  const criteria = standardIds.map((standard_id, at) => ({
    id: newId(),
    title: `Criterion ${at + 1}`,
    description: '',
    points: '8',
    standard_id,
    ratings: labels.map((label, place) => ({ id: newId(), label, description: '', points: `${8 - place}` })),
  }));
  await build(platform, async (tx) => {
    await tx
      .insertInto('rubrics')
      .values({
        ...row,
        id,
        scope: 'mine',
        owner_id: teacher.id,
        title: 'Report',
        has_points,
        state: 'published',
        rubric_key: id,
        criteria: JSON.stringify(criteria),
        created_at: now(),
        updated_at: now(),
      })
      .execute();
    await tx.updateTable('assignments').set({ rubric_id: id }).where('id', '=', assignment_id).execute();
  });
  return { id, criteria };
}

type Rubric = Awaited<ReturnType<typeof rubricOn>>;

/** Judged and graded, not posted: the score has nothing to do with the rating. */
async function judgeWork(
  assignment_id: string,
  rubric: Rubric,
  student_id: string,
  places: number[],
  score = '1',
) {
  clock.advance({ minutes: 1 });
  const marks = Object.fromEntries(
    rubric.criteria.map(({ id, ratings }, at) => [
      id,
      { rating_id: ratings[places[at] ?? 0]?.id ?? null, points: '0', comment: '' },
    ]),
  );
  await build(platform, (tx) =>
    tx
      .insertInto('rubric_assessments')
      .values({
        ...row,
        ...{
          id: newId(),
          course_id,
          assignment_id,
          student_id,
          rubric_id: rubric.id,
          assessor_id: teacher.id,
        },
        ...{ marks: JSON.stringify(marks), is_complete: true, created_at: now(), updated_at: now() },
      })
      .execute(),
  );
  await grade(assignment_id, student_id, score);
}

const grade = (assignment_id: string, student_id: string, score: string) =>
  world.changeWork(assignment_id, student_id, {
    entered_score: score,
    effective_score: score,
    grade_state: 'graded',
    grade_source: 'typed',
    graded_at: now(),
    changed_at: now(),
  });

/** What the worker does once an event is committed. */
async function deliver(name: string, payload: Record<string, string>) {
  const context = contextOf(platform, tenant);
  for (const { event, handle } of masterySubscribers) {
    if (event !== name) continue;
    await context.withTenant((tx) => handle(tx, context, { id: newId(), name, payload, occurred_at: now() }));
  }
}

async function post(id: string) {
  await teacher.call(postGrades, { params: { id }, body: { target: 'graded' } });
  await deliver('grades.posted', { course_id, assignment_id: id });
}

async function hide(id: string) {
  await teacher.call(hideGrades, { params: { id }, body: { target: 'everyone' } });
  await deliver('grades.hidden', { course_id, assignment_id: id });
}

const params = (student: { id: string }, of: { id: string }) => ({
  id: course_id,
  student_id: student.id,
  standard_id: of.id,
});
const sheet = (actor = teacher) => actor.call(getMasterySheet, { params: { id: course_id }, query: {} });
async function cellOf(student: { id: string }, code: string, actor = teacher) {
  const { columns, rows } = await sheet(actor);
  const at = columns.findIndex((column) => column.code === code);
  return rows.find(({ student_id }) => student_id === student.id)?.cells.find(({ column }) => column === at);
}

const report = await world.anAssignment({ title: 'Report' });
const reportRubric = await rubricOn(report, [cells.id, genes.id]);

test('TCH-123 TCH-126 401, 403 for students and guardians, 404 with another tenant’s course, and for who is no student of it', async () => {
  const { anonymous, otherTenantTeacher, student, lead } = world;
  const request = { params: { id: course_id }, query: {} };
  expect((await anonymous.send(getMasterySheet, request)).status).toBe(401);
  expect((await ada.send(getMasterySheet, request)).status).toBe(403);
  expect((await lead.send(getMasterySheet, request)).status).toBe(403);
  expect((await otherTenantTeacher.send(getMasterySheet, request)).status).toBe(404);
  const body = { value: '3', lock_version: 0 };
  expect((await ada.send(judgeMastery, { params: params(ada, cells), body })).status).toBe(403);
  expect((await teacher.send(judgeMastery, { params: params(student, cells), body })).status).toBe(404);
  expect((await ben.send(getStudentMastery, { params: { id: course_id, student_id: ada.id } })).status).toBe(
    404,
  );
});

test('TCH-87 TCH-124 TCH-128 a criterion gives evidence at its rating on posting, independent of the score; hidden again it is gone', async () => {
  expect(await cellOf(ada, 'LS.1')).toBeUndefined();
  // Proficient in the one, Beginning in the other; 1 point of 20 and no points for any criterion.
  await judgeWork(report, reportRubric, ada.id, [1, 3]);
  await deliver('gradebook.updated', { course_id });
  expect(await cellOf(ada, 'LS.1')).toBeUndefined();
  await post(report);
  expect(await cellOf(ada, 'LS.1')).toMatchObject({ value: '3', level: 2, evidence_count: 1, trend: null });
  expect(await cellOf(ada, 'LS.2')).toMatchObject({ value: '1', level: 0, is_mastered: false });
  expect(await cellOf(ben, 'LS.1')).toBeUndefined();
  const detail = await teacher.call(getMasteryDetail, { params: params(ada, cells) });
  expect(detail.evidence).toMatchObject([
    {
      source: 'rubric',
      value: '3',
      criterion: 'Criterion 1',
      assignment: { title: 'Report' },
      is_posted: true,
    },
  ]);
  await hide(report);
  expect(await cellOf(ada, 'LS.1')).toBeUndefined();
  expect((await teacher.call(getMasteryDetail, { params: params(ada, cells) })).evidence).toEqual([]);
  await post(report);
  // Delivered twice it is still one piece.
  await deliver('grades.posted', { course_id, assignment_id: report });
  expect(await cellOf(ada, 'LS.1')).toMatchObject({ evidence_count: 1 });
});

test('TCH-87 posted work judged again says at once what the new rating says', async () => {
  const id = await world.anAssignment();
  const rubric = await rubricOn(id, [energy.id]);
  await judgeWork(id, rubric, ben.id, [3]);
  await post(id);
  expect(await cellOf(ben, 'LS.3')).toMatchObject({ value: '1' });
  const [criterion] = rubric.criteria;
  const marks = {
    [criterion?.id ?? '']: { rating_id: criterion?.ratings[0]?.id ?? null, points: null, comment: '' },
  };
  await teacher.call(putRubricAssessment, {
    params: { id, student_id: ben.id },
    body: { rubric_id: rubric.id, attempt: 0, marks, lock_version: 0 },
  });
  const { rows } = await platform.db.asJob('test', (tx) =>
    sql<{ name: string }>`select name from domain_events order by id desc limit 3`.execute(tx),
  );
  expect(rows.map(({ name }) => name)).toContain('rubric_assessment.saved');
  await deliver('rubric_assessment.saved', { course_id, assignment_id: id });
  expect(await cellOf(ben, 'LS.3')).toMatchObject({ value: '4', evidence_count: 1 });
  await hide(id);
});

test('TCH-87 work judged by a rubric without points is posted like any grade, and is evidence from then on', async () => {
  const id = await world.anAssignment({ posting_policy: 'manual' });
  const rubric = await rubricOn(id, [energy.id], false);
  const [criterion] = rubric.criteria;
  const marks = {
    [criterion?.id ?? '']: { rating_id: criterion?.ratings[1]?.id ?? null, points: null, comment: '' },
  };
  const judged = await teacher.call(putRubricAssessment, {
    params: { id, student_id: cleo.id },
    body: { rubric_id: rubric.id, attempt: 0, marks, lock_version: null },
  });
  expect(judged.cell).toMatchObject({ state: 'graded', entered_score: null, is_posted: false });
  expect(await cellOf(cleo, 'LS.3')).toBeUndefined();
  await post(id);
  await deliver('grades.posted', { course_id, assignment_id: id });
  expect(await cellOf(cleo, 'LS.3')).toMatchObject({ value: '3', evidence_count: 1 });
  await hide(id);
});

test('TCH-128 not assessed is no level: it has no cell, no part in the counts, and a strand wants half of its standards', async () => {
  const { columns, rows, strands } = await sheet();
  expect(
    columns.map(({ code, assessed_count, mastered_count }) => [code, assessed_count, mastered_count]),
  ).toEqual([
    ['LS.1', 1, 0],
    ['LS.2', 1, 0],
    ['LS.3', 0, 0],
  ]);
  expect(strands.map(({ code }) => code)).toEqual(['LS']);
  const of = (student: { id: string }) => rows.find(({ student_id }) => student_id === student.id);
  expect(of(ada)?.strands).toMatchObject([{ strand: 0, value: '2', level: 1, assessed_count: 2 }]);
  expect([of(ben)?.cells, of(ben)?.strands]).toEqual([[], []]);
});

test('TCH-123 TCH-125 the mean of the latest three, with its number and trend', async () => {
  for (const place of [0, 0, 3]) {
    const id = await world.anAssignment();
    const rubric = await rubricOn(id, [cells.id]);
    await judgeWork(id, rubric, ada.id, [place]);
    await post(id);
  }
  // 3, 4, 4, 1: the latest three are 4, 4 and 1.
  expect(await cellOf(ada, 'LS.1')).toMatchObject({ value: '3', level: 2, evidence_count: 4, trend: 'down' });
});

test('TCH-126 a judgement stands beside the evidence, marked, with its note; a stale one is refused with what is now', async () => {
  const at = { params: params(ada, cells) };
  const wrong = await teacher.send(judgeMastery, { ...at, body: { value: '2.5', lock_version: 0 } });
  expect([wrong.status, wrong.body]).toMatchObject([
    422,
    { errors: [{ pointer: '/value', code: 'unknown_level' }] },
  ]);
  const judged = await teacher.call(judgeMastery, {
    ...at,
    body: { value: '4', note: 'Explained it to the class', ends_with_newer: true, lock_version: 0 },
  });
  expect(judged).toMatchObject({
    ...{ value: '4', level: 3, is_mastered: true, calculated: { value: '3' }, lock_version: 1 },
    judgement: { note: 'Explained it to the class', judged_by: { id: teacher.id }, is_over: false },
    history: [{ kind: 'judged', value: '4' }],
  });
  expect(await cellOf(ada, 'LS.1')).toMatchObject({ level: 3, is_judged: true });
  const stale = await coTeacher.send(judgeMastery, { ...at, body: { value: '1', lock_version: 0 } });
  expect([stale.status, stale.body]).toMatchObject([409, { current: { value: '4', lock_version: 1 } }]);
});

test('TCH-126 newer evidence ends a judgement that may end, and not one that stays', async () => {
  await teacher.call(judgeMastery, {
    params: params(ada, genes),
    body: { value: '4', note: 'Stays', lock_version: 0 },
  });
  const id = await world.anAssignment();
  const rubric = await rubricOn(id, [cells.id, genes.id]);
  await judgeWork(id, rubric, ada.id, [2, 2]);
  await post(id);
  const ended = await teacher.call(getMasteryDetail, { params: params(ada, cells) });
  expect([ended.value, ended.judgement?.is_over]).toEqual(['2.3333', true]);
  expect(await cellOf(ada, 'LS.2')).toMatchObject({ value: '4', is_judged: true });
  const back = await teacher.call(judgeMastery, {
    params: params(ada, genes),
    body: { value: null, lock_version: 1 },
  });
  expect([back.value, back.judgement, back.history.map(({ kind }) => kind)]).toEqual([
    '1.5',
    null,
    ['judgement_taken_back', 'judged'],
  ]);
});

test('TCH-124 an observation counts for staff, and for families only once it is shared; it can be taken back', async () => {
  await world.changeSettings({ gradebook: 'both' });
  const at = { params: params(ben, cells) };
  const private_ = await teacher.call(createObservation, {
    ...at,
    body: { value: '2', note: 'At the microscope', is_posted: false },
  });
  expect([private_.value, private_.evidence[0]?.source]).toEqual(['2', 'observation']);
  const own = () => ben.call(getStudentMastery, { params: { id: course_id, student_id: ben.id } });
  const first = async () => (await own()).strands[0]?.standards[0];
  expect(await first()).toMatchObject({ code: 'LS.1', level: null, value: null, evidence: [] });
  await teacher.call(createObservation, { ...at, body: { value: '4', is_posted: true } });
  expect(await first()).toMatchObject({ level: 3, value: '4', evidence: [{ value: '4' }] });
  expect(JSON.stringify(await own())).not.toContain('microscope');
  await world.changeSettings({});
  expect(await own()).toMatchObject({ is_shown: false, strands: [] });
  const observation_id = private_.evidence[0]?.id ?? '';
  await teacher.call(deleteObservation, { params: { ...at.params, observation_id } });
  expect(await cellOf(ben, 'LS.1')).toMatchObject({ value: '4', evidence_count: 1 });
});

test('TCH-123 several cells at once: each saved, in conflict or refused by itself', async () => {
  const cell = (student: { id: string }, of: { id: string }, lock_version: number) => ({
    student_id: student.id,
    standard_id: of.id,
    ...{ value: '3', lock_version },
  });
  const { results } = await teacher.call(updateMasteryCells, {
    params: { id: course_id },
    body: { cells: [cell(cleo, cells, 0), cell(ada, cells, 0), cell(teacher, cells, 0)] },
  });
  expect(results.map(({ status, lock_version }) => [status, lock_version])).toEqual([
    ['saved', 1],
    ['conflict', 1],
    ['refused', 0],
  ]);
  expect(await cellOf(cleo, 'LS.1')).toMatchObject({ level: 2, is_judged: true, evidence_count: 0 });
});

test('TCH-47 standards come from the linked unit or are added, each assessed overall or by a criterion', async () => {
  const id = await world.anAssignment();
  const unit = await world.aUnit();
  await build(platform, async (tx) => {
    await tx.updateTable('assignments').set({ unit_plan_id: unit.id }).where('id', '=', id).execute();
    await tx
      .insertInto('standard_alignments')
      .values({
        ...{ ...row, id: newId(), standard_id: genes.id, target_type: 'unit_plan', target_id: unit.id },
        created_at: now(),
      })
      .execute();
  });
  const known = await teacher.call(getAssignmentStandards, { params: { id } });
  expect([known.data, known.from_plan.map(({ code }) => code)]).toEqual([[], ['LS.2']]);
  const put = (standards: object[], lock_version: number) =>
    teacher.send(updateAssignmentStandards, { params: { id }, body: { standards, lock_version } as never });
  const wanted = [
    { standard_id: genes.id, assessed: 'criterion' },
    { standard_id: energy.id, assessed: 'overall' },
  ];
  expect((await put(wanted, known.lock_version)).body).toMatchObject({
    errors: [{ pointer: '/standards/0/assessed', code: 'no_criterion' }],
  });
  await rubricOn(id, [genes.id]);
  expect((await put(wanted, known.lock_version)).body).toMatchObject({
    data: [
      { standard: { code: 'LS.2' }, assessed: 'criterion', criteria: ['Criterion 1'] },
      { standard: { code: 'LS.3' }, assessed: 'overall', criteria: [] },
    ],
    from_plan: [],
  });
  expect((await put([], known.lock_version)).status).toBe(409);
  expect((await sheet()).columns.map(({ code }) => code)).toContain('LS.3');
});

test('TCH-78 work of hidden names gives no evidence before the names are known', async () => {
  const id = await world.anAssignment({ is_anonymous: true });
  const rubric = await rubricOn(id, [energy.id]);
  await judgeWork(id, rubric, cleo.id, [0]);
  await world.changeWork(id, cleo.id, { posted_at: now() });
  const context = contextOf(platform, tenant);
  const gather = () =>
    context.withTenant((tx) =>
      gatherEvidence(tx, context, { id: course_id, school_id: world.school.id }, [id]),
    );
  await gather();
  expect(await cellOf(cleo, 'LS.3')).toBeUndefined();
  await build(platform, (tx) =>
    tx.updateTable('assignments').set({ anonymity_lifted_at: now() }).where('id', '=', id).execute(),
  );
  await gather();
  expect(await cellOf(cleo, 'LS.3')).toMatchObject({ level: 3 });
});
