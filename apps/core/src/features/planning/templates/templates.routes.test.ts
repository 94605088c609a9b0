import { getUnitDraft } from '@k12/contracts/planning/drafts';
import {
  createUnitLesson,
  createUnitPlan,
  getUnitPlan,
  listUnitLessons,
} from '@k12/contracts/planning/plans';
import {
  createTemplate,
  createUnitFromTemplate,
  getTemplate,
  getTemplateFindings,
  getTemplateUpdate,
  listTemplates,
  saveAsTemplate,
  takeTemplateUpdate,
  updateTemplate,
} from '@k12/contracts/planning/templates';
import { cutTemplateVersion } from '@k12/contracts/planning/versions';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build, buildPerson, nextNumber } from '../../../test/people.ts';
import { richText, writeDraft } from '../../../test/plan-drafts.ts';
import { publishVersion } from '../../../test/publish-plan.ts';
import type { TestActor } from '../../../test/test-server.ts';

const world = await aSchool();
const { anonymous, student, teacher, lead, districtAdmin, otherTenantTeacher, school } = world;

const ids = { first: newId(), second: newId(), third: newId() };

async function cutAndPublish(actor: TestActor, id: string): Promise<string> {
  const { version } = await actor.call(cutTemplateVersion, { params: { id }, body: {} });
  await publishVersion(world, id, version.id);
  return version.id;
}

async function aTemplate(content: object = {}, actor: TestActor = lead, fields: object = {}) {
  const template = await actor.call(createTemplate, {
    body: { title: `Template ${nextNumber()}`, level: 'school', ...fields },
  });
  await writeDraft(world, template.id, content);
  return { id: template.id, version_id: await cutAndPublish(actor, template.id) };
}

async function contentOf(actor: TestActor, id: string): Promise<Record<string, unknown>> {
  return (await actor.call(getUnitDraft, { params: { id } })).content;
}

describe('who may', () => {
  test('PLN-173 signed out 401, students 403, another tenant 404', async () => {
    const { id } = await aTemplate();
    expect((await anonymous.send(getTemplate, { params: { id } })).status).toBe(401);
    expect((await student.send(listTemplates, { query: {} })).status).toBe(403);
    expect((await otherTenantTeacher.send(getTemplate, { params: { id } })).status).toBe(404);
    const made = await otherTenantTeacher.send(createUnitFromTemplate, { params: { id }, body: {} });
    expect(made.status).toBe(404);
  });

  test('PLN-65 a teacher makes templates of the own, not of the school or the district', async () => {
    for (const level of ['school', 'district'] as const) {
      const reply = await teacher.send(createTemplate, { body: { title: 'Ours', level } });
      expect([reply.status, reply.body.context.capability]).toEqual([403, 'templates.create']);
    }
    const own = await teacher.call(createTemplate, { body: { title: 'Mine' } });
    expect([own.level, own.can.update, own.offered]).toEqual(['personal', true, false]);
    const { id } = await aTemplate();
    const body = { title: 'Other words', lock_version: 0 };
    expect((await teacher.send(updateTemplate, { params: { id }, body })).status).toBe(403);
  });
});

