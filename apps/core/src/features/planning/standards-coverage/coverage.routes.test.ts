import {
  compareCoverage,
  getCoverageCell,
  getCoverageGaps,
  getCoverageTable,
  getEmphasisProgression,
  getOverTaught,
  getStandardsCoverage,
} from '@k12/contracts/planning/coverage';
import { createUnitLesson, createUnitPlan } from '@k12/contracts/planning/plans';
import { createFramework } from '@k12/contracts/planning/standard-frameworks';
import { createStandard } from '@k12/contracts/planning/standards';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build } from '../../../test/people.ts';

const world = await aSchool({ RATE_LIMITS: '{"general":1000,"export":1000}' });
const {
  anonymous,
  lead,
  teacher,
  student,
  districtAdmin,
  otherSchoolAdmin,
  otherTenantTeacher,
  platform,
  tenant,
  school,
} = world;
const colleague = await actorOf(world.server, tenant, { role: 'teacher', school_ids: [school.id] });
const now = platform.clock.now().toISOString();

/**
 * The example, small enough for a sheet of paper. Standards A (A.1, A.2, A.3) and B (B.1); courses Maths 6 (of the
 * teacher) and Maths 7 (of a colleague).
 *   Unit "Ratios", published, aligned to A.1, in both courses; its lesson, aligned to A.2, taught in Maths 6.
 *   Unit "Angles", published, aligned to A.1, in Maths 7 only.  Unit "Draft", aligned to A.3, never published.
 * Planned: A.1, A.2 of 4. Taught: A.2 by its lesson and A.1 by its unit, in Maths 6 alone.
 */
const framework = await districtAdmin.call(createFramework, { body: { title: 'Example' } });
const add = (code: string, more: object = {}) =>
  districtAdmin.call(createStandard, {
    body: { framework_id: framework.id, code, statement: `=Statement ${code}`, ...more },
  });
const [a, b] = [await add('A', { assessable: false }), await add('B', { assessable: false })];
const [a1, a2, a3] = [
  await add('A.1', { parent_id: a.id }),
  await add('A.2', { parent_id: a.id }),
  await add('A.3', { parent_id: a.id }),
  await add('B.1', { parent_id: b.id, grade_levels: ['8'] }),
];
const unit = (title: string, actor = teacher) => actor.call(createUnitPlan, { body: { title } });
const [ratios, angles, draft] = [await unit('Ratios'), await unit('Angles', colleague), await unit('Draft')];
const lesson = await teacher.call(createUnitLesson, {
  params: { id: ratios.id },
  body: { title: 'Double the recipe' },
});
const ids = {
  year: newId(),
  autumn: newId(),
  spring: newId(),
  maths6: newId(),
  maths7: newId(),
  section: newId(),
};

