import {
  activatePlannerPack,
  createPackFreeze,
  createPlannerPack,
  deletePackFreeze,
  getPackAssignments,
  getPlannerPack,
  listPlannerPacks,
  type PlannerPack,
  putPackAssignment,
  updatePlannerPack,
} from '@k12/contracts/planning/pack-admin';
import { getPlannerSchema } from '@k12/contracts/planning/packs';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build, buildSchool, buildTenant, nextNumber } from '../../../test/people.ts';
import type { TestActor } from '../../../test/test-server.ts';

const world = await aSchool();
const { anonymous, districtAdmin, lead, teacher, student, otherTenantAdmin, school, otherSchool } = world;

const copyOfPlain = { copy_of: { key: 'plain', version: 1 } };

function aCopy(actor: TestActor = districtAdmin, label = `Our form ${nextNumber()}`) {
  return actor.call(createPlannerPack, { body: { ...copyOfPlain, label: { en: label } } });
}

async function anActivePack(actor: TestActor = districtAdmin): Promise<PlannerPack> {
  const { id, lock_version } = await aCopy(actor);
  return actor.call(activatePlannerPack, { params: { id }, body: { lock_version } });
}

const pin = ({ key, version }: PlannerPack) => ({ key, version });

async function aYear(tenantId: string, state: 'planned' | 'active' = 'planned'): Promise<string> {
  const id = newId();
  const year = 2040 + nextNumber();
  await build(world.platform, (tx) =>
    tx
      .insertInto('academic_years')
      .values({
        tenant_id: tenantId,
        id,
        name: `Year ${year}`,
        starts_on: `${year}-08-01`,
        ends_on: `${year + 1}-06-30`,
        state,
      })
      .execute(),
  );
  return id;
}

async function aCourse(place: { tenant_id: string; school_id: string; academic_year_id: string }) {
  const id = newId();
  const at = world.clock.now().toISOString();
  await build(world.platform, (tx) =>
    tx
      .insertInto('courses')
      .values({ ...place, id, name: `Course ${nextNumber()}`, created_at: at, updated_at: at })
      .execute(),
  );
  return id;
}

describe('who may', () => {
  test('signed out 401, students 403, teachers read and do not change', async () => {
    expect((await anonymous.send(listPlannerPacks, { query: {} })).status).toBe(401);
    expect((await student.send(getPlannerSchema, { query: {} })).status).toBe(403);
    expect((await teacher.send(listPlannerPacks, { query: {} })).status).toBe(200);
    const refused = await teacher.send(createPlannerPack, { body: copyOfPlain });
    expect([refused.status, refused.body.context.capability]).toEqual([403, 'planner_packs.manage']);
  });

  test('another tenant’s pack is not found', async () => {
    const { id } = await aCopy(otherTenantAdmin);
    expect((await districtAdmin.send(getPlannerPack, { params: { id } })).status).toBe(404);
    const body = { lock_version: 0 };
    expect((await districtAdmin.send(activatePlannerPack, { params: { id }, body })).status).toBe(404);
  });

  test('PLN-60 a lead’s copy belongs to the school of the lead, who may not touch the district’s', async () => {
    expect((await aCopy(lead)).school_id).toBe(school.id);
    const { id, lock_version } = await aCopy();
    const reply = await lead.send(updatePlannerPack, { params: { id }, body: { lock_version } });
    expect(reply.status).toBe(403);
  });
});