describe('making a unit from a template', () => {
  test('PLN-66 words and lessons come along, the blanks are filled, and the unit is independent', async () => {
    const { id, version_id } = await aTemplate({
      overview: richText('{{course}} with {{teacher}}, {{ year }}, {{term}}'),
      objectives: [{ id: ids.first, text: 'Compare ratios' }],
    });
    const template = await lead.call(getTemplate, { params: { id } });
    expect(template.offered).toBe(true);
    const unit = await teacher.call(createUnitFromTemplate, {
      params: { id },
      body: { title: 'Ratios of {{teacher}}' },
    });
    const name = teacher.person ? `${teacher.person.given_name} ${teacher.person.family_name}` : '';
    expect(unit).toMatchObject({
      title: `Ratios of ${name}`,
      template_version_id: version_id,
      owner: { id: teacher.id },
      state: 'draft',
      home: 'personal',
    });
    const content = await contentOf(teacher, unit.id);
    expect(JSON.stringify(content.overview)).toContain(`with ${name}`);
    expect(JSON.stringify(content.overview)).toContain('{{course}}');
    await writeDraft(world, id, { objectives: [{ id: ids.first, text: 'Something else' }] });
    expect((await contentOf(teacher, unit.id)).objectives).toEqual([
      { id: ids.first, text: 'Compare ratios' },
    ]);
    expect((await lead.call(getTemplate, { params: { id } })).uses_count).toBe(1);
  });

  test('PLN-66 for a course the unit takes its subject and grades from there, not from the template', async () => {
    const { id } = await aTemplate({}, lead, { subjects: ['Mathematics'], grade_levels: ['6', '7', '8'] });
    const ofYear = {
      id: newId(),
      name: `Year ${nextNumber()}`,
      starts_on: '2031-09-01',
      ends_on: '2032-06-15',
    };
    const course = { id: newId(), name: 'Biology', subject: 'Science', grade_levels: ['9'] };
    const at = new Date().toISOString();
    await build(world.platform, async (tx) => {
      const tenant_id = world.tenant.id;
      await tx
        .insertInto('academic_years')
        .values({ tenant_id, ...ofYear, state: 'planned' })
        .execute();
      await tx
        .insertInto('courses')
        .values({
          ...{ tenant_id, ...course, school_id: school.id, academic_year_id: ofYear.id, state: 'active' },
          ...{ created_at: at, updated_at: at },
        })
        .execute();
    });
    const body = { course_id: course.id };
    const { id: made } = await teacher.call(createUnitFromTemplate, { params: { id }, body });
    expect(await teacher.call(getUnitPlan, { params: { id: made } })).toMatchObject({
      subjects: ['Science'],
      grade_levels: ['9'],
      course_name: 'Biology',
    });
    const alone = await teacher.call(createUnitFromTemplate, { params: { id }, body: {} });
    expect([alone.subjects, alone.course_name]).toEqual([['Mathematics'], null]);
  });

  test('PLN-66 starter lessons of a unit saved as template come along in order', async () => {
    const unit = await lead.call(createUnitPlan, { body: { title: 'Poetry' } });
    for (const title of ['Sound', 'Image']) {
      const body = { title, duration_minutes: 45 };
      const lesson = await lead.call(createUnitLesson, { params: { id: unit.id }, body });
      await writeDraft(world, lesson.id, { check: `Exit question of ${title}` });
    }
    const template = await lead.call(saveAsTemplate, { params: { id: unit.id }, body: { level: 'school' } });
    expect(template.lessons_count).toBe(2);
    await cutAndPublish(lead, template.id);
    const made = await teacher.call(createUnitFromTemplate, { params: { id: template.id }, body: {} });
    const { data } = await teacher.call(listUnitLessons, { params: { id: made.id } });
    expect(data.map(({ title, duration_minutes, owner }) => [title, duration_minutes, owner.id])).toEqual([
      ['Sound', 45, teacher.id],
      ['Image', 45, teacher.id],
    ]);
  });

  test('PLN-69 an unpublished or archived template is not offered, and stays on the units made from it', async () => {
    const draft = await lead.call(createTemplate, { body: { title: 'Not yet', level: 'school' } });
    const params = { id: draft.id };
    const refused = await teacher.send(createUnitFromTemplate, { params, body: {} });
    expect([refused.status, refused.body.code]).toEqual([409, 'template.not_offered']);
    const { id, version_id } = await aTemplate();
    const unit = await teacher.call(createUnitFromTemplate, { params: { id }, body: {} });
    await build(world.platform, (tx) =>
      tx.updateTable('plans').set({ state: 'archived' }).where('id', '=', id).execute(),
    );
    expect((await teacher.send(createUnitFromTemplate, { params: { id }, body: {} })).status).toBe(409);
    const { data } = await teacher.call(listTemplates, { query: { offered: 'true', limit: 200 } });
    expect(data.map((row) => row.id)).not.toContain(id);
    const kept = await teacher.call(getUnitPlan, { params: { id: unit.id } });
    expect(kept.template_version_id).toBe(version_id);
  });
});

describe('finding a template', () => {
  test('PLN-69 the library filters by subject, grade, pack and level, and counts uses', async () => {
    const fields = { subjects: ['Mathematics'], grade_levels: ['7'], pack_key: 'five_e', pack_version: 1 };
    const { id } = await aTemplate({}, districtAdmin, { level: 'district', ...fields });
    const other = await aTemplate();
    for (let at = 0; at < 2; at++) {
      await teacher.call(createUnitFromTemplate, { params: { id }, body: {} });
    }
    const filters = [
      { subject: 'Mathematics' },
      { grade_level: '7' },
      { pack_key: 'five_e' },
      { level: 'district' },
    ] as const;
    for (const filter of filters) {
      const { data } = await teacher.call(listTemplates, { query: { ...filter, limit: 200 } });
      expect(data.map((row) => row.id)).toContain(id);
      expect(data.map((row) => row.id)).not.toContain(other.id);
      expect(data.find((row) => row.id === id)?.uses_count).toBe(2);
    }
  });
});

