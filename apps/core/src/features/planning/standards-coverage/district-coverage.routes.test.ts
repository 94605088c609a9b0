import { getDistrictCoverage } from '@k12/contracts/planning/coverage';
import { createFramework } from '@k12/contracts/planning/standard-frameworks';
import { createStandard } from '@k12/contracts/planning/standards';
import { expect, test } from 'vitest';
import { aGradebook } from '../../../test/a-gradebook.ts';
import { build } from '../../../test/people.ts';

const world = await aGradebook(1);
const { platform, tenant, school, otherSchool, course_id, pupils, clock } = world;
const { anonymous, districtAdmin, otherSchoolAdmin, lead, student } = world;
const framework = await districtAdmin.call(createFramework, { body: { title: 'Science' } });
const add = (code: string, grade_levels: ('5' | '9')[]) =>
  districtAdmin.call(createStandard, {
    body: { framework_id: framework.id, code, statement: `Statement ${code}`, grade_levels },
  });
const ninth = await add('9.1', ['9']);
const anyGrade = await add('X.1', []);
await add('9.2', ['9']);
await add('5.1', ['5']);
await build(platform, (tx) =>
  tx
    .updateTable('courses')
    .set({ grade_levels: ['9'] })
    .where('tenant_id', '=', tenant.id)
    .where('id', '=', course_id)
    .execute(),
);
const query = { framework_id: framework.id };
const coverage = async (actor = districtAdmin, more: object = {}) => {
  const { data } = await actor.call(getDistrictCoverage, { query: { ...query, ...more } });
  return new Map(data.map(({ school_id, ...counts }) => [school_id, counts]));
};
const none = { planned: 0, taught: 0, assessed: 0 };

test('signed out: 401; a student: 403; a framework of another tenant: 404', async () => {
  expect((await anonymous.send(getDistrictCoverage, { query })).status).toBe(401);
  expect((await student.send(getDistrictCoverage, { query })).status).toBe(403);
  expect((await world.otherTenantAdmin.send(getDistrictCoverage, { query })).status).toBe(404);
});

test('IDN-09 (coverage) each school is measured by the standards of the grades it teaches, of the grade asked for alone', async () => {
  expect(await coverage()).toEqual(
    new Map([
      [school.id, { ...none, denominator: 3 }],
      [otherSchool.id, { ...none, denominator: 0 }],
    ]),
  );
  expect((await coverage(districtAdmin, { grade_level: '5' })).get(school.id)?.denominator).toBe(0);
  expect((await coverage(districtAdmin, { grade_level: '9' })).get(school.id)?.denominator).toBe(3);
});

test('IDN-09 (coverage) what one school reached counts for it alone; who oversees one school sees one', async () => {
  for (const standard of [ninth, anyGrade]) {
    const assignment_id = await world.anAssignment({ title: standard.code });
    await build(platform, (tx) =>
      tx
        .insertInto('assignment_standards')
        .values({ tenant_id: tenant.id, assignment_id, standard_id: standard.id })
        .execute(),
    );
    await world.changeWork(assignment_id, pupils[0]?.id ?? '', {
      ...{ grade_state: 'graded', entered_score: '18', effective_score: '18' },
      posted_at: clock.now().toISOString(),
    });
  }
  const all = await coverage();
  expect(all.get(school.id)).toEqual({ ...none, assessed: 2, denominator: 3 });
  expect(all.get(otherSchool.id)).toEqual({ ...none, denominator: 0 });
  expect([...(await coverage(lead)).keys()]).toEqual([school.id]);
  expect([...(await coverage(otherSchoolAdmin)).keys()]).toEqual([otherSchool.id]);
});
