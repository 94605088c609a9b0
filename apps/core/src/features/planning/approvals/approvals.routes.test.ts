import {
  approveRequest,
  bulkApprove,
  createApprovalRoute,
  delegateRequest,
  getApproval,
  listApprovalRoutes,
  listApprovals,
  openApprovalDiff,
  returnRequest,
  updateApprovalRoute,
} from '@k12/contracts/planning/approvals';
import { getUnitPlan } from '@k12/contracts/planning/plans';
import { publishUnit, submitUnit, withdrawUnit } from '@k12/contracts/planning/transitions';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build } from '../../../test/people.ts';
import { aCompleteUnit, aRoute, aSubmission, queueOf } from '../../../test/plan-approvals.ts';
import { objectives, richText, writeDraft } from '../../../test/plan-drafts.ts';
import { remindApproversJob } from './approvals.jobs.ts';

const world = await aSchool();
const { teacher, lead, admin, districtAdmin, student, otherTenantAdmin, clock, platform, tenant, school } =
  world;
const otherLead = await actorOf(world.server, tenant, { role: 'curriculum_lead', school_ids: [school.id] });
const run = { job_id: 'test', attempt: 1, signal: new AbortController().signal };
const system = { platform, request_id: 'test-request', signal: run.signal };

const role = (key: string, mode = 'any') => ({ mode, role: key, user_ids: [] });
const named = (mode: string, ...user_ids: string[]) => ({ mode, role: null, user_ids });
const params = (id: string) => ({ params: { id } });

function notices(userId: string, kind: string, requestId: string) {
  return build(platform, (tx) =>
    tx
      .selectFrom('notifications')
      .select('id')
      .where('tenant_id', '=', tenant.id)
      .where('user_id', '=', userId)
      .where('kind', '=', kind)
      .where('subject_id', '=', requestId)
      .execute(),
  );
}

describe('where approval is asked for', () => {
  test('PLN-45 only those who settle it; named people must be able to approve; one route for a scope', async () => {
    const body = {
      school_id: school.id,
      subject: 'Art',
      pack_key: null,
      enabled: true,
      steps: [role('curriculum_lead')],
      due_days: 5,
      publish_on_approval: false,
    } as const;
    expect((await teacher.send(createApprovalRoute, { body: body as never })).status).toBe(403);
    expect(
      (await admin.send(createApprovalRoute, { body: { ...body, school_id: null } as never })).status,
    ).toBe(403);
    const wrong = { ...body, steps: [named('all', teacher.id, lead.id)] };
    const reply = await admin.send(createApprovalRoute, { body: wrong as never });
    expect([reply.status, reply.body.errors.map((error: { pointer: string }) => error.pointer)]).toEqual([
      422,
      ['/steps/0/user_ids/0'],
    ]);
    const route = await admin.call(createApprovalRoute, { body: body as never });
    expect((await admin.send(createApprovalRoute, { body: body as never })).status).toBe(409);
    const { data } = await teacher.call(listApprovalRoutes, {});
    expect(data.find((row) => row.id === route.id)?.can).toEqual({ update: false, delete: false });
    expect((await otherTenantAdmin.call(listApprovalRoutes, {})).data).toEqual([]);
  });

  test('PLN-45 changing a route leaves requests alone that are open already', async () => {
    const { unit_id, request_id, subject } = await aSubmission(world, teacher);
    const { data } = await admin.call(listApprovalRoutes, {});
    const route = data.find((row) => row.subject === subject);
    await admin.call(updateApprovalRoute, {
      ...params(route?.id ?? ''),
      body: {
        lock_version: 0,
        publish_on_approval: true,
        steps: [role('admin'), role('district_admin')] as never,
      },
    });
    const approved = await lead.call(approveRequest, { ...params(request_id), body: {} });
    expect([approved.state, approved.steps_count]).toEqual(['approved', 1]);
    expect((await teacher.call(getUnitPlan, params(unit_id))).state).toBe('approved');
  });
});