describe('copying and changing a pack', () => {
  test('PLN-60 sections are renamed, reordered, hidden, required, added and explained, and offered as a new version', async () => {
    const copy = await aCopy();
    const unit = copy.schemas.find(({ plan_kind }) => plan_kind === 'unit');
    const lesson = copy.schemas.find(({ plan_kind }) => plan_kind === 'lesson');
    if (!unit || !lesson) throw new Error('a schema is missing');
    const [first, second, ...others] = unit.sections;
    if (!first || !second) throw new Error('sections are missing');
    const added = {
      key: 'families',
      kind: 'rich_text' as const,
      label: { en: 'For families' },
      help: { en: 'How can this be talked about at home?' },
      audience: 'student' as const,
    };
    const sections = [
      second,
      { ...first, label: { en: 'Why this unit' }, required: true },
      added,
      ...others.map((section) => ({ ...section, hidden: section.key === 'vocabulary' })),
    ];
    const changed = await districtAdmin.call(updatePlannerPack, {
      params: { id: copy.id },
      body: { lock_version: copy.lock_version, schemas: [{ ...unit, sections }, lesson] },
    });
    expect(changed.schemas[0]?.sections.slice(0, 3).map(({ label }) => label.en)).toEqual([
      'Objectives',
      'Why this unit',
      'For families',
    ]);
    expect(changed.checksum).not.toBe(copy.checksum);
    const active = await districtAdmin.call(activatePlannerPack, {
      params: { id: copy.id },
      body: { lock_version: changed.lock_version },
    });
    expect([active.state, active.can.update]).toEqual(['active', false]);
  });

  test('PLN-61 an active or shipped version never changes; the next one is a version of its own', async () => {
    const active = await anActivePack();
    const shipped = (await districtAdmin.call(listPlannerPacks, { query: {} })).data.find(
      (row) => row.shipped,
    );
    for (const id of [active.id, shipped?.id ?? '']) {
      const body = { lock_version: active.lock_version, label: { en: 'Other' } };
      const reply = await districtAdmin.send(updatePlannerPack, { params: { id }, body });
      expect([reply.status, reply.body.code]).toEqual([409, 'pack.fixed']);
    }
    const body = { copy_of: pin(active), as: 'new_version' as const };
    const next = await districtAdmin.call(createPlannerPack, { body });
    expect([next.key, next.version, next.state]).toEqual([active.key, 2, 'draft']);
    expect((await districtAdmin.send(createPlannerPack, { body })).status).toBe(409);
    await districtAdmin.call(activatePlannerPack, {
      params: { id: next.id },
      body: { lock_version: next.lock_version },
    });
    const before = await districtAdmin.call(getPlannerPack, { params: { id: active.id } });
    expect(before.state).toBe('deprecated');
    expect(before.schemas).toEqual(active.schemas);
  });

  test('IDN-32 of two changes at once the later is refused with the pack as it is now', async () => {
    const { id, lock_version } = await aCopy();
    const change = (en: string) =>
      districtAdmin.send(updatePlannerPack, { params: { id }, body: { lock_version, label: { en } } });
    expect((await change('One')).status).toBe(200);
    const second = await change('Two');
    expect([second.status, second.body.code]).toEqual([409, 'version_conflict']);
  });

  test('PLN-59 an unusable pack is refused with all its problems listed, and nothing changes', async () => {
    const copy = await aCopy();
    const [unit, lesson] = structuredClone(copy.schemas) as unknown as [Schema, Schema];
    type Schema = { plan_kind: string; sections: Record<string, unknown>[] };
    Object.assign(unit.sections[0] ?? {}, { label: { en: '<img src=x onerror=alert(1)>' } });
    Object.assign(unit.sections[1] ?? {}, { kind: 'script' });
    Object.assign(unit.sections[2] ?? {}, { key: 'overview' });
    Object.assign(unit.sections[3] ?? {}, { $ref: 'x' });
    Object.assign(lesson.sections[0] ?? {}, { help: { en: 'See https://example.test/form.js' } });
    Object.assign(lesson.sections[1] ?? {}, { kind: 'choice' });
    Object.assign(lesson.sections[2] ?? {}, { min: 9, max: 3 });
    Object.assign(lesson, { plan_kind: 'unit' });
    const body = { lock_version: copy.lock_version, schemas: [unit, lesson] };
    const reply = await districtAdmin.send(updatePlannerPack, {
      params: { id: copy.id },
      body: body as never,
    });
    expect(reply.status).toBe(422);
    const pointers = reply.body.errors.map((error: { pointer: string }) => error.pointer);
    expect(pointers).toEqual(
      expect.arrayContaining([
        '/schemas/0/sections/0/label/en',
        '/schemas/0/sections/1/kind',
        '/schemas/0/sections/2/key',
        '/schemas/1/sections/0/help/en',
        '/schemas/1/sections/1/options',
        '/schemas/1/sections/2/max',
        '/schemas/1/plan_kind',
        '/schemas',
      ]),
    );
    expect(pointers.some((pointer: string) => pointer.startsWith('/schemas/0/sections/3'))).toBe(true);
    expect((await districtAdmin.call(getPlannerPack, { params: { id: copy.id } })).schemas).toEqual(
      copy.schemas,
    );
  });
});