await build(platform, async (tx) => {
  const row = { tenant_id: tenant.id, created_at: now, updated_at: now };
  await tx
    .insertInto('academic_years')
    .values({
      tenant_id: tenant.id,
      id: ids.year,
      name: '2026',
      starts_on: '2026-08-01',
      ends_on: '2027-06-30',
      state: 'active',
    })
    .execute();
  await tx
    .insertInto('terms')
    .values([
      {
        tenant_id: tenant.id,
        id: ids.autumn,
        academic_year_id: ids.year,
        name: 'Autumn',
        kind: 'semester',
        starts_on: '2026-08-01',
        ends_on: '2026-12-20',
      },
      {
        tenant_id: tenant.id,
        id: ids.spring,
        academic_year_id: ids.year,
        name: 'Spring',
        kind: 'semester',
        starts_on: '2027-01-04',
        ends_on: '2027-06-30',
      },
    ])
    .execute();
  const course = { ...row, school_id: school.id, academic_year_id: ids.year, state: 'active' as const };
  await tx
    .insertInto('courses')
    .values([
      { ...course, id: ids.maths6, name: 'Maths 6', grade_levels: ['6'] },
      { ...course, id: ids.maths7, name: 'Maths 7', grade_levels: ['7'] },
    ])
    .execute();
  await tx
    .insertInto('sections')
    .values({ ...row, id: ids.section, course_id: ids.maths6, name: 'A' })
    .execute();
  await tx
    .insertInto('enrollments')
    .values({ ...row, id: newId(), section_id: ids.section, user_id: teacher.id, role: 'teacher' })
    .execute();
  for (const [plan, standards] of [
    [ratios, [[a1.id, 'introduced']]],
    [lesson, [[a2.id, 'mastered']]],
    [angles, [[a1.id, 'mastered']]],
  ] as const) {
    const version_id = newId();
    await tx
      .insertInto('plan_versions')
      .values({
        tenant_id: tenant.id,
        id: version_id,
        plan_id: plan.id,
        version_number: 1,
        title: plan.title,
        content: '{}',
        author_id: teacher.id,
        kind: 'publish',
        content_hash: Buffer.from('x'),
        created_at: now,
      })
      .execute();
    await tx
      .updateTable('plans')
      .set({ published_version_id: version_id, state: 'published', home: 'school' })
      .where('tenant_id', '=', tenant.id)
      .where('id', '=', plan.id)
      .execute();
    for (const [standard_id, emphasis] of standards)
      await tx
        .insertInto('plan_version_alignments')
        .values({ tenant_id: tenant.id, version_id, plan_id: plan.id, standard_id, emphasis })
        .execute();
  }
  await tx
    .insertInto('standard_alignments')
    .values({
      tenant_id: tenant.id,
      id: newId(),
      standard_id: a3.id,
      target_type: 'unit_plan',
      target_id: draft.id,
      created_at: now,
    })
    .execute();
  const placement = {
    ...row,
    school_id: school.id,
    academic_year_id: ids.year,
    created_by: teacher.id,
    updated_by: teacher.id,
  };
  const ratiosIn6 = newId();
  await tx
    .insertInto('unit_placements')
    .values([
      {
        ...placement,
        id: ratiosIn6,
        unit_plan_id: ratios.id,
        course_id: ids.maths6,
        starts_on: '2026-09-07',
        ends_on: '2026-09-18',
      },
      {
        ...placement,
        id: newId(),
        unit_plan_id: ratios.id,
        course_id: ids.maths7,
        starts_on: '2027-02-01',
        ends_on: '2027-02-12',
      },
      {
        ...placement,
        id: newId(),
        unit_plan_id: angles.id,
        course_id: ids.maths7,
        starts_on: '2026-10-05',
        ends_on: '2026-10-16',
      },
      {
        ...placement,
        id: newId(),
        unit_plan_id: draft.id,
        course_id: ids.maths6,
        starts_on: '2026-11-02',
        ends_on: '2026-11-13',
      },
    ])
    .execute();
  await tx
    .insertInto('lesson_sessions')
    .values({
      ...row,
      id: newId(),
      lesson_plan_id: lesson.id,
      section_id: ids.section,
      placement_id: ratiosIn6,
      meeting_on: '2026-09-09',
      state: 'taught',
      created_by: teacher.id,
      updated_by: teacher.id,
    })
    .execute();
});

const query = { framework_id: framework.id };
const report = (actor: typeof lead, more: object = {}) =>
  actor.call(getStandardsCoverage, { query: { ...query, ...more } });
type Row = Awaited<ReturnType<typeof report>>['rows'][number];
const figures = ({ standard, planned, taught, assessed, denominator, frequency }: Row) => [
  standard.code,
  planned,
  taught,
  assessed,
  denominator,
  frequency,
];

test('PLN-95 401, 403 for students, 404 for another school, and a teacher reads totals of the school but the own courses only by name', async () => {
  expect((await anonymous.send(getStandardsCoverage, { query })).status).toBe(401);
  expect((await student.send(getStandardsCoverage, { query })).status).toBe(403);
  expect(
    (await otherSchoolAdmin.send(getStandardsCoverage, { query: { ...query, school_id: school.id } })).status,
  ).toBe(404);
  expect(
    (await teacher.send(getStandardsCoverage, { query: { ...query, course_id: ids.maths7 } })).status,
  ).toBe(403);
  expect(
    (await teacher.send(getStandardsCoverage, { query: { ...query, teacher_id: colleague.id } })).status,
  ).toBe(403);
  const mine = await report(teacher);
  expect([mine.columns.map(({ label }) => label), mine.totals.planned]).toEqual([['Maths 6'], 2]);
  expect((await report(lead)).columns.map(({ label }) => label)).toEqual(['Maths 6', 'Maths 7']);
  expect((await report(lead, { teacher_id: teacher.id })).columns.map(({ label }) => label)).toContain(
    'Maths 6',
  );
});