describe('saving a unit as a template', () => {
  test('PLN-67 names of students and dates are listed, and leave with consent', async () => {
    const learner = { given_name: 'Ottoline', family_name: 'Quillfeather' };
    await buildPerson(world.platform, world.tenant, { role: 'student', school_ids: [school.id], ...learner });
    const unit = await teacher.call(createUnitPlan, { body: { title: 'Rivers' } });
    const text = 'Ottoline Quillfeather leads on March 3rd; Ottoliner stays. Due 2026-03-04.';
    await writeDraft(world, unit.id, { overview: richText(text) });
    const params = { id: unit.id };
    expect(await teacher.call(getTemplateFindings, { params })).toMatchObject({
      student_names: ['Ottoline Quillfeather'],
      dates: expect.arrayContaining(['March 3rd', '2026-03-04']),
    });
    const stripped = await teacher.call(saveAsTemplate, { params, body: { title: 'Rivers anywhere' } });
    const words = JSON.stringify(
      (
        await build(world.platform, (tx) =>
          tx
            .selectFrom('plan_drafts')
            .select('content')
            .where('plan_id', '=', stripped.id)
            .executeTakeFirst(),
        )
      )?.content,
    );
    expect(words).toContain('… leads on …; Ottoliner stays. Due ….');
    expect(stripped).toMatchObject({ title: 'Rivers anywhere', level: 'personal', source_plan_id: unit.id });
    const kept = await teacher.call(saveAsTemplate, {
      params,
      body: { strip: { student_names: false, dates: false } },
    });
    expect(kept.id).not.toBe(stripped.id);
    expect(JSON.stringify(await contentOf(teacher, unit.id))).toContain('Ottoline Quillfeather');
  });
});

describe('a newer version of the template', () => {
  async function anOutdatedUnit() {
    const before = {
      overview: richText('Before'),
      objectives: [
        { id: ids.first, text: 'One' },
        { id: ids.second, text: 'Two' },
      ],
    };
    const template = await aTemplate(before);
    const unit = await teacher.call(createUnitFromTemplate, { params: { id: template.id }, body: {} });
    await writeDraft(world, unit.id, {
      ...before,
      objectives: [
        { id: ids.first, text: 'One in my words' },
        { id: ids.second, text: 'Two' },
      ],
    });
    await writeDraft(world, template.id, {
      overview: richText('After'),
      objectives: [
        { id: ids.first, text: 'One, improved' },
        { id: ids.third, text: 'Three' },
        { id: ids.second, text: 'Two' },
      ],
    });
    await cutAndPublish(lead, template.id);
    return { unit, template };
  }

  test('PLN-68 shows three ways, takes what nobody touched in one go and asks for the rest', async () => {
    const { unit } = await anOutdatedUnit();
    const params = { id: unit.id };
    const update = await teacher.call(getTemplateUpdate, { params, query: {} });
    expect([update.origin, update.from_version_number, update.to_version_number]).toEqual(['template', 1, 2]);
    const touched = update.offers.filter((offer) => !offer.untouched);
    expect(touched).toMatchObject([
      {
        path: `/objectives/${ids.first}`,
        was: { text: 'One' },
        now: { text: 'One, improved' },
        mine: { text: 'One in my words' },
      },
    ]);
    const untouched = update.offers.filter((offer) => offer.untouched).map(({ path }) => path);
    expect(untouched.sort()).toEqual([`/objectives/${ids.third}`, '/overview'].sort());
    const body = {
      to_version_id: update.to_version_id,
      revision: update.draft_revision,
      paths: untouched,
    };
    const left = await teacher.call(takeTemplateUpdate, { params, body });
    expect(left.offers.map(({ path }) => path)).toEqual([`/objectives/${ids.first}`]);
    const content = await contentOf(teacher, unit.id);
    expect(content.objectives).toEqual([
      { id: ids.first, text: 'One in my words' },
      { id: ids.third, text: 'Three' },
      { id: ids.second, text: 'Two' },
    ]);
    const stale = await teacher.send(takeTemplateUpdate, { params, body: { ...body, paths: [] } });
    expect([stale.status, stale.body.code]).toEqual([409, 'version_conflict']);
    const done = await teacher.call(takeTemplateUpdate, {
      params,
      body: { ...body, revision: left.draft_revision, paths: [], finish: true },
    });
    expect([done.update_available, done.from_version_number]).toEqual([false, 2]);
    expect((await contentOf(teacher, unit.id)).objectives).toEqual(content.objectives);
  });

  test('PLN-26 PLN-68 a locked path is not taken by hand; colleagues do not take for the owner', async () => {
    const { unit } = await anOutdatedUnit();
    const params = { id: unit.id };
    const locked = JSON.stringify([{ path: '/overview', reason: 'Agreed by all', locked_by: 'District' }]);
    await build(world.platform, (tx) =>
      tx.updateTable('plans').set({ locked_paths: locked }).where('id', '=', unit.id).execute(),
    );
    const update = await teacher.call(getTemplateUpdate, { params, query: {} });
    expect(update.offers.find(({ path }) => path === '/overview')?.locked).toBe(true);
    const body = {
      to_version_id: update.to_version_id,
      revision: update.draft_revision,
      paths: ['/overview'],
    };
    const reply = await teacher.send(takeTemplateUpdate, { params, body });
    expect([reply.status, reply.body.code]).toEqual([403, 'path_locked']);
    const colleague = await actorOf(world.server, world.tenant, { role: 'teacher', school_ids: [school.id] });
    expect((await colleague.send(getTemplateUpdate, { params, query: {} })).status).toBe(404);
  });
});
