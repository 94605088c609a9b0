import { listNotifications } from '@k12/contracts/communication/notifications';
import {
  type CommentCreate,
  createComment,
  listComments,
  reopenThread,
  resolveThread,
  updateComment,
} from '@k12/contracts/planning/comments';
import { createPlanExport, getPlanExportFile } from '@k12/contracts/planning/exports';
import { createUnitPlan } from '@k12/contracts/planning/plans';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { contextOf } from '../../../test/a-platform.ts';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build } from '../../../test/people.ts';
import { objectives, richText, writeDraft } from '../../../test/plan-drafts.ts';
import type { TestActor } from '../../../test/test-server.ts';
import { renderExport } from '../exports/render-export.service.ts';

const world = await aSchool();
const { anonymous, teacher, lead, student, guardian, otherTenantTeacher, school } = world;
const commenter = await actorOf(world.server, world.tenant, { role: 'teacher', school_ids: [school.id] });
const reader = await actorOf(world.server, world.tenant, { role: 'teacher', school_ids: [school.id] });

async function aUnit() {
  const unit = await teacher.call(createUnitPlan, { body: { title: 'Ratios', home: 'school' } });
  await writeDraft(world, unit.id, {
    overview: richText('Compare two recipes.'),
    objectives: objectives('1Write ratios'),
  });
  await build(world.platform, (tx) =>
    tx
      .insertInto('plan_collaborators')
      .values({
        tenant_id: world.tenant.id,
        id: newId(),
        plan_id: unit.id,
        user_id: commenter.id,
        access: 'comment',
        created_by: teacher.id,
        created_at: world.clock.now().toISOString(),
      })
      .execute(),
  );
  return unit;
}

const comment = (actor: TestActor, plan_id: string, given: Partial<CommentCreate> = {}) =>
  actor.call(createComment, { body: { plan_id, body: 'Which recipes?', ...given } });
const threadsOf = async (actor: TestActor, plan_id: string) =>
  (await actor.call(listComments, { query: { plan_id } })).data;
const kindsFor = async (actor: TestActor) =>
  (await actor.call(listNotifications, { query: {} })).data.map(({ kind }) => kind);

describe('who may', () => {
  test('PLN-172 PLN-173 signed out 401, students 403, readers 403, others 404', async () => {
    const unit = await aUnit();
    const query = { plan_id: unit.id };
    expect((await anonymous.send(listComments, { query })).status).toBe(401);
    for (const actor of [student, guardian, reader]) {
      expect((await actor.send(listComments, { query })).status).toBe(403);
      const body = { plan_id: unit.id, body: 'x' };
      expect((await actor.send(createComment, { body })).status).toBe(403);
    }
    expect((await otherTenantTeacher.send(listComments, { query })).status).toBe(404);
  });

  test('PLN-150 owner, lead and a person with comment right open threads, reply, settle and take up again', async () => {
    const unit = await aUnit();
    const thread = await comment(commenter, unit.id, { path: '/overview', quote: 'two recipes' });
    await comment(teacher, unit.id, { thread_id: thread.id, body: 'Lemonade and paint' });
    await comment(lead, unit.id, { body: 'Good start' });
    const threads = await threadsOf(commenter, unit.id);
    expect(threads.map(({ comments }) => comments.map(({ body }) => body))).toEqual([
      ['Which recipes?', 'Lemonade and paint'],
      ['Good start'],
    ]);
    const params = { id: thread.id };
    expect(await teacher.call(resolveThread, { params })).toMatchObject({
      state: 'resolved',
      resolved_by: { id: teacher.id },
    });
    expect(await commenter.call(reopenThread, { params })).toMatchObject({
      state: 'open',
      resolved_by: null,
    });
  });

  test('PLN-150 only people who can open the plan may be mentioned', async () => {
    const unit = await teacher.call(createUnitPlan, { body: { title: 'Mine alone' } });
    const mention = (id: string) =>
      teacher.send(createComment, { body: { plan_id: unit.id, body: 'Look', mentions: [id] } });
    for (const id of [reader.id, student.id, otherTenantTeacher.id, newId()]) {
      const refused = await mention(id);
      expect(refused.status).toBe(422);
      expect(refused.body.errors).toMatchObject([{ pointer: '/mentions/0', code: 'cannot_open_plan' }]);
    }
    expect((await mention(lead.id)).status).toBe(201);
    expect(await threadsOf(teacher, unit.id)).toHaveLength(1);
  });

  test('PLN-150 one’s own comment can be changed for 15 minutes, nobody else’s ever', async () => {
    const unit = await aUnit();
    const thread = await comment(commenter, unit.id);
    const [said] = thread.comments;
    const change = (actor: TestActor, lock_version = 0) =>
      actor.send(updateComment, {
        params: { id: said?.id ?? '' },
        body: { body: 'Which two?', lock_version },
      });
    expect((await change(teacher)).status).toBe(403);
    expect((await change(commenter)).body.comments[0]).toMatchObject({
      body: 'Which two?',
      can: { update: true },
    });
    expect((await change(commenter)).status).toBe(409);
    world.clock.advance({ minutes: 16 });
    expect((await change(commenter, 1)).status).toBe(409);
  });
});

test('PLN-151 a thread follows its words and keeps its quote when they are gone', async () => {
  const unit = await aUnit();
  await comment(commenter, unit.id, { path: '/overview', quote: 'two recipes' });
  await writeDraft(world, unit.id, {
    overview: richText('In pairs, students compare recipes, two of them.'),
  });
  expect(await threadsOf(teacher, unit.id)).toMatchObject([{ anchor: 'text_changed' }]);
  await writeDraft(world, unit.id, { overview: richText('In pairs, compare two recipes.') });
  expect(await threadsOf(teacher, unit.id)).toMatchObject([{ anchor: 'quote', quote: 'two recipes' }]);
});

test('PLN-152 a mention is told at once, a reply to those who take part, nobody of their own words', async () => {
  const unit = await aUnit();
  const thread = await comment(commenter, unit.id, { mentions: [lead.id] });
  expect(await kindsFor(lead)).toContain('plan_comment.mentioned');
  expect(await kindsFor(teacher)).toContain('plan_comment.replied');
  await comment(teacher, unit.id, { thread_id: thread.id });
  expect(new Set(await kindsFor(commenter))).toEqual(new Set(['plan_comment.replied']));
});

test('PLN-152 comments are in no export', async () => {
  const unit = await aUnit();
  await comment(commenter, unit.id, { body: 'A secret between colleagues' });
  const asked = await teacher.call(createPlanExport, { body: { plan_id: unit.id, format: 'json' } });
  await renderExport(contextOf(world.platform, world.tenant), asked.id);
  const file = await teacher.send(getPlanExportFile, { params: { id: asked.id } });
  expect(file.status).toBe(200);
  expect(JSON.stringify(file.body)).not.toContain('secret between colleagues');
});

test('PLN-174 a quote without a place, a version of another plan, an empty body: each is named', async () => {
  const unit = await aUnit();
  const send = (given: object) =>
    teacher.send(createComment, { body: { plan_id: unit.id, body: 'x', ...given } });
  expect((await send({ quote: 'recipes' })).body.errors).toMatchObject([{ pointer: '/path' }]);
  expect((await send({ version_id: newId() })).body.errors).toMatchObject([{ pointer: '/version_id' }]);
  expect((await send({ approval_request_id: newId() })).status).toBe(422);
  expect((await send({ body: '  ' })).status).toBe(422);
  expect((await send({ thread_id: newId() })).status).toBe(404);
});