describe('which pack a new plan gets', () => {
  test('PLN-62 the narrowest of course, school, frozen year, tenant and product decides, and says so', async () => {
    const tenant = await buildTenant(world.platform);
    const home = await buildSchool(world.platform, tenant);
    const lead = await actorOf(world.server, tenant, { role: 'district_admin' });
    const academic_year_id = await aYear(tenant.id, 'active');
    const course_id = await aCourse({ tenant_id: tenant.id, school_id: home.id, academic_year_id });
    const asked = async () => {
      const found = await lead.call(getPlannerSchema, { query: { course_id } });
      return [found.why, found.pack_key];
    };
    expect(await asked()).toEqual(['platform', 'plain']);
    const packs = [];
    for (let at = 0; at < 4; at++) packs.push(await anActivePack(lead));
    const [ofTenant, ofYear, ofSchool, ofCourse] = packs as [
      PlannerPack,
      PlannerPack,
      PlannerPack,
      PlannerPack,
    ];
    await lead.call(putPackAssignment, { body: { scope: 'tenant', pack: pin(ofTenant) } });
    expect(await asked()).toEqual(['tenant', ofTenant.key]);
    await lead.call(putPackAssignment, {
      body: { scope: 'school', target_id: home.id, pack: pin(ofSchool) },
    });
    expect(await asked()).toEqual(['school', ofSchool.key]);
    await lead.call(putPackAssignment, { body: { scope: 'school', target_id: home.id, pack: null } });
    const body = { academic_year_id, pack_key: ofYear.key, pack_version: ofYear.version };
    const { id } = await lead.call(createPackFreeze, { body });
    expect(await asked()).toEqual(['year_freeze', ofYear.key]);
    const assignCourse = { scope: 'course' as const, target_id: course_id, pack: pin(ofCourse) };
    const refused = await lead.send(putPackAssignment, { body: assignCourse });
    expect([refused.status, refused.body.code]).toEqual([409, 'pack.year_frozen']);
    const assignSchool = { scope: 'school' as const, target_id: home.id, pack: pin(ofSchool) };
    expect((await lead.send(putPackAssignment, { body: assignSchool })).status).toBe(409);
    expect((await lead.send(createPackFreeze, { body })).status).toBe(409);
    await lead.call(deletePackFreeze, { params: { id } });
    const { assignments, freezes } = await lead.call(putPackAssignment, { body: assignCourse });
    expect(assignments.map(({ scope }) => scope)).toEqual(['tenant', 'course']);
    expect(freezes).toEqual([]);
    expect(await asked()).toEqual(['course', ofCourse.key]);
  });

  test('PLN-61 PLN-62 activating the next version moves assignments, except those of a frozen year', async () => {
    const tenant = await buildTenant(world.platform);
    const home = await buildSchool(world.platform, tenant);
    const lead = await actorOf(world.server, tenant, { role: 'district_admin' });
    const place = { tenant_id: tenant.id, school_id: home.id };
    const frozenYear = await aYear(tenant.id);
    const inFrozen = await aCourse({ ...place, academic_year_id: frozenYear });
    const inOther = await aCourse({ ...place, academic_year_id: await aYear(tenant.id) });
    const first = await anActivePack(lead);
    for (const target_id of [inFrozen, inOther]) {
      await lead.call(putPackAssignment, { body: { scope: 'course', target_id, pack: pin(first) } });
    }
    const freeze = { academic_year_id: frozenYear, pack_key: first.key, pack_version: 1 };
    await lead.call(createPackFreeze, { body: freeze });
    const next = await lead.call(createPlannerPack, { body: { copy_of: pin(first), as: 'new_version' } });
    const params = { id: next.id };
    await lead.call(activatePlannerPack, { params, body: { lock_version: next.lock_version } });
    const versionAt = async (course_id: string) =>
      (await lead.call(getPlannerSchema, { query: { course_id } })).pack_version;
    expect([await versionAt(inFrozen), await versionAt(inOther)]).toEqual([1, 2]);
  });

  test('PLN-62 a draft, a pack of another school or an unknown one is not assigned; foreign targets are not found', async () => {
    const draft = await aCopy();
    const assign = (pack: { key: string; version: number }, target_id: string) =>
      districtAdmin.send(putPackAssignment, { body: { scope: 'school', target_id, pack } });
    expect((await assign(pin(draft), school.id)).status).toBe(409);
    expect((await assign({ key: 'no_such_pack', version: 1 }, school.id)).status).toBe(422);
    const ofSchool = await anActivePack(lead);
    expect((await assign(pin(ofSchool), otherSchool.id)).status).toBe(422);
    expect((await assign(pin(ofSchool), world.otherTenantSchool.id)).status).toBe(404);
    const byLead = await lead.send(putPackAssignment, { body: { scope: 'tenant', pack: pin(ofSchool) } });
    expect(byLead.status).toBe(403);
    const own = { scope: 'school' as const, target_id: school.id, pack: pin(ofSchool) };
    await lead.call(putPackAssignment, { body: own });
    await lead.call(putPackAssignment, { body: { ...own, pack: null } });
    const { assignments } = await teacher.call(getPackAssignments, {});
    expect(assignments.filter(({ school_id }) => school_id === school.id)).toEqual([]);
  });
});
