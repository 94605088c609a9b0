import { expect, test } from 'vitest';
import { aSchool } from '../../../test/a-school.ts';
import { countersOf } from '../../../test/counters.ts';
import { build, buildPerson, buildSchool } from '../../../test/people.ts';
import { recountPeopleJob } from './users.jobs.ts';

const { platform, tenant } = await aSchool();
const run = { job_id: 'test', attempt: 1, signal: new AbortController().signal };
const system = { platform, request_id: 'test-request', signal: run.signal };

test('OPS-58 (the recount) counters that drifted are right after the nightly job, run once or twice', async () => {
  const place = await buildSchool(platform, tenant);
  for (const role of ['student', 'student', 'teacher'])
    await buildPerson(platform, tenant, { role, school_ids: [place.id] });
  await build(platform, async (tx) => {
    await tx
      .updateTable('schools')
      .set({ students_count: 9, staff_count: 9 })
      .where('id', '=', place.id)
      .execute();
    await tx
      .updateTable('tenants')
      .set({ users_count: 9_999, courses_count: 9_999 })
      .where('id', '=', tenant.id)
      .execute();
  });
  for (const _ of ['once', 'twice']) {
    await recountPeopleJob.run(system, {}, run);
    expect(await countersOf(platform, tenant.id, place.id)).toMatchObject({
      students_count: 2,
      staff_count: 1,
    });
    expect((await countersOf(platform, tenant.id, place.id)).users_count).toBe(await peopleOfTenant());
    expect(await coursesCount()).toBe(0);
  }
});

async function coursesCount(): Promise<number> {
  const { courses_count } = await build(platform, (tx) =>
    tx.selectFrom('tenants').select('courses_count').where('id', '=', tenant.id).executeTakeFirstOrThrow(),
  );
  return courses_count;
}

async function peopleOfTenant(): Promise<number> {
  const people = await build(platform, (tx) =>
    tx
      .selectFrom('users')
      .select('id')
      .where('tenant_id', '=', tenant.id)
      .where('kind', '=', 'person')
      .execute(),
  );
  return people.length;
}
