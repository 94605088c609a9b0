import {
  adoptPacing,
  createBaseline,
  createPacingGuide,
  exportCurriculumMap,
  getCurriculumMap,
  listPacingGuides,
} from '@k12/contracts/planning/curriculum-map';
import { createPlacement, movePlacement } from '@k12/contracts/planning/placements';
import { expect, test } from 'vitest';
import { actorOf } from '../../../test/a-school.ts';
import { aTaughtYear } from '../../../test/a-taught-year.ts';

const world = await aTaughtYear();
const { teacher, lead, student, otherTenantTeacher, ids, school } = world;

async function place(title: string, starts_on: string, ends_on: string) {
  const unit = await world.aUnit({ title, lessons: 0 });
  const body = { unit_plan_id: unit.id, course_id: ids.course, starts_on, ends_on };
  return teacher.call(createPlacement, { body });
}

const first = await place('Living things', '2026-09-07', '2026-10-30');
const second = await place('Cells', '2026-10-26', '2026-12-18');

test('PLN-173 students are refused; another tenant has a map of its own', async () => {
  expect((await student.send(getCurriculumMap, { query: {} })).status).toBe(403);
  const other = await otherTenantTeacher.send(getCurriculumMap, { query: { academic_year_id: ids.year } });
  expect(other.status).toBe(404);
});

test('PLN-104 the year with its rows, units, terms, holidays and today', async () => {
  const map = await teacher.call(getCurriculumMap, { query: { grade_level: '9' } });
  expect(map).toMatchObject({ starts_on: '2026-09-07', ends_on: '2027-06-11', today_on: '2026-11-16' });
  expect(map.rows).toMatchObject([
    { name: 'Biology', can: { plan: true }, sections: [{ name: '9B' }, { name: '9D' }] },
  ]);
  expect(map.placements.map(({ title, state }) => [title, state])).toEqual([
    ['Living things', 'taught'],
    ['Cells', 'in_progress'],
  ]);
  expect(map.holidays).toMatchObject([
    { note: 'Thanksgiving break', starts_on: '2026-11-25', ends_on: '2026-11-27' },
  ]);
  const empty = await teacher.call(getCurriculumMap, { query: { grade_level: '3' } });
  expect([empty.rows, empty.placements]).toEqual([[], []]);
});

test('PLN-107 overlaps and breaks are named', async () => {
  const map = await teacher.call(getCurriculumMap, { query: {} });
  expect(map.conflicts.map(({ title, code, other_title }) => [title, code, other_title])).toEqual([
    ['Living things', 'overlap', 'Cells'],
    ['Cells', 'spans_break', null],
    ['Cells', 'overlap', 'Living things'],
  ]);
});

test('PLN-104 a colleague of the school reads the map and changes nothing; another school has none of it', async () => {
  const colleague = await actorOf(world.server, world.tenant, { role: 'teacher', school_ids: [school.id] });
  const map = await colleague.call(getCurriculumMap, { query: {} });
  expect([map.rows[0]?.can.plan, map.placements[0]?.can.update]).toEqual([false, false]);
  const mine = await colleague.call(getCurriculumMap, { query: { mine: 'true' } as never });
  expect(mine.rows).toEqual([]);
  const elsewhere = await actorOf(world.server, world.tenant, {
    role: 'teacher',
    school_ids: [world.otherSchool.id],
  });
  expect((await elsewhere.call(getCurriculumMap, { query: {} })).rows).toEqual([]);
});

test('PLN-109 a lead freezes the plan of record and sees the drift in school days', async () => {
  const body = { school_id: school.id, academic_year_id: ids.year, name: 'Plan of November' };
  expect((await teacher.send(createBaseline, { body })).status).toBe(403);
  const baseline = await lead.call(createBaseline, { body });
  expect(baseline).toMatchObject({ placements_count: 2, frozen_on: '2026-11-16' });
  const move = { starts_on: '2026-11-02', ends_on: '2026-12-18', lock_version: second.lock_version };
  await teacher.call(movePlacement, { params: { id: second.id }, body: move });
  const map = await lead.call(getCurriculumMap, { query: { baseline_id: baseline.id } });
  expect(
    map.baseline.map(({ placement_id, starts_drift, ends_drift }) => [
      placement_id,
      starts_drift,
      ends_drift,
    ]),
  ).toEqual([
    [first.id, 0, 0],
    [second.id, 5, 0],
  ]);
});

test('PLN-109 the map comes out as CSV, formulas made harmless', async () => {
  await place('=SUM(A1), "quoted"', '2027-01-11', '2027-01-22');
  const reply = await teacher.send(exportCurriculumMap, { query: {} });
  expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const text = String(reply.body);
  expect(text).toContain('Biology,Science,9,Living things,draft,2026-09-07,2026-10-30');
  expect(text).toContain(`"'=SUM(A1), ""quoted"""`);
});

test('PLN-110 a recommended pacing is adopted in one action, adjusted to school days, and drifts visibly', async () => {
  const unit = await world.aUnit({ title: 'Inheritance', lessons: 0 });
  const guide = await lead.call(createPacingGuide, {
    body: {
      school_id: school.id,
      academic_year_id: ids.year,
      name: 'Biology 9',
      grade_level: '9',
      state: 'published',
      units: [{ unit_plan_id: unit.id, starts_on: '2027-02-06', ends_on: '2027-02-19' }],
    },
  });
  const adopted = await teacher.call(adoptPacing, {
    body: { pacing_guide_id: guide.id, course_ids: [ids.course] },
  });
  expect(adopted.placements).toMatchObject([
    { title: 'Inheritance', starts_on: '2027-02-08', ends_on: '2027-02-19' },
  ]);
  const again = await teacher.call(adoptPacing, {
    body: { pacing_guide_id: guide.id, course_ids: [ids.course] },
  });
  expect([again.placements, again.skipped]).toEqual([[], ['Biology: Inheritance']]);
  const [placement] = adopted.placements;
  if (!placement) throw new Error('nothing adopted');
  const body = { starts_on: '2027-02-11', ends_on: '2027-02-24', lock_version: 0 };
  await teacher.call(movePlacement, { params: { id: placement.id }, body });
  const { data } = await lead.call(listPacingGuides, { query: {} });
  expect(data[0]?.adopted).toMatchObject([{ course_name: 'Biology', units_count: 1, drift: 3 }]);
});
