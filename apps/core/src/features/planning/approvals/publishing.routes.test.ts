import { createUnitLesson, createUnitPlan, getLessonPlan, getUnitPlan } from '@k12/contracts/planning/plans';
import {
  archiveUnit,
  previewUnit,
  publishLesson,
  publishUnit,
  submitUnit,
  unarchiveUnit,
  unpublishUnit,
  withdrawUnit,
} from '@k12/contracts/planning/transitions';
import { cutUnitVersion, getUnitVersion, listUnitVersions } from '@k12/contracts/planning/versions';
import { describe, expect, test } from 'vitest';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build } from '../../../test/people.ts';
import { aCompleteUnit, aRoute, aSubmission } from '../../../test/plan-approvals.ts';
import { objectives, richText, writeDraft } from '../../../test/plan-drafts.ts';

const world = await aSchool();
const { teacher, lead, student, otherTenantTeacher, tenant, platform, school } = world;
const colleague = await actorOf(world.server, tenant, { role: 'teacher', school_ids: [school.id] });

const complete = (text: string) => ({ overview: richText(text), objectives: objectives('1Name it') });
const publish = (id: string, body: object = {}) => teacher.call(publishUnit, { params: { id }, body });
const versionsOf = async (id: string) =>
  (await teacher.call(listUnitVersions, { params: { id }, query: {} })).data;

