import { listRoles } from '@k12/contracts/identity/roles';
import {
  createUserBulkRun,
  getUserBulkRun,
  listUserBulkRunItems,
} from '@k12/contracts/identity/user-bulk-runs';
import { getUser } from '@k12/contracts/identity/users';
import { bulkUsers } from '@k12/contracts/identity/users.bulk';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { runJob } from '../../../platform/jobs/run-job.ts';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build, buildPerson } from '../../../test/people.ts';
import type { TestActor } from '../../../test/test-server.ts';
import { bulkRunJob } from './bulk-runs.jobs.ts';

const world = await aSchool({ RATE_LIMITS: JSON.stringify({ bulk: 100 }) });
const { server, platform, tenant, school, otherSchool, clock } = world;
const { anonymous, districtAdmin, admin, otherSchoolAdmin, teacher, otherTenantAdmin } = world;

const students = (count: number) =>
  Promise.all(
    Array.from({ length: count }, () =>
      buildPerson(platform, tenant, { role: 'student', school_ids: [school.id] }),
    ),
  );
const stateOf = async (id: string, by = admin) => (await by.call(getUser, { params: { id } })).state;

/** As the worker would, until it is stopped. */
async function work(run_id: string, signal = new AbortController().signal): Promise<void> {
  const envelope = {
    ...{ kind: bulkRunJob.name, version: 1, tenant_id: tenant.id, request_id: 'run-1', started_by: null },
    payload: { run_id },
  };
  await runJob(platform, bulkRunJob, envelope, { job_id: newId(), attempt: 1, signal });
}

async function finished(
  by: TestActor,
  body: Parameters<typeof by.call<typeof createUserBulkRun>>[1]['body'],
) {
  const { id } = await by.call(createUserBulkRun, { body });
  await work(id);
  return by.call(getUserBulkRun, { params: { id } });
}

test('signed out: 401; a teacher: 403; nobody, or more than 10,000 people: 422', async () => {
  const body = { action: 'suspend' as const, user_ids: [newId()] };
  expect((await anonymous.send(createUserBulkRun, { body })).status).toBe(401);
  expect((await teacher.send(createUserBulkRun, { body })).body.context.capability).toBe('users.bulk');
  for (const count of [0, 10_001]) {
    const many = { ...body, user_ids: Array.from({ length: count }, newId) };
    expect((await admin.send(createUserBulkRun, { body: many })).status).toBe(422);
  }
});

test('INT-142 more than a hundred is a job: 202 with Location, progress, and what came of each, in the order given', async () => {
  const people = await students(130);
  const user_ids = people.map(({ id }) => id);
  user_ids.splice(5, 0, otherSchoolAdmin.id, otherTenantAdmin.id);
  expect((await admin.send(bulkUsers, { body: { action: 'suspend', user_ids } })).status).toBe(422);
  const begun = await admin.send(createUserBulkRun, { body: { action: 'suspend', user_ids } });
  expect([begun.status, begun.headers.get('location')]).toEqual([
    202,
    `/api/v1/user_bulk_runs/${begun.body.id}`,
  ]);
  expect(begun.body).toMatchObject({ state: 'waiting', total_count: 132, done_count: 0, failed_count: 0 });
  const params = { id: begun.body.id };
  await work(params.id);
  const run = await admin.call(getUserBulkRun, { params });
  expect(run).toMatchObject({ state: 'done', total_count: 132, done_count: 130, failed_count: 2 });
  expect([await stateOf(people[0]?.id ?? ''), await stateOf(people.at(-1)?.id ?? '')]).toEqual([
    'suspended',
    'suspended',
  ]);
  const failed = await admin.call(listUserBulkRunItems, { params, query: { status: 'failed' } });
  expect(failed.data.map(({ user_id, user_name, code }) => [user_id, user_name, code])).toEqual([
    [otherSchoolAdmin.id, null, 'not_found'],
    [otherTenantAdmin.id, null, 'not_found'],
  ]);
  const first = await admin.call(listUserBulkRunItems, { params, query: { limit: 50 } });
  const rest = await admin.call(listUserBulkRunItems, {
    params,
    query: { limit: 200, cursor: first.next_cursor ?? '' },
  });
  expect([...first.data, ...rest.data].map(({ user_id }) => user_id)).toEqual(user_ids);
  for (const stranger of [otherSchoolAdmin, districtAdmin, otherTenantAdmin]) {
    expect((await stranger.send(getUserBulkRun, { params })).status).toBe(404);
    expect((await stranger.send(listUserBulkRunItems, { params, query: {} })).status).toBe(404);
  }
});