describe('deciding', () => {
  test('PLN-172 PLN-173 strangers get 404, students 403, colleagues who do not approve 403', async () => {
    const { request_id } = await aSubmission(world, teacher);
    const request = { ...params(request_id), body: {} };
    expect((await otherTenantAdmin.send(approveRequest, request)).status).toBe(404);
    expect((await student.send(approveRequest, request)).status).toBe(403);
    expect((await teacher.send(approveRequest, request)).status).toBe(403);
    expect((await admin.send(approveRequest, request)).status).toBe(403);
    expect((await lead.send(approveRequest, params(newId()) as never)).status).toBe(422);
    expect((await lead.send(approveRequest, { ...params(newId()), body: {} })).status).toBe(404);
  });

  test('PLN-49 the difference to the published version comes first; returning asks for a comment', async () => {
    const subject = await aRoute(world);
    const id = await aCompleteUnit(world, teacher, { subjects: [subject] });
    await lead.call(publishUnit, { ...params(id), body: {} });
    await writeDraft(world, id, { overview: richText('Heat'), objectives: objectives('1Name it') });
    await build(platform, (tx) =>
      tx
        .updateTable('plans')
        .set({ state: 'draft' })
        .where('tenant_id', '=', tenant.id)
        .where('id', '=', id)
        .execute(),
    );
    const { approval_request_id: request = '' } = await teacher.call(submitUnit, { ...params(id), body: {} });
    const diff = await lead.call(openApprovalDiff, params(request ?? ''));
    expect([diff.from.version_number, diff.to.version_number]).toEqual([1, 2]);
    expect(diff.changes.map((change) => change.path)).toEqual(['/overview']);
    const silent = await lead.send(returnRequest, { ...params(request ?? ''), body: { comment: ' ' } });
    expect([silent.status, silent.body.errors[0].pointer]).toEqual([422, '/comment']);
    const returned = await lead.call(returnRequest, {
      ...params(request ?? ''),
      body: { comment: 'Say more about heat.' },
    });
    expect(returned).toMatchObject({
      state: 'returned',
      changed_fields_count: 1,
      compared_number: 1,
      decisions: [{ decision: 'return', person: { id: lead.id }, comment: 'Say more about heat.' }],
    });
    expect((await teacher.call(getUnitPlan, params(id))).state).toBe('returned');
    const late = await otherLead.send(approveRequest, { ...params(request ?? ''), body: {} });
    expect([late.status, late.body.code, late.body.current.state]).toEqual([
      409,
      'already_decided',
      'returned',
    ]);
  });

  test('PLN-49 a superseded request cannot be decided any more', async () => {
    const { unit_id, request_id } = await aSubmission(world, teacher);
    await writeDraft(world, unit_id, { overview: richText('Heat'), objectives: objectives('1Name it') });
    await teacher.call(submitUnit, { ...params(unit_id), body: {} });
    const reply = await lead.send(approveRequest, { ...params(request_id), body: {} });
    expect([reply.status, reply.body.current.state]).toEqual([409, 'superseded']);
  });

  test('PLN-47 PLN-51 the author goes on writing, the submitted version is approved and published', async () => {
    const { unit_id, request_id } = await aSubmission(world, teacher, { publish_on_approval: true });
    await writeDraft(world, unit_id, { overview: richText('Not reviewed'), objectives: objectives('1x') });
    expect((await lead.call(getApproval, params(request_id))).draft_differs).toBe(true);
    const approved = await lead.call(approveRequest, { ...params(request_id), body: {} });
    const unit = await teacher.call(getUnitPlan, params(unit_id));
    expect(unit).toMatchObject({ state: 'published', published_version_id: approved.version_id });
  });

  test('PLN-45 steps follow each other, and `all` waits for everybody named', async () => {
    const steps = [named('all', lead.id, otherLead.id), role('admin')];
    const { unit_id, request_id } = await aSubmission(world, teacher, { steps });
    expect(await lead.call(approveRequest, { ...params(request_id), body: {} })).toMatchObject({
      state: 'pending',
      step: 1,
    });
    const twice = await lead.send(approveRequest, { ...params(request_id), body: {} });
    expect([twice.status, twice.body.code]).toEqual([409, 'already_decided']);
    expect(await queueOf(lead)).not.toContain(request_id);
    expect(await queueOf(admin)).not.toContain(request_id);
    expect(await otherLead.call(approveRequest, { ...params(request_id), body: {} })).toMatchObject({
      step: 2,
    });
    expect(await queueOf(admin)).toContain(request_id);
    await admin.call(approveRequest, { ...params(request_id), body: {} });
    expect((await teacher.call(getUnitPlan, params(unit_id))).state).toBe('approved');
    const back = await teacher.send(withdrawUnit, { ...params(unit_id), body: {} });
    expect([back.status, back.body.errors[0].pointer]).toEqual([422, '/reason']);
    const reason = 'A page is missing';
    expect(await teacher.call(withdrawUnit, { ...params(unit_id), body: { reason } })).toMatchObject({
      state: 'draft',
    });
  });

  test('PLN-49 who delegates hands the decision on, to somebody who may decide', async () => {
    const steps = [named('any', lead.id)];
    const { request_id } = await aSubmission(world, teacher, { steps });
    const to = (user_id: string) => ({ ...params(request_id), body: { user_id, comment: 'You know more' } });
    expect((await lead.send(delegateRequest, to(teacher.id))).status).toBe(422);
    await lead.call(delegateRequest, to(otherLead.id));
    expect(await queueOf(lead)).not.toContain(request_id);
    expect((await lead.send(approveRequest, { ...params(request_id), body: {} })).status).toBe(403);
    const approved = await otherLead.call(approveRequest, { ...params(request_id), body: {} });
    expect(approved.decisions.map((one) => [one.decision, one.delegated_to?.id ?? null])).toEqual([
      ['delegate', otherLead.id],
      ['approve', null],
    ]);
  });

  test('PLN-50 nobody decides on an own submission or on what they alone wrote', async () => {
    const { request_id } = await aSubmission(world, lead);
    expect(await queueOf(lead)).not.toContain(request_id);
    expect((await lead.send(approveRequest, { ...params(request_id), body: {} })).status).toBe(403);
    expect(await queueOf(otherLead)).toContain(request_id);
    const subject = await aRoute(world);
    const unit = await aCompleteUnit(world, lead, { subjects: [subject] });
    const { approval_request_id: own } = await admin.call(submitUnit, { ...params(unit), body: {} });
    expect((await lead.send(approveRequest, { ...params(own ?? ''), body: {} })).status).toBe(403);
    expect(await queueOf(otherLead)).toContain(own);
  });

  test('PLN-50 the only approver being the author, the next role decides and the admin is told', async () => {
    const steps = [named('any', lead.id), role('district_admin')];
    const { request_id } = await aSubmission(world, lead, { steps });
    expect(await lead.call(getApproval, params(request_id))).toMatchObject({ step: 2, state: 'pending' });
    expect(await queueOf(districtAdmin)).toContain(request_id);
    expect(await notices(admin.id, 'approval.step_passed_over', request_id)).toHaveLength(1);
    const last = await aSubmission(world, lead, { steps: [named('any', lead.id)] });
    expect(await queueOf(admin)).toContain(last.request_id);
  });

  test('PLN-55 PLN-54 two at the same instant: the first wins, the second hears how; one notice', async () => {
    for (let round = 0; round < 3; round++) {
      const { unit_id, request_id } = await aSubmission(world, teacher, { publish_on_approval: true });
      expect(await notices(lead.id, 'approval.requested', request_id)).toHaveLength(1);
      const replies = await Promise.all([
        lead.send(approveRequest, { ...params(request_id), body: {} }),
        otherLead.send(returnRequest, { ...params(request_id), body: { comment: 'Not yet' } }),
        otherLead.send(approveRequest, { ...params(request_id), body: {} }),
      ]);
      const won = replies.filter((reply) => reply.status === 200);
      expect(won).toHaveLength(1);
      for (const lost of replies.filter((reply) => reply.status !== 200)) {
        expect([lost.status, lost.body.code]).toEqual([409, 'already_decided']);
        expect(lost.body.current.state).toBe(won[0]?.body.state);
        expect(lost.body.current.decisions).toHaveLength(1);
      }
      const told = [
        ...(await notices(teacher.id, 'approval.approved', request_id)),
        ...(await notices(teacher.id, 'approval.returned', request_id)),
      ];
      expect(told).toHaveLength(1);
      const publications = await build(platform, (tx) =>
        tx
          .selectFrom('plan_publications')
          .select('id')
          .where('tenant_id', '=', tenant.id)
          .where('plan_id', '=', unit_id)
          .execute(),
      );
      expect(publications).toHaveLength(won[0]?.body.state === 'approved' ? 1 : 0);
    }
  });
});

