import { listPlanningFigures } from '@k12/contracts/planning/planning-figures';
import { createUnitPlan } from '@k12/contracts/planning/plans';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build } from '../../../test/people.ts';

const world = await aSchool();
const { anonymous, teacher, lead, student, otherSchoolAdmin, districtAdmin, platform, tenant, school } =
  world;
const colleague = await actorOf(world.server, tenant, { role: 'teacher', school_ids: [school.id] });

/**
 * Two people begin on a Monday: the teacher's first unit is published after 30 minutes and gets a file after 10, the
 * second one never is; the colleague's first one is published after 90 minutes.
 */
const begun = new Date('2026-11-02T15:00:00Z');
const after = (minutes: number) => new Date(begun.getTime() + minutes * 60_000).toISOString();

async function aUnit(actor: typeof teacher, title: string, at: string, published: string | null) {
  const unit = await actor.call(createUnitPlan, { body: { title, school_id: school.id } });
  const version_id = newId();
  await build(platform, async (tx) => {
    await tx
      .updateTable('plans')
      .set({ created_at: at })
      .where('tenant_id', '=', tenant.id)
      .where('id', '=', unit.id)
      .execute();
    if (!published) return;
    await tx
      .insertInto('plan_versions')
      .values({
        ...{
          tenant_id: tenant.id,
          id: version_id,
          plan_id: unit.id,
          version_number: 1,
          title,
          content: '{}',
        },
        ...{ author_id: actor.id, kind: 'publish', content_hash: Buffer.from('x'), created_at: published },
      })
      .execute();
    await tx
      .insertInto('plan_publications')
      .values({
        ...{ tenant_id: tenant.id, id: newId(), plan_id: unit.id, version_id },
        ...{ published_by: actor.id, published_at: published },
      })
      .execute();
  });
  return unit;
}

test('PLN-181 time to publish, publish rate, time to attach and weekly planners are told by school, in numbers alone', async () => {
  const first = await aUnit(teacher, 'A secret title', begun.toISOString(), after(30));
  await aUnit(teacher, 'Never shown', after(60), null);
  await aUnit(colleague, 'Angles', begun.toISOString(), after(90));
  await build(platform, async (tx) => {
    const resource_id = newId();
    const at = { created_at: after(10), updated_at: after(10) };
    await tx
      .insertInto('resources')
      .values({
        ...{ tenant_id: tenant.id, id: resource_id, kind: 'link', title: 'Board', url: 'https://a.example' },
        ...{ owner_id: teacher.id, visibility: 'private', ...at },
      })
      .execute();
    await tx
      .insertInto('resource_attachments')
      .values({
        ...{ tenant_id: tenant.id, id: newId(), resource_id, target_type: 'unit_plan', target_id: first.id },
        ...{ position: 0, audience: 'teacher', created_by: teacher.id, created_at: after(10) },
      })
      .execute();
  });

  expect((await anonymous.send(listPlanningFigures, {})).status).toBe(401);
  for (const actor of [teacher, student])
    expect((await actor.send(listPlanningFigures, {})).status).toBe(403);
  const { data } = await lead.call(listPlanningFigures, {});
  expect(data.map((row) => row.school.id)).toEqual([school.id]);
  const [figures] = data;
  expect(figures).toMatchObject({
    units_created: 3,
    units_published: 2,
    first_unit_to_published: { count: 2, median: 60, p90: 84 },
    unit_to_first_resource: { count: 1, median: 10, p90: 10 },
  });
  expect(figures?.weekly_planners).toContainEqual({ week_on: '2026-11-02', people: 2 });
  expect(JSON.stringify(data)).not.toMatch(/secret title|Never shown|display_name/);

  // Another school's admin reads that school alone; the district reads all.
  const theirs = await otherSchoolAdmin.call(listPlanningFigures, {});
  expect(theirs.data.map((row) => row.units_created)).toEqual([0]);
  expect(theirs.data[0]).toMatchObject({ first_unit_to_published: null, weekly_planners: [] });
  expect((await districtAdmin.call(listPlanningFigures, {})).data.length).toBeGreaterThan(1);
});
