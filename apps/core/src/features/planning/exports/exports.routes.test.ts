import {
  createPlanExport,
  type ExportFormat,
  getPlanExport,
  getPlanExportFile,
  getPrintedPicture,
  getPrintedPlan,
} from '@k12/contracts/planning/exports';
import {
  createUnitLesson,
  createUnitPlan,
  deleteUnitPlan,
  updateUnitPlan,
} from '@k12/contracts/planning/plans';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { purgeMadeFiles } from '../../../platform/files/made-files.ts';
import { contextOf } from '../../../test/a-platform.ts';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build } from '../../../test/people.ts';
import { objectives, richText, writeDraft } from '../../../test/plan-drafts.ts';
import { upload } from '../../../test/resources.ts';
import { renderExport } from './render-export.service.ts';

const world = await aSchool();
const { anonymous, teacher, student, guardian, otherTenantTeacher, school } = world;
const colleague = await actorOf(world.server, world.tenant, { role: 'teacher', school_ids: [school.id] });
const context = contextOf(world.platform, world.tenant);

async function aUnit(title = 'Ratios in the kitchen') {
  const unit = await teacher.call(createUnitPlan, {
    body: { title, home: 'school', subjects: ['Mathematics'] },
  });
  await writeDraft(world, unit.id, {
    overview: richText('Two recipes are compared.'),
    objectives: objectives('1Write ratios'),
  });
  const lesson = await teacher.call(createUnitLesson, {
    params: { id: unit.id },
    body: { title: 'Lemonade', duration_minutes: 45 },
  });
  await writeDraft(world, lesson.id, { objectives: objectives('1Mix two glasses') });
  return unit;
}

async function exported(plan_id: string, format: ExportFormat, options = {}, actor = colleague) {
  const asked = await actor.call(createPlanExport, { body: { plan_id, format, options } });
  await renderExport(context, asked.id);
  return actor.call(getPlanExport, { params: { id: asked.id } });
}

test('PLN-169 signed out 401, without planning rights 403, another tenant’s or unreadable plan 404, faults 422', async () => {
  const unit = await aUnit();
  const body = { plan_id: unit.id, format: 'pdf' as const };
  expect((await anonymous.send(createPlanExport, { body })).status).toBe(401);
  for (const actor of [student, guardian])
    expect((await actor.send(createPlanExport, { body })).status).toBe(403);
  expect((await otherTenantTeacher.send(createPlanExport, { body })).status).toBe(404);
  expect((await teacher.send(createPlanExport, { body: { ...body, plan_id: newId() } })).status).toBe(404);
  expect((await teacher.send(createPlanExport, { body: { ...body, options: { version: 7 } } })).status).toBe(
    404,
  );
  const wrong = { plan_id: 'x', format: 'exe', options: { font_percent: 400 } } as never;
  const reply = await teacher.send(createPlanExport, { body: wrong });
  expect(reply.status).toBe(422);
});

test('PLN-166 PLN-171 a unit with its lessons comes out in every format', async () => {
  const unit = await aUnit();
  const starts: Record<ExportFormat, string> = { pdf: '%PDF-', docx: 'PK', markdown: '# Ratios', json: '{' };
  for (const [format, start] of Object.entries(starts) as [ExportFormat, string][]) {
    const made = await exported(unit.id, format);
    expect(made).toMatchObject({ state: 'ready', reason: null });
    const file = await colleague.send(getPlanExportFile, { params: { id: made.id } });
    expect(file.status).toBe(200);
    expect(
      String(typeof file.body === 'string' ? file.body : JSON.stringify(file.body)).slice(0, start.length),
    ).toBe(start);
    expect(file.headers.get('content-disposition')).toContain('attachment');
  }
});

test('PLN-171 the open package holds content, lessons and the schema they were written under', async () => {
  const unit = await aUnit();
  const made = await exported(unit.id, 'json');
  const file = await colleague.send(getPlanExportFile, { params: { id: made.id } });
  expect(file.body).toMatchObject({
    format: 'homeroom.plan',
    plan: {
      title: 'Ratios in the kitchen',
      content: { objectives: [{ text: 'Write ratios' }] },
      lessons: [
        { title: 'Lemonade', duration_minutes: 45, content: { objectives: [{ text: 'Mix two glasses' }] } },
      ],
      schema: { key: 'unit' },
    },
  });
});