describe('publishing', () => {
  test('PLN-172 PLN-173 strangers get 404, students 403, readers 403', async () => {
    const id = await aCompleteUnit(world, teacher, { home: 'school' });
    for (const endpoint of [publishUnit, submitUnit]) {
      const request = { params: { id }, body: {} };
      expect((await otherTenantTeacher.send(endpoint, request)).status).toBe(404);
      expect((await student.send(endpoint, request)).status).toBe(403);
      expect((await colleague.send(endpoint, request)).status).toBe(403);
    }
  });

  test('PLN-46 (publishing too) what is missing gives 422 with each section, and nothing changes', async () => {
    const { id } = await teacher.call(createUnitPlan, { body: { title: 'Empty' } });
    const reply = await teacher.send(publishUnit, { params: { id }, body: {} });
    expect([reply.status, reply.body.errors.map((error: { pointer: string }) => error.pointer)]).toEqual([
      422,
      ['/objectives'],
    ]);
    expect(await versionsOf(id)).toEqual([]);
  });

  test('PLN-51 publishes the draft as a version and pins the version of each lesson with it', async () => {
    const id = await aCompleteUnit(world, teacher);
    const lesson = await teacher.call(createUnitLesson, { params: { id }, body: { title: 'One' } });
    const standing = await publish(id);
    expect(standing).toMatchObject({ state: 'published' });
    expect(standing.published_version_id).toBe(standing.current_version_id);
    const version = await teacher.call(getUnitVersion, { params: { id, number: 1 } });
    expect(version).toMatchObject({ kind: 'publish', is_published: true, live: [{ to_at: null }] });
    const shown = await teacher.call(getLessonPlan, { params: { id: lesson.id } });
    expect(shown).toMatchObject({ state: 'published' });
    expect(shown.published_version_id).toBe(version.lessons[0]?.version_id);
    await writeDraft(world, lesson.id, { check: 'Later' });
    await writeDraft(world, id, complete('Later'));
    const later = await teacher.call(getLessonPlan, { params: { id: lesson.id } });
    expect(later.published_version_id).toBe(shown.published_version_id);
  });

  test('PLN-51 a version that is no longer the newest is refused: 409 with the newest', async () => {
    const id = await aCompleteUnit(world, teacher);
    await teacher.call(cutUnitVersion, { params: { id }, body: {} });
    await writeDraft(world, id, complete('Heat'));
    await teacher.call(cutUnitVersion, { params: { id }, body: {} });
    const stale = await teacher.send(publishUnit, { params: { id }, body: { version_number: 1 } });
    expect([stale.status, stale.body.code, stale.body.current]).toEqual([
      409,
      'version_conflict',
      { version_number: 2 },
    ]);
    await writeDraft(world, id, complete('Not published'));
    await publish(id, { version_number: 2 });
    const versions = await versionsOf(id);
    expect(versions.find((row) => row.is_published)?.version_number).toBe(2);
  });

  test('PLN-32 the live version moves by publishing alone, not by edits and cuts', async () => {
    const id = await aCompleteUnit(world, teacher);
    const { published_version_id } = await publish(id);
    await writeDraft(world, id, complete('Heat'));
    await teacher.call(cutUnitVersion, { params: { id }, body: {} });
    const unit = await teacher.call(getUnitPlan, { params: { id } });
    expect(unit.published_version_id).toBe(published_version_id);
    expect(unit.current_version_id).not.toBe(published_version_id);
  });

  test('PLN-52 unpublishing returns to draft, keeps when the version was live, and warns of placements', async () => {
    const id = await aCompleteUnit(world, teacher);
    await publish(id);
    const standing = await teacher.call(unpublishUnit, { params: { id } });
    expect(standing).toMatchObject({ state: 'draft', published_version_id: null, warnings: [] });
    const [version] = await versionsOf(id);
    expect(version?.live).toMatchObject([{ from_at: expect.any(String), to_at: expect.any(String) }]);
    const again = await teacher.send(unpublishUnit, { params: { id } });
    expect([again.status, again.body.code]).toEqual([409, 'invalid_transition']);
  });

  test('PLN-52 what was published with a unit is taken down with it, and comes back with it', async () => {
    const id = await aCompleteUnit(world, teacher);
    const lesson = await teacher.call(createUnitLesson, { params: { id }, body: { title: 'One' } });
    const shown = () => teacher.call(getLessonPlan, { params: { id: lesson.id } });
    await publish(id);
    const { published_version_id } = await shown();
    await teacher.call(unpublishUnit, { params: { id } });
    expect(await shown()).toMatchObject({ state: 'draft', published_version_id: null });
    await publish(id);
    expect(await shown()).toMatchObject({ state: 'published', published_version_id });
  });

  test('PLN-56 a move that is not in the table is refused and changes nothing', async () => {
    const id = await aCompleteUnit(world, teacher);
    for (const endpoint of [withdrawUnit, unpublishUnit, unarchiveUnit, submitUnit]) {
      const reply = await teacher.send(endpoint, { params: { id }, body: {} } as never);
      expect([endpoint.name, reply.status, reply.body.code]).toEqual([
        endpoint.name,
        409,
        'invalid_transition',
      ]);
    }
    expect(await teacher.call(getUnitPlan, { params: { id } })).toMatchObject({
      state: 'draft',
      current_version_id: null,
    });
  });

  test('PLN-56 nothing is published around the configured approval, but an approver may', async () => {
    const subject = await aRoute(world);
    const id = await aCompleteUnit(world, teacher, { subjects: [subject] });
    const refused = await teacher.send(publishUnit, { params: { id }, body: {} });
    expect([refused.status, refused.body.context.reason]).toEqual([409, 'approval_required']);
    const { state } = await lead.call(publishUnit, { params: { id }, body: {} });
    expect(state).toBe('published');
  });

  test('PLN-51 a lesson of a unit is published with it, never alone', async () => {
    const id = await aCompleteUnit(world, teacher);
    const lesson = await teacher.call(createUnitLesson, { params: { id }, body: { title: 'One' } });
    const reply = await teacher.send(publishLesson, { params: { id: lesson.id }, body: {} });
    expect([reply.status, reply.body.context.reason]).toEqual([409, 'with_unit']);
  });

  test('PLN-43 archiving and taking up again keep name and versions; PLN-177 the events carry no text', async () => {
    const id = await aCompleteUnit(world, teacher, { title: 'Very private words' });
    await publish(id);
    await teacher.call(archiveUnit, { params: { id }, body: {} });
    expect((await teacher.send(cutUnitVersion, { params: { id }, body: {} })).status).toBe(409);
    const { state } = await teacher.call(unarchiveUnit, { params: { id } });
    expect([state, (await versionsOf(id)).length]).toEqual(['draft', 1]);
    const events = await build(platform, (tx) =>
      tx.selectFrom('domain_events').selectAll().where('tenant_id', '=', tenant.id).execute(),
    );
    const own = events.filter((event) => JSON.stringify(event.payload).includes(id));
    expect(own.map((event) => event.name)).toEqual(
      expect.arrayContaining(['unit_plan.published', 'unit_plan.archived']),
    );
    expect(JSON.stringify(own)).not.toContain('Very private words');
    const audit = await build(platform, (tx) =>
      tx
        .selectFrom('audit_events')
        .select('action')
        .where('tenant_id', '=', tenant.id)
        .where('target_id', '=', id)
        .execute(),
    );
    expect(audit.map((event) => event.action)).toEqual(
      expect.arrayContaining(['plan.published', 'plan.archived', 'plan.unarchived']),
    );
  });
});

