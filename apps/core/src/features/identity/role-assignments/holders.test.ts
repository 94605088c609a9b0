import { approveRequest, listApprovers } from '@k12/contracts/planning/approvals';
import type { Transaction } from '@k12/db';
import { expect, test } from 'vitest';
import { aSchool } from '../../../test/a-school.ts';
import { holderOf } from '../../../test/custom-roles.ts';
import { build } from '../../../test/people.ts';
import { aSubmission, queueOf } from '../../../test/plan-approvals.ts';
import { contextOfTests } from '../../../test/records.teaching.ts';
import { listCurriculumLeads, listHolders } from './holders.service.ts';

const world = await aSchool();
const { school, otherSchool, teacher, lead, admin, districtAdmin, student, clock, platform } = world;
const today = clock.now().toISOString().slice(0, 10);
const head = await holderOf(world, [
  'unit_plans.read',
  'unit_plans.update',
  'unit_plans.approve',
  'approvals.read',
]);

async function idsOf(capability: Parameters<typeof listHolders>[1]['capability'], school_id: string | null) {
  const rows = await contextOfTests(world).withTenant((tx) =>
    listHolders(tx, { capability, school_id, today }),
  );
  return new Set(rows.map(({ id }) => id));
}

test('IDN-44 who holds a capability at a school counts system roles by the table and roles of their own', async () => {
  const approvers = await idsOf('unit_plans.approve', school.id);
  for (const one of [head, lead, admin, districtAdmin]) expect(approvers.has(one.id)).toBe(true);
  for (const one of [teacher, student]) expect(approvers.has(one.id)).toBe(false);
  expect((await idsOf('unit_plans.create', school.id)).has(teacher.id)).toBe(true);
  expect((await idsOf('unit_plans.create', school.id)).has(student.id)).toBe(false);
  const elsewhere = await idsOf('unit_plans.approve', otherSchool.id);
  expect([elsewhere.has(head.id), elsewhere.has(districtAdmin.id)]).toEqual([false, true]);
});

test('IDN-47 an assignment that is over, not begun, or of a suspended person makes nobody a holder', async () => {
  const suspend = (tx: Transaction, id: string) =>
    tx.updateTable('users').set({ state: 'suspended' }).where('id', '=', id).execute();
  const dated = (dates: { ends_on: string } | { starts_on: string }) => (tx: Transaction, id: string) =>
    tx.updateTable('role_assignments').set(dates).where('user_id', '=', id).execute();
  for (const change of [suspend, dated({ ends_on: '2020-01-01' }), dated({ starts_on: '2099-01-01' })]) {
    const person = await holderOf(world, ['unit_plans.approve']);
    await build(platform, (tx) => change(tx, person.id));
    expect((await idsOf('unit_plans.approve', school.id)).has(person.id)).toBe(false);
  }
});

test('PLN-18 leads go before admins, also those whose role is of the organisation’s own', async () => {
  const leads = await contextOfTests(world).withTenant((tx) =>
    listCurriculumLeads(tx, { school_id: school.id, today }),
  );
  const places = [head, lead, admin, districtAdmin].map(({ id }) => leads.findIndex((one) => one.id === id));
  const [ofHead = -1, ofLead = -1, ofAdmin = -1, ofDistrict = -1] = places;
  expect(Math.max(ofHead, ofLead)).toBeLessThan(ofAdmin);
  expect(ofAdmin).toBeLessThan(ofDistrict);
});

test('PLN-45 IDN-44 a custom role that may approve is an approver: listed, asked, and decides', async () => {
  const { data } = await admin.call(listApprovers, { query: { school_id: school.id } });
  expect(data.map(({ id }) => id)).toContain(head.id);
  const { request_id } = await aSubmission(world, teacher);
  expect(await queueOf(head)).toContain(request_id);
  const decided = await head.call(approveRequest, { params: { id: request_id }, body: {} });
  expect(decided.state).not.toBe('pending');
});