describe('the queue', () => {
  test('PLN-53 shows what the caller may decide, and filters', async () => {
    const { request_id, subject } = await aSubmission(world, teacher, { due_days: 3 });
    const { data } = await lead.call(listApprovals, { query: { subject } });
    expect(data).toMatchObject([
      {
        id: request_id,
        step: 1,
        steps_count: 1,
        submitted_by: { id: teacher.id },
        plan: { subjects: [subject] },
        opened: false,
        can: { decide: true, delegate: true, withdraw: false },
      },
    ]);
    expect(data[0]?.changed_fields_count).toBeGreaterThan(0);
    expect(data[0]?.due_on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const asked = async (query: object) => (await queueOf(lead, { subject, ...query })).length;
    expect(await asked({ author_id: teacher.id, step: 1, min_changes: 1, due_before: data[0]?.due_on })).toBe(
      1,
    );
    for (const query of [
      { author_id: lead.id },
      { step: 2 },
      { min_changes: 99 },
      { due_before: '2000-01-01' },
    ])
      expect(await asked(query)).toBe(0);
    expect(await queueOf(teacher, { of: 'mine' })).toContain(request_id);
    expect(await queueOf(teacher)).not.toContain(request_id);
    expect(await queueOf(otherTenantAdmin, { of: 'all' })).toEqual([]);
  });

  test('PLN-53 several are approved at once only after their difference was opened, each for itself', async () => {
    const opened = await aSubmission(world, teacher);
    const unopened = await aSubmission(world, teacher);
    const unknown = newId();
    await lead.call(openApprovalDiff, params(opened.request_id));
    const ids = [opened.request_id, unopened.request_id, unknown];
    const { data } = await lead.call(bulkApprove, { body: { ids } });
    expect(data).toEqual([
      { id: opened.request_id, status: 'approved', code: null },
      { id: unopened.request_id, status: 'refused', code: 'diff_not_opened' },
      { id: unknown, status: 'refused', code: 'not_found' },
    ]);
    const again = await lead.call(bulkApprove, { body: { ids: [opened.request_id] } });
    expect(again.data[0]?.code).toBe('already_decided');
    const many = Array.from({ length: 51 }, () => newId());
    expect((await lead.send(bulkApprove, { body: { ids: many } })).status).toBe(422);
  });

  test('PLN-54 past its day approvers are reminded once a day, the lead after three days, once', async () => {
    const steps = [named('any', admin.id)];
    const { request_id } = await aSubmission(world, teacher, { steps, due_days: 2 });
    const reminded = async () => (await notices(admin.id, 'approval.due', request_id)).length;
    const told = async () => (await notices(lead.id, 'approval.overdue', request_id)).length;
    clock.advance({ hours: 24 * 2 });
    await remindApproversJob.run(system, {}, run);
    expect(await reminded()).toBe(0);
    clock.advance({ hours: 24 });
    for (const _ of ['once', 'twice']) await remindApproversJob.run(system, {}, run);
    expect([await reminded(), await told()]).toEqual([1, 0]);
    clock.advance({ hours: 24 * 3 });
    for (const _ of ['once', 'twice']) await remindApproversJob.run(system, {}, run);
    expect([await reminded(), await told()]).toEqual([2, 1]);
  });
});