test('PLN-94 PLN-96 PLN-99 PLN-187 the worked example: planned, taught and assessed, once for coverage and by unit for frequency', async () => {
  const whole = await report(lead);
  expect(whole.totals).toEqual({ planned: 2, taught: 2, assessed: 0, denominator: 4 });
  expect(whole.rows.map(figures)).toEqual([
    ['A', 2, 2, 0, 3, 2],
    ['B', 0, 0, 0, 1, 0],
  ]);
  expect(whole.rows[0]?.cells).toEqual(
    expect.arrayContaining([
      { column: ids.maths6, planned: 2, taught: 2, assessed: 0, frequency: 1 },
      { column: ids.maths7, planned: 2, taught: 0, assessed: 0, frequency: 2 },
    ]),
  );
  const branch = await report(lead, { branch: a.id });
  expect(branch.rows.map(figures)).toEqual([
    ['A.1', 1, 1, 0, 1, 2],
    ['A.2', 1, 1, 0, 1, 1],
    ['A.3', 0, 0, 0, 1, 0],
  ]);
  expect(
    (await report(lead, { branch: a.id, include_drafts: 'true' })).rows.map(({ planned }) => planned),
  ).toEqual([1, 1, 1]);
  expect((await report(lead, { grade_level: '8' })).totals.denominator).toBe(4);
  expect((await report(lead, { grade_level: '6' })).totals.denominator).toBe(3);
  expect((await report(lead, { branch: b.id, grade_level: '6' })).totals).toEqual({
    planned: 0,
    taught: 0,
    assessed: 0,
    denominator: 0,
  });
});

test('PLN-96 a percentage may be of the grades that are taught alone: of the school, of one course, and not once a grade is named', async () => {
  const all = await report(lead);
  expect(all.totals.denominator).toBe(4);
  // B.1 belongs to grade 8, which nobody teaches here; the others belong to every grade.
  const taught = await report(lead, { taught_grades: 'true' });
  expect(taught.totals).toMatchObject({ planned: 2, taught: 2, denominator: 3 });
  expect((await report(lead, { taught_grades: 'true', course_id: ids.maths6 })).totals.denominator).toBe(3);
  expect((await report(lead, { taught_grades: 'true', grade_level: '8' })).totals.denominator).toBe(4);
  const gaps = await lead.call(getCoverageGaps, { query: { ...query, taught_grades: true } });
  expect(gaps.not_planned.map(({ code }) => code)).toEqual(['A.3']);
});

test('PLN-99 PLN-95 columns by grade, term and week; a term or range narrows the period', async () => {
  const cells = async (more: object) => {
    const { columns, rows } = await report(lead, more);
    return rows[0]?.cells
      .map(({ column, planned, taught }) => [
        columns.find(({ key }) => key === column)?.label,
        planned,
        taught,
      ])
      .sort();
  };
  expect(await cells({ columns: 'grade' })).toEqual([
    ['6', 2, 2],
    ['7', 2, 0],
  ]);
  expect(await cells({ columns: 'term' })).toEqual([
    ['Autumn', 2, 2],
    ['Spring', 2, 0],
  ]);
  expect(await cells({ columns: 'week', from_on: '2026-09-07', to_on: '2026-09-20' })).toEqual([
    ['2026-09-07', 2, 2],
    ['2026-09-14', 2, 0],
  ]);
  expect((await report(lead, { term_id: ids.spring })).totals).toMatchObject({ planned: 2, taught: 0 });
});