test('PLN-169 the same again within a day is the same file; changed meanwhile, or asked by another, it is a new one', async () => {
  const unit = await aUnit();
  const first = await exported(unit.id, 'markdown');
  expect((await exported(unit.id, 'markdown')).id).toBe(first.id);
  expect((await exported(unit.id, 'markdown', { lessons: false })).id).not.toBe(first.id);
  expect((await exported(unit.id, 'markdown', {}, teacher)).id).not.toBe(first.id);
  await writeDraft(world, unit.id, { objectives: objectives('1Other words') });
  expect((await exported(unit.id, 'markdown')).id).not.toBe(first.id);
});

test('PLN-142 PLN-169 nobody else opens the file, and revoked access ends it at once', async () => {
  const unit = await aUnit();
  const made = await exported(unit.id, 'markdown');
  const params = { id: made.id };
  expect((await teacher.send(getPlanExportFile, { params })).status).toBe(404);
  expect((await otherTenantTeacher.send(getPlanExportFile, { params })).status).toBe(404);
  await teacher.call(updateUnitPlan, {
    params: { id: unit.id },
    body: { home: 'personal', lock_version: unit.lock_version },
  });
  expect((await colleague.send(getPlanExportFile, { params })).status).toBe(404);
  expect((await colleague.send(getPlanExport, { params })).status).toBe(404);
});

test('PLN-169 a plan gone before its turn fails with a reason, and asking again tries again', async () => {
  const unit = await aUnit();
  const asked = await teacher.call(createPlanExport, { body: { plan_id: unit.id, format: 'pdf' } });
  expect(asked.state).toBe('waiting');
  expect((await teacher.send(getPlanExportFile, { params: { id: asked.id } })).status).toBe(409);
  await teacher.call(deleteUnitPlan, { params: { id: unit.id }, query: {} });
  await renderExport(context, asked.id);
  expect((await teacher.send(getPlanExport, { params: { id: asked.id } })).status).toBe(404);
});

test('PLN-170 the print view has sections, standards and lessons in the reader’s language', async () => {
  const unit = await world.lead.call(createUnitPlan, { body: { title: 'Energy', home: 'school' } });
  await writeDraft(world, unit.id, { objectives: objectives('1Describe energy') });
  const printed = await world.lead.call(getPrintedPlan, { params: { id: unit.id }, query: { locale: 'fr' } });
  expect(printed.title).toBe('Energy');
  expect(printed.footer).toMatch(/^Brouillon.* · imprimé le \d+ \p{L}+ \d{4}$/u);
  expect(JSON.stringify(printed.blocks)).toContain('Describe energy');
  expect((await student.send(getPrintedPlan, { params: { id: unit.id }, query: {} })).status).toBe(403);
});

test('PLN-182 more than ten exports in a minute are refused, and saving goes on', async () => {
  const eager = await actorOf(world.server, world.tenant, { role: 'teacher', school_ids: [school.id] });
  const unit = await eager.call(createUnitPlan, { body: { title: 'Many copies' } });
  const ask = (font_percent: number) =>
    eager.send(createPlanExport, { body: { plan_id: unit.id, format: 'pdf', options: { font_percent } } });
  for (let at = 0; at < 10; at++) expect((await ask(100 + at)).status).toBe(202);
  const refused = await ask(140);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  const body = { title: 'Still saved', lock_version: unit.lock_version };
  expect((await eager.send(updateUnitPlan, { params: { id: unit.id }, body })).status).toBe(200);
});