test('INT-142 OPS-96 a run that was stopped goes on with whom it had not reached, and does nothing twice', async () => {
  const people = await students(60);
  const body = { action: 'suspend' as const, user_ids: people.map(({ id }) => id) };
  const { id } = await admin.call(createUserBulkRun, { body });
  const stop = new AbortController();
  const stopped = expect(work(id, stop.signal)).rejects.toThrow('shutting down');
  const doneSoFar = async () => (await admin.call(getUserBulkRun, { params: { id } })).done_count;
  await expect.poll(doneSoFar, { interval: 10 }).toBeGreaterThan(0);
  stop.abort(new Error('shutting down'));
  await stopped;
  expect(await doneSoFar()).toBeLessThan(60);
  await work(id);
  await work(id);
  const events = await build(platform, (tx) =>
    tx
      .selectFrom('audit_events')
      .select(['target_id', 'actor_id'])
      .where('action', '=', 'user.suspended')
      .where('target_id', 'in', body.user_ids)
      .execute(),
  );
  expect(events.map(({ target_id }) => target_id).sort()).toEqual([...body.user_ids].sort());
  expect(new Set(events.map(({ actor_id }) => actor_id))).toEqual(new Set([admin.id]));
});

test('IDN-45 IDN-03 a run holds the rights of whoever asked when it runs, within the school they had chosen', async () => {
  const [first, second] = await students(2);
  const leaving = await actorOf(server, tenant, { role: 'admin', school_ids: [school.id, otherSchool.id] });
  const body = { action: 'assign_school' as const, user_ids: [first?.id ?? ''], school_id: otherSchool.id };
  const narrowed = await leaving.send(createUserBulkRun, { body }, { 'x-school-id': school.id });
  await work(narrowed.body.id);
  const { data } = await leaving.call(listUserBulkRunItems, { params: { id: narrowed.body.id }, query: {} });
  expect(data.map(({ code }) => code)).toEqual(['school_mismatch']);

  const late = await leaving.call(createUserBulkRun, {
    body: { action: 'suspend', user_ids: [second?.id ?? ''] },
  });
  await build(platform, (tx) =>
    tx.deleteFrom('role_assignments').where('user_id', '=', leaving.id).execute(),
  );
  await work(late.id);
  expect(await stateOf(second?.id ?? '')).toBe('active');
});

test('a role for many: as for one it needs a fresh sign-in, and students are not made staff by the way', async () => {
  const { data: roles } = await districtAdmin.call(listRoles, { query: {} });
  const role_id = roles.find(({ key }) => key === 'curriculum_lead')?.id ?? '';
  const [pupil] = await students(1);
  const teachers = [
    teacher.id,
    (await buildPerson(platform, tenant, { role: 'teacher', school_ids: [school.id] })).id,
  ];
  const body = {
    action: 'assign_role' as const,
    user_ids: [...teachers, pupil?.id ?? ''],
    role_id,
    school_id: school.id,
  };
  expect(await finished(districtAdmin, body)).toMatchObject({ done_count: 2, failed_count: 1 });
  const { roles: held } = await districtAdmin.call(getUser, { params: { id: teacher.id } });
  expect(held).toContain('curriculum_lead');
  clock.advance({ minutes: 11 });
  expect((await districtAdmin.send(createUserBulkRun, { body })).body.code).toBe('reauth_required');
});

test('INT-142 what came of a run can be asked for a week', async () => {
  const by = await actorOf(server, tenant, { role: 'district_admin' });
  const { id } = await by.call(createUserBulkRun, { body: { action: 'invite', user_ids: [newId()] } });
  clock.advance({ days: 8 });
  const later = await actorOf(server, tenant, { role: 'district_admin' });
  await build(platform, (tx) =>
    tx.updateTable('user_bulk_runs').set({ requested_by: later.id }).where('id', '=', id).execute(),
  );
  expect((await later.send(getUserBulkRun, { params: { id } })).status).toBe(410);
});