test('PLN-99 PLN-101 a cell leads to exactly the plans and sessions behind it, with their dates; the report says when it was computed', async () => {
  const cell = await lead.call(getCoverageCell, {
    query: { ...query, standard_id: a1.id, column: ids.maths7 },
  });
  expect(cell.data.map(({ kind, title, starts_on }) => [kind, title, starts_on])).toEqual([
    ['unit', 'Angles', '2026-10-05'],
    ['unit', 'Ratios', '2027-02-01'],
  ]);
  const taught = await lead.call(getCoverageCell, {
    query: { ...query, standard_id: a2.id, column: ids.maths6 },
  });
  expect(taught.data.map(({ kind, starts_on, codes }) => [kind, starts_on, codes])).toEqual([
    ['unit', '2026-09-07', ['A.2']],
    ['session', '2026-09-09', ['A.2']],
  ]);
  // A lesson is found below its unit: as a plan and as what was taught.
  expect(taught.data.map(({ plan_id, unit_plan_id }) => [plan_id, unit_plan_id])).toEqual([
    [lesson.id, ratios.id],
    [lesson.id, ratios.id],
  ]);
  expect(cell.data.map(({ unit_plan_id }) => unit_plan_id)).toEqual([null, null]);
  const hidden = await teacher.call(getCoverageCell, {
    query: { ...query, standard_id: a1.id, column: ids.maths7 },
  });
  expect([hidden.data, hidden.hidden_count]).toEqual([[], 2]);
  expect(
    Math.abs(platform.clock.now().getTime() - Date.parse((await report(lead)).computed_at)),
  ).toBeLessThan(60_000);
});

test('PLN-97 PLN-98 PLN-103 gaps in three lists, what is used too often, and a sequence that is out of order', async () => {
  const gaps = await lead.call(getCoverageGaps, { query });
  const codes = (list: { code: string }[]) => list.map(({ code }) => code);
  expect([codes(gaps.not_planned), codes(gaps.planned_not_taught), codes(gaps.taught_not_assessed)]).toEqual([
    ['A.3', 'B.1'],
    [],
    ['A.1', 'A.2'],
  ]);
  const spring = await lead.call(getCoverageGaps, { query: { ...query, term_id: ids.spring } });
  expect(codes(spring.planned_not_taught)).toEqual(['A.1', 'A.2']);
  const often = await lead.call(getOverTaught, { query: { ...query, more_than: 1 } });
  expect(
    often.data.map(({ standard, units_count, units }) => [
      standard.code,
      units_count,
      units.map(({ title }) => title).sort(),
    ]),
  ).toEqual([['A.1', 2, ['Angles', 'Ratios']]]);
  expect((await lead.call(getOverTaught, { query })).data).toEqual([]);
  const { data, grade_levels } = await lead.call(getEmphasisProgression, { query });
  expect([grade_levels, data.map(({ standard, flags }) => [standard.code, flags])]).toEqual([
    ['6', '7'],
    [
      ['A.1', []],
      ['A.2', ['never_introduced']],
    ],
  ]);
});

test('PLN-102 the table says filters, instant and caller, and its cells cannot run as formulas', async () => {
  const { body, headers } = await lead.send(getCoverageTable, { query: { ...query, branch: a.id } });
  expect(headers.get('content-disposition')).toMatch(/^attachment/);
  expect(body).toContain(`computed at,${platform.clock.now().toISOString().slice(0, 10)}T`);
  expect(body).toContain('by,');
  expect(body).toContain(`branch=${a.id}`);
  expect(body).toContain("A.1,'=Statement A.1,1,1,100%,1,100%,0,2,1/1,1/0");
  expect(body).not.toMatch(/(^|,)[=+@]/m);
});

