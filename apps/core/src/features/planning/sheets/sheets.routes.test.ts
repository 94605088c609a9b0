import { createPlannerEvent } from '@k12/contracts/planning/calendar';
import { createPlacement } from '@k12/contracts/planning/placements';
import { createUnitPlan } from '@k12/contracts/planning/plans';
import { getSheet, getSheetFile, type SheetKind, sheetKinds } from '@k12/contracts/planning/sheets';
import { createModule } from '@k12/contracts/teaching/modules';
import { createRubric } from '@k12/contracts/teaching/rubrics';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { aGradebook } from '../../../test/a-gradebook.ts';

const world = await aGradebook(3);
const { course_id, teacher, coTeacher, student, anonymous, otherTenantTeacher, pupils } = world;
const [first, second] = pupils;

const work = await world.anAssignment({ title: 'Photosynthesis laboratory report', points: '20' });
const late = await world.anAssignment({ title: 'Late work', due_at: '2026-09-01T08:00:00.000Z' });
await world.changeWork(work, first?.id ?? '', {
  grade_state: 'graded',
  entered_score: '17',
  effective_score: '17',
});
await world.changeWork(work, second?.id ?? '', { grade_state: 'excused' });
await world.changeWork(late, first?.id ?? '', { status_override: 'missing' });
await world.changeWork(late, second?.id ?? '', { status_override: 'late' });

const rubric = await teacher.call(createRubric, {
  body: {
    title: 'Laboratory report',
    has_points: true,
    criteria: [
      {
        title: 'Evidence',
        description: 'What was measured',
        ratings: [
          { label: 'Strong', description: 'Three measurements', points: '4' },
          { label: 'Weak', points: '1' },
        ],
      },
    ],
  },
});
const made = await teacher.call(createModule, { params: { id: course_id }, body: { title: 'Week one' } });

const idOf: Record<SheetKind, string | undefined> = {
  ...{ gradebook: course_id, roster: course_id, seating: course_id, rubric: rubric.id, assignment: work },
  ...{ module: made.id, map: course_id, week: undefined, calendar: undefined, coverage: course_id },
};
const query = (of: SheetKind, more: object = {}) => {
  const id = idOf[of];
  return { of, ...(id ? { id } : {}), ...more };
};

test('UXP-98 signed out 401, students 403 or 404, another tenant 404, without a course 422', async () => {
  expect((await anonymous.send(getSheet, { query: query('gradebook') })).status).toBe(401);
  for (const kind of ['gradebook', 'rubric', 'map', 'coverage', 'module', 'assignment'] as const)
    expect([403, 404], kind).toContain((await student.send(getSheet, { query: query(kind) })).status);
  for (const kind of ['gradebook', 'roster', 'seating', 'rubric', 'assignment', 'module'] as const) {
    const { status } = await otherTenantTeacher.send(getSheet, { query: query(kind) });
    expect([kind, status]).toEqual([kind, 404]);
    expect((await teacher.send(getSheet, { query: { of: kind, id: newId() } })).status).toBe(404);
    expect((await teacher.send(getSheet, { query: { of: kind } })).status).toBe(422);
  }
});

test('UXP-98 UXP-99 every kind of sheet prints as a page and as a tagged PDF on A4 and Letter', async () => {
  const unit = await teacher.call(createUnitPlan, { body: { title: 'Cells', home: 'school' } });
  await teacher.send(createPlacement, {
    body: { unit_plan_id: unit.id, course_id, starts_on: '2026-09-07', ends_on: '2026-09-18' },
  } as never);
  for (const kind of sheetKinds) {
    const sheet = await teacher.call(getSheet, { query: query(kind) as never });
    expect(sheet.title.length, kind).toBeGreaterThan(0);
    expect(sheet.footer, kind).toContain(teacher.person?.family_name ?? '?');
    // Ten files a minute are what one person may ask for (PLN-182).
    world.clock.advance({ minutes: 2 });
    for (const paper of ['a4', 'us-letter'] as const) {
      const reply = await teacher.send(getSheetFile, { query: query(kind, { paper }) as never });
      expect([kind, reply.status]).toEqual([kind, 200]);
      const pdf = String(reply.body);
      expect(pdf.slice(0, 5), kind).toBe('%PDF-');
      expect(pdf, kind).toContain('pdfuaid:part');
      const [width = 0, height = 0] = (/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [])
        .slice(1)
        .map(Number);
      expect(Math.round(Math.min(width, height)), kind).toBe(paper === 'a4' ? 595 : 612);
      expect(width > height, kind).toBe(sheet.landscape);
    }
  }
});

