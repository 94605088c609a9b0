import { createPlacement } from '@k12/contracts/planning/placements';
import { createPlanSetExport } from '@k12/contracts/planning/plan-packages';
import { createUnitLesson, createUnitPlan } from '@k12/contracts/planning/plans';
import { expect, test } from 'vitest';
import { purgeMadeFiles } from '../../../platform/files/made-files.ts';
import { contextOf } from '../../../test/a-platform.ts';
import { aTaughtYear } from '../../../test/a-taught-year.ts';
import { exportedSet, partsOf } from '../../../test/packages.ts';
import { build } from '../../../test/people.ts';
import { objectives, writeDraft } from '../../../test/plan-drafts.ts';

const world = await aTaughtYear();
const { teacher, otherTenantTeacher, ids } = world;

async function aUnit(title: string, lessons: string[]) {
  const unit = await teacher.call(createUnitPlan, { body: { title, home: 'school', subjects: ['Biology'] } });
  for (const name of lessons) {
    const lesson = await teacher.call(createUnitLesson, { params: { id: unit.id }, body: { title: name } });
    await writeDraft(world, lesson.id, { objectives: objectives(`1${name} is understood`) });
  }
  return unit;
}

const cells = await aUnit('Cells', ['Walls', 'Organelles', 'Division']);
const genes = await aUnit('Genes', ['Peas']);
for (const [unit, starts_on, ends_on] of [
  [genes, '2026-10-05', '2026-10-16'],
  [cells, '2026-09-07', '2026-09-18'],
] as const)
  await teacher.call(createPlacement, {
    body: { unit_plan_id: unit.id, course_id: ids.course, starts_on, ends_on },
  } as never);

const pagesOf = (pdf: Buffer) =>
  Number(/\/Type\s*\/Pages[\s\S]{0,200}?\/Count\s+(\d+)/.exec(pdf.toString('latin1'))?.[1]);

test('UXP-98 UXP-100 all lessons of a unit come as one archive of PDFs, with progress', async () => {
  const { made, file } = await exportedSet(teacher, {
    format: 'pdf_files',
    set: { of: 'plans', plan_ids: [cells.id] },
  });
  expect(made).toMatchObject({
    state: 'ready',
    title: 'Cells',
    plans_count: 4,
    done_count: 4,
    total_count: 4,
  });
  const parts = await partsOf(file);
  expect([...parts.keys()]).toEqual(['1 Cells.pdf', '2 Walls.pdf', '3 Organelles.pdf', '4 Division.pdf']);
  for (const pdf of parts.values()) {
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.toString('latin1')).toContain('pdfuaid:part');
  }
});

test('UXP-98 UXP-100 all units of a course come as one tagged document, in the order of the year, on Letter', async () => {
  const { made, file } = await exportedSet(teacher, {
    format: 'pdf',
    set: { of: 'course', course_id: ids.course },
    options: { paper: 'us-letter', locale: 'fr' },
  });
  expect(made).toMatchObject({ state: 'ready', title: 'Biology', plans_count: 6 });
  expect(file.toString('latin1')).toContain('pdfuaid:part');
  expect(file.toString('latin1')).toMatch(/MediaBox\s*\[0 0 612 792\]/);
  // The contents stand above the first plan; each of the others begins a sheet of its own.
  expect(pagesOf(file)).toBeGreaterThanOrEqual(6);
});

test('PLN-172 a course or plans of another tenant are not there; an empty set is a fault', async () => {
  const ask = (set: Parameters<typeof createPlanSetExport.body.parse>[0]) =>
    otherTenantTeacher.send(createPlanSetExport, { body: { format: 'pdf', set } as never });
  expect((await ask({ of: 'course', course_id: ids.course })).status).toBe(404);
  expect((await ask({ of: 'plans', plan_ids: [cells.id] })).status).toBe(404);
  expect((await ask({ of: 'department' })).status).toBe(422);
});

test('PLN-169 the file of a set is gone after a week', async () => {
  const { made } = await exportedSet(teacher, { format: 'pdf', set: { of: 'plans', plan_ids: [genes.id] } });
  world.clock.advance({ days: 8 });
  await purgeMadeFiles(contextOf(world.platform, world.tenant), 'plan_set_exports');
  const row = await build(world.platform, (tx) =>
    tx
      .selectFrom('plan_set_exports')
      .select(['state', 'storage_key'])
      .where('tenant_id', '=', world.tenant.id)
      .where('id', '=', made.id)
      .executeTakeFirstOrThrow(),
  );
  expect(row).toEqual({ state: 'expired', storage_key: null });
});