test('PLN-90 PLN-86 parents and exact matches count only when the report is told to', async () => {
  const other = await districtAdmin.call(createFramework, { body: { title: 'Other' } });
  const parent = await districtAdmin.call(createStandard, {
    body: { framework_id: other.id, code: 'O', statement: 'Parent' },
  });
  const child = await districtAdmin.call(createStandard, {
    body: { framework_id: other.id, code: 'O.1', statement: 'Child', parent_id: parent.id },
  });
  await build(platform, async (tx) => {
    const version = await tx
      .selectFrom('plans')
      .select('published_version_id')
      .where('id', '=', angles.id)
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('plan_version_alignments')
      .values({
        tenant_id: tenant.id,
        version_id: version.published_version_id ?? '',
        plan_id: angles.id,
        standard_id: parent.id,
      })
      .execute();
    await tx
      .insertInto('standard_associations')
      .values({
        tenant_id: tenant.id,
        id: newId(),
        framework_id: other.id,
        identifier: newId(),
        type: 'exact_match_of',
        origin_identifier: child.identifier,
        destination_identifier: a2.identifier,
      })
      .execute();
  });
  const planned = async (more: object) =>
    (await report(lead, { framework_id: other.id, branch: child.id, ...more })).rows.map(
      (row) => row.planned,
    );
  expect(await planned({})).toEqual([0]);
  expect(await planned({ include_children: 'true' })).toEqual([1]);
  expect(await planned({ include_equivalents: 'true' })).toEqual([1]);
});

test('PLN-100 two courses, years or schools stand side by side with what differs alone', async () => {
  const compare = (actor: typeof lead, more: object) =>
    actor.send(compareCoverage, { query: { ...query, ...more } as never });
  const courses = { course_id: ids.maths6, with_course_id: ids.maths7 };
  expect((await anonymous.send(compareCoverage, { query: courses as never })).status).toBe(401);
  expect((await student.send(compareCoverage, { query: courses as never })).status).toBe(403);
  // A teacher compares with own courses only; the school's totals are shared.
  expect((await compare(teacher, courses)).status).toBe(403);
  expect((await compare(otherSchoolAdmin, courses)).status).toBe(404);
  expect((await compare(otherTenantTeacher, courses)).status).toBe(404);
  expect((await compare(lead, { course_id: ids.maths6 })).status).toBe(422);
  expect((await compare(lead, { with_course_id: ids.maths7 })).status).toBe(422);
  expect((await compare(lead, { ...courses, with_school_id: school.id })).status).toBe(422);

  const found = await lead.call(compareCoverage, { query: { ...query, ...courses } });
  expect([found.left.name, found.right.name]).toEqual(['Maths 6, 2026', 'Maths 7, 2026']);
  expect([found.left.totals, found.right.totals]).toEqual([
    { planned: 2, taught: 2, assessed: 0, denominator: 4 },
    { planned: 2, taught: 0, assessed: 0, denominator: 4 },
  ]);
  const sides = found.data.map(({ standard, left, right }) => [standard.code, left, right]);
  const covered = (taught: boolean, units_count: number) => ({
    ...{ planned: true, taught, assessed: false },
    units_count,
  });
  expect(sides).toEqual([
    ['A.1', covered(true, 1), covered(false, 2)],
    ['A.2', covered(true, 1), covered(false, 1)],
  ]);
  expect([found.same_count, found.differences_count]).toEqual([2, 2]);

  const emptyYear = newId();
  await build(platform, (tx) =>
    tx
      .insertInto('academic_years')
      .values({
        ...{ tenant_id: tenant.id, id: emptyYear, name: '2025', state: 'closed' },
        ...{ starts_on: '2025-08-01', ends_on: '2026-06-30' },
      })
      .execute(),
  );
  const years = { academic_year_id: ids.year, with_academic_year_id: emptyYear };
  const between = await lead.call(compareCoverage, { query: { ...query, ...years } });
  expect([between.left.name, between.right.name, between.right.from_on]).toEqual([
    '2026',
    '2025',
    '2025-08-01',
  ]);
  expect(between.data.map(({ standard, right }) => [standard.code, right.planned])).toEqual([
    ['A.1', false],
    ['A.2', false],
  ]);
  const schools = await districtAdmin.call(compareCoverage, {
    query: { ...query, school_id: school.id, with_school_id: world.otherSchool.id },
  });
  expect([schools.left.totals.planned, schools.right.totals.planned]).toEqual([2, 0]);
});