/** A red field of 40 by 30 points. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAACgAAAAeAQMAAABkE86eAAAABGdBTUEAALGPC/xhBQAAACBjSFJNAAB6JgAAgIQAAPoAAACA6AAAdTAAAOpgAAA6mAAAF3CculE8AAAABlBMVEX/AAD///9BHTQRAAAAAWJLR0QB/wIt3gAAAAd0SU1FB+oLFRYpAUD2dEcAAAAMSURBVAjXY2AYegAAALQAAV5xkL8AAAAldEVYdGRhdGU6Y3JlYXRlADIwMjYtMTEtMjFUMjI6NDE6MDErMDA6MDDO4uTUAAAAJXRFWHRkYXRlOm1vZGlmeQAyMDI2LTExLTIxVDIyOjQxOjAxKzAwOjAwv79caAAAAABJRU5ErkJggg==',
  'base64',
);

test('UXP-98 PLN-172 pictures inside texts are in the PDF and in the print view, for whoever may read the plan', async () => {
  // Ten a minute are enough for one person (PLN-182).
  world.clock.advance({ minutes: 2 });
  const unit = await aUnit('With a picture');
  const file_id = await upload(teacher, picture, 'red.png', 'image/png');
  const overview = richText('Look:');
  overview.content.push({
    type: 'image',
    attrs: { src: `/api/v1/files/${file_id}/content`, alt: 'A red field', title: null },
  } as never);
  await writeDraft(world, unit.id, { overview });
  const made = await exported(unit.id, 'pdf');
  const file = await colleague.send(getPlanExportFile, { params: { id: made.id } });
  const pdf = String(file.body);
  expect(pdf).toMatch(/\/Subtype\s*\/Image/);
  expect(pdf).toContain('pdfuaid:part');
  const params = { id: unit.id, file_id };
  const shown = await colleague.send(getPrintedPicture, { params });
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png']);
  // Only what the plan names, and only for its readers; who has just uploaded it sees it before it is saved.
  const other = await upload(teacher, picture, 'other.png', 'image/png');
  const unnamed = { id: unit.id, file_id: other };
  expect((await colleague.send(getPrintedPicture, { params: unnamed })).status).toBe(404);
  expect((await teacher.send(getPrintedPicture, { params: unnamed })).status).toBe(200);
  expect((await otherTenantTeacher.send(getPrintedPicture, { params })).status).toBe(404);
  expect((await student.send(getPrintedPicture, { params })).status).toBe(403);
  // A plan of one's own is for nobody else, and neither are its pictures.
  const own = await teacher.call(createUnitPlan, { body: { title: 'For me alone', home: 'personal' } });
  await writeDraft(world, own.id, { overview });
  const ofOwn = { id: own.id, file_id };
  expect((await teacher.send(getPrintedPicture, { params: ofOwn })).status).toBe(200);
  expect((await colleague.send(getPrintedPicture, { params: ofOwn })).status).toBe(404);
});

test('PLN-63 UXP-97 exports call lessons as the pack of the plan does, in the reader’s language', async () => {
  const unit = await teacher.call(createUnitPlan, {
    body: { title: 'How we live', home: 'school', pack_key: 'primary_inquiry', pack_version: 1 },
  });
  await teacher.call(createUnitLesson, { params: { id: unit.id }, body: { title: 'Tuning in' } });
  const headings = { en: 'Learning experience 1: Tuning in', fr: 'Expérience d’apprentissage 1: Tuning in' };
  for (const [locale, title] of Object.entries(headings)) {
    const printed = await colleague.call(getPrintedPlan, {
      params: { id: unit.id },
      query: { locale },
    } as never);
    expect(JSON.stringify(printed.blocks)).toContain(title);
  }
  const made = await exported(unit.id, 'markdown', { locale: 'fr' });
  const file = await colleague.send(getPlanExportFile, { params: { id: made.id } });
  expect(String(file.body)).toContain('Expérience d’apprentissage 1');
});

test('PLN-179 a plan in Arabic stays marked as Arabic and right to left for a reader of English', async () => {
  const unit = await teacher.call(createUnitPlan, {
    body: { title: 'الماء', home: 'school', language: 'ar' },
  });
  const printed = await colleague.call(getPrintedPlan, { params: { id: unit.id }, query: { locale: 'en' } });
  expect(printed).toMatchObject({ language: 'ar', direction: 'rtl' });
  expect(printed.footer).toContain('Draft');
  const made = await exported(unit.id, 'pdf');
  const file = await colleague.send(getPlanExportFile, { params: { id: made.id } });
  expect(String(file.body)).toMatch(/\/Lang\s*\(ar/);
});

test('PLN-169 a file is over from the minute its week ends, before the night that removes it', async () => {
  const unit = await aUnit();
  const made = await exported(unit.id, 'markdown', {}, teacher);
  const request = { params: { id: made.id } };
  expect((await teacher.send(getPlanExportFile, request)).status).toBe(200);
  await build(world.platform, (tx) =>
    tx
      .updateTable('plan_exports')
      .set({ expires_at: new Date(world.clock.now().getTime() - 1_000).toISOString() })
      .where('id', '=', made.id)
      .execute(),
  );
  const over = await teacher.send(getPlanExportFile, request);
  expect([over.status, over.body.code]).toEqual([410, 'gone']);
});

test('PLN-169 files are gone after a week', async () => {
  const unit = await aUnit();
  const made = await exported(unit.id, 'markdown', {}, teacher);
  const row = () =>
    build(world.platform, (tx) =>
      tx
        .selectFrom('plan_exports')
        .select(['state', 'storage_key'])
        .where('tenant_id', '=', world.tenant.id)
        .where('id', '=', made.id)
        .executeTakeFirstOrThrow(),
    );
  const { storage_key } = await row();
  world.clock.advance({ days: 8 });
  await purgeMadeFiles(context, 'plan_exports');
  expect(await row()).toEqual({ state: 'expired', storage_key: null });
  await expect(world.platform.files.open(storage_key ?? '')).rejects.toThrow();
});