describe('preview', () => {
  test('PLN-48 shows the plan as readers get it, what is missing, and the difference to what is live', async () => {
    const id = await aCompleteUnit(world, teacher);
    const lesson = await teacher.call(createUnitLesson, { params: { id }, body: { title: 'One' } });
    await publish(id);
    await writeDraft(world, id, { overview: richText('Heat'), objectives: [] });
    const preview = await teacher.call(previewUnit, { params: { id } });
    expect(preview).toMatchObject({
      state: 'published',
      next_version_number: 2,
      has_unsaved_changes: true,
      published: { version_number: 1 },
      draft: { content: { overview: richText('Heat') }, lessons: [{ lesson_plan_id: lesson.id }] },
    });
    expect(preview.warnings).toMatchObject([
      { code: 'missing', path: '/objectives', blocks: true },
      { code: 'unaligned', blocks: false },
    ]);
    expect(preview.changes.map((change) => [change.path.split('/')[1], change.status])).toEqual([
      ['overview', 'changed'],
      ['objectives', 'removed'],
    ]);
    expect(preview.can).toMatchObject({ publish: false, unpublish: true, archive: true });
    expect((await otherTenantTeacher.send(previewUnit, { params: { id } })).status).toBe(404);
  });

  test('PLN-45 PLN-48 tells which rule asks for approval and whom handing in would ask, never the caller', async () => {
    const subject = await aRoute(world, { publish_on_approval: true });
    const id = await aCompleteUnit(world, teacher, { subjects: [subject], home: 'school' });
    const approvalFor = async (actor: typeof teacher) =>
      (await actor.call(previewUnit, { params: { id } })).approval;
    const seen = await approvalFor(teacher);
    expect(seen).toMatchObject({
      required: true,
      steps: 1,
      rule: { school_name: expect.any(String), subject, publish_on_approval: true },
    });
    expect(seen.approvers.map((person) => person.id)).toContain(lead.id);
    expect((await approvalFor(lead)).approvers.map((person) => person.id)).not.toContain(lead.id);
    const free = await aCompleteUnit(world, teacher, { subjects: ['Unruled'] });
    expect((await teacher.call(previewUnit, { params: { id: free } })).approval).toMatchObject({
      required: false,
      rule: null,
      approvers: [],
    });
  });
});

describe('submitting', () => {
  test('PLN-46 PLN-47 binds one version; going on writing changes nothing; submitting again supersedes', async () => {
    const { unit_id: id, request_id } = await aSubmission(world, teacher);
    expect((await versionsOf(id))[0]).toMatchObject({ kind: 'submit', is_under_review: true });
    const same = await teacher.send(submitUnit, { params: { id }, body: {} });
    expect([same.status, same.body.context.reason]).toEqual([409, 'nothing_new']);
    await writeDraft(world, id, complete('Heat'));
    const again = await teacher.call(submitUnit, { params: { id }, body: {} });
    expect(again.approval_request_id).not.toBe(request_id);
    const requests = await build(platform, (tx) =>
      tx
        .selectFrom('approval_requests')
        .select(['id', 'state'])
        .where('tenant_id', '=', tenant.id)
        .where('plan_id', '=', id)
        .orderBy('submitted_at')
        .execute(),
    );
    expect(Object.fromEntries(requests.map((row) => [row.id, row.state]))).toEqual({
      [request_id]: 'superseded',
      [again.approval_request_id ?? '']: 'pending',
    });
    const [current, former] = await versionsOf(id);
    expect([current?.is_under_review, former?.is_under_review]).toEqual([true, false]);
  });

  test('PLN-46 an incomplete plan is not submitted: 422 lists each missing section', async () => {
    const subject = await aRoute(world);
    const { id } = await teacher.call(createUnitPlan, { body: { title: 'Empty', subjects: [subject] } });
    const reply = await teacher.send(submitUnit, { params: { id }, body: {} });
    expect([reply.status, reply.body.errors[0].pointer]).toEqual([422, '/objectives']);
    expect((await teacher.call(getUnitPlan, { params: { id } })).state).toBe('draft');
  });

  test('PLN-56 withdrawing is for who submitted; an approval is taken back with a reason', async () => {
    const { unit_id: id } = await aSubmission(world, teacher);
    expect((await lead.send(withdrawUnit, { params: { id }, body: {} })).status).toBe(403);
    expect(await teacher.call(withdrawUnit, { params: { id }, body: {} })).toMatchObject({
      state: 'draft',
      approval_request_id: null,
    });
  });
});