test('UXP-98 PLN-166 what runs through a week is said once, in a month once a week; days and hours are the own ones', async () => {
  const unit = await teacher.call(createUnitPlan, { body: { title: 'Plate tectonics', home: 'school' } });
  await teacher.call(createPlacement, {
    body: { unit_plan_id: unit.id, course_id, starts_on: '2026-10-05', ends_on: '2026-10-16' },
  });
  const times = { starts_at: '2026-10-07T00:30:00Z', ends_at: '2026-10-07T02:00:00Z' };
  await teacher.call(createPlannerEvent, { body: { title: 'Choir', ...times } });
  const from = '2026-10-05';
  const week = await teacher.call(getSheet, { query: query('week', { from, to: '2026-10-11' }) as never });
  const month = await teacher.call(getSheet, { query: query('calendar', { from }) as never });
  const said = (sheet: typeof week, words: string) => JSON.stringify(sheet.blocks).split(words).length - 1;
  expect([said(week, 'Plate tectonics'), said(month, 'Plate tectonics')]).toEqual([1, 2]);
  const text = JSON.stringify(week.blocks);
  const [choir, tuesday, wednesday] = ['Choir', 'Tuesday', 'Wednesday'].map((word) => text.indexOf(word));
  expect(tuesday).toBeLessThan(choir ?? 0);
  expect(choir).toBeLessThan(wednesday ?? 0);
});

test('UXP-99 the gradebook lies across with slanted heads, M, L and EX, and says what they mean', async () => {
  const sheet = await teacher.call(getSheet, { query: query('gradebook') });
  expect(sheet).toMatchObject({ landscape: true, school_name: expect.any(String) });
  const text = JSON.stringify(sheet.blocks);
  expect(text).toContain('"slanted":true');
  const cells = (name: string) => {
    const table = sheet.blocks.find(({ kind }) => kind === 'table') as unknown as {
      rows: { blocks: { runs: { text: string }[] }[] }[][];
    };
    const rows = table.rows.map((row) => row.map(({ blocks }) => blocks[0]?.runs[0]?.text ?? ''));
    return rows.find(([who = '']) => who.includes(name));
  };
  const named = (person: typeof first) => cells(person?.person?.family_name ?? '?') ?? [];
  expect(named(first).slice(1, 3)).toEqual(['17', 'M']);
  expect(named(second).slice(1, 3)).toEqual(['EX', 'L']);
  for (const meaning of ['M missing', 'L late', 'EX excused']) expect(text).toContain(meaning);
});

test('UXP-99 numbers of students stand on a sheet only where somebody asks for them', async () => {
  const without = await teacher.call(getSheet, { query: query('roster') });
  expect(JSON.stringify(without.blocks)).not.toContain('Number');
  const asked = await teacher.call(getSheet, { query: query('roster', { numbers: 'true' }) as never });
  expect(JSON.stringify(asked.blocks)).toContain('Number');
});

test('UXP-97 the words of a sheet are the reader’s, whatever the records are written in', async () => {
  const expected = { es: 'Libro de calificaciones', fr: 'Carnet de notes', ar: 'دفتر الدرجات' };
  for (const [locale, title] of Object.entries(expected)) {
    const sheet = await coTeacher.call(getSheet, { query: query('gradebook', { locale }) as never });
    expect(sheet).toMatchObject({
      subtitle: title,
      language: locale,
      direction: locale === 'ar' ? 'rtl' : 'ltr',
    });
  }
});
