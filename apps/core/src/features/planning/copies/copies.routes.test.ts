import {
  acceptPlanOffer,
  duplicateUnit,
  getLineage,
  listKeptTexts,
  listPlanOffers,
  movePack,
  offerCopy,
  revokePlanOffer,
} from '@k12/contracts/planning/copies';
import { getUnitDraft } from '@k12/contracts/planning/drafts';
import { getPlannerSchema } from '@k12/contracts/planning/packs';
import {
  createUnitLesson,
  createUnitPlan,
  getUnitPlan,
  listUnitLessons,
} from '@k12/contracts/planning/plans';
import { getTemplateUpdate, takeTemplateUpdate } from '@k12/contracts/planning/templates';
import { cutUnitVersion, listUnitVersions } from '@k12/contracts/planning/versions';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { runJob } from '../../../platform/jobs/run-job.ts';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build, nextNumber } from '../../../test/people.ts';
import { richText, writeDraft } from '../../../test/plan-drafts.ts';
import type { TestActor } from '../../../test/test-server.ts';
import { copyLessonsJob } from './copy-lessons.jobs.ts';

const world = await aSchool();
const { anonymous, student, teacher, otherTenantTeacher, otherSchoolAdmin, school } = world;
const colleague = await actorOf(world.server, world.tenant, { role: 'teacher', school_ids: [school.id] });

async function aUnit(lessons = 0, actor: TestActor = teacher) {
  const unit = await actor.call(createUnitPlan, { body: { title: `Unit ${nextNumber()}` } });
  await writeDraft(world, unit.id, { overview: richText('As it was') });
  for (let at = 1; at <= lessons; at++) {
    const body = { title: `Lesson ${at}`, duration_minutes: 40 };
    await actor.call(createUnitLesson, { params: { id: unit.id }, body });
  }
  return unit;
}

async function lessonTitles(actor: TestActor, id: string): Promise<string[]> {
  return (await actor.call(listUnitLessons, { params: { id } })).data.map(({ title }) => title);
}

describe('duplicating a unit', () => {
  test('PLN-172 PLN-173 401, 403 for students, 404 for what one may not open', async () => {
    const { id } = await aUnit();
    const request = { params: { id }, body: {} };
    expect((await anonymous.send(duplicateUnit, request)).status).toBe(401);
    expect((await student.send(duplicateUnit, request)).status).toBe(403);
    for (const actor of [otherTenantTeacher, otherSchoolAdmin, colleague]) {
      expect((await actor.send(duplicateUnit, request)).status).toBe(404);
    }
  });

  test('PLN-140 PLN-141 the copy has words and lessons, is independent, and both know of each other', async () => {
    const unit = await aUnit(2);
    const params = { id: unit.id };
    const { unit: copy, lessons_pending } = await teacher.call(duplicateUnit, {
      params,
      body: { title: 'Again' },
    });
    expect([copy.title, copy.source_plan_id, lessons_pending]).toEqual(['Again', unit.id, 0]);
    expect(await lessonTitles(teacher, copy.id)).toEqual(['Lesson 1', 'Lesson 2']);
    await writeDraft(world, copy.id, { overview: richText('Mine now') });
    const { content } = await teacher.call(getUnitDraft, { params });
    expect(content).toEqual({ overview: richText('As it was') });
    expect((await teacher.call(getLineage, { params })).copies_count).toBe(1);
    const { source } = await teacher.call(getLineage, { params: { id: copy.id } });
    expect(source).toMatchObject({ id: unit.id, version_number: 1, readable: true });
  });

  test('PLN-140 the same idempotency key gives the same copy', async () => {
    const { id } = await aUnit(1);
    const headers = { 'idempotency-key': newId() };
    const replies = [];
    for (let at = 0; at < 2; at++) {
      replies.push(await teacher.send(duplicateUnit, { params: { id }, body: {} }, headers));
    }
    expect(replies.map(({ status }) => status)).toEqual([201, 201]);
    expect(replies[1]?.body.unit.id).toBe(replies[0]?.body.unit.id);
    expect((await teacher.call(getLineage, { params: { id } })).copies_count).toBe(1);
  });

  test('PLN-140 beyond 20 lessons they follow in the background, once however often the job runs', async () => {
    const unit = await aUnit(21);
    const reply = await teacher.send(duplicateUnit, { params: { id: unit.id }, body: {} });
    expect([reply.status, reply.body.lessons_pending]).toEqual([202, 21]);
    const copy = reply.body.unit;
    expect(await lessonTitles(teacher, copy.id)).toEqual([]);
    const envelope = {
      kind: copyLessonsJob.name,
      version: 1,
      tenant_id: world.tenant.id,
      request_id: newId(),
      started_by: teacher.id,
      payload: { plan_id: copy.id, version_id: copy.source_version_id },
    };
    const run = { job_id: newId(), attempt: 1, signal: new AbortController().signal };
    for (let at = 0; at < 2; at++) await runJob(world.platform, copyLessonsJob, envelope, run);
    expect(await lessonTitles(teacher, copy.id)).toEqual(await lessonTitles(teacher, unit.id));
  });

  test('PLN-141 a copy takes changes of its source field by field', async () => {
    const unit = await aUnit();
    const { unit: copy } = await teacher.call(duplicateUnit, { params: { id: unit.id }, body: {} });
    await writeDraft(world, unit.id, { overview: richText('Improved') });
    await teacher.call(cutUnitVersion, { params: { id: unit.id }, body: {} });
    const params = { id: copy.id };
    const update = await teacher.call(getTemplateUpdate, { params, query: {} });
    expect([update.origin, update.offers.map(({ path }) => path)]).toEqual(['source', ['/overview']]);
    const { to_version_id, draft_revision: revision } = update;
    await teacher.call(takeTemplateUpdate, {
      params,
      body: { to_version_id, revision, paths: ['/overview'] },
    });
    const { content } = await teacher.call(getUnitDraft, { params });
    expect(content).toEqual({ overview: richText('Improved') });
  });
});

describe('offering a copy', () => {
  test('PLN-142 PLN-143 a colleague is told, takes a copy of the own, and a withdrawn offer is gone at once', async () => {
    const unit = await aUnit(1);
    const params = { id: unit.id };
    const to = { kind: 'person' as const, id: colleague.id };
    expect((await colleague.send(offerCopy, { params, body: { to } })).status).toBe(404);
    const offer = await teacher.call(offerCopy, { params, body: { to, note: 'You asked for it' } });
    const told = await build(world.platform, (tx) =>
      tx
        .selectFrom('notifications')
        .select('kind')
        .where('user_id', '=', colleague.id)
        .where('subject_id', '=', unit.id)
        .execute(),
    );
    expect(told).toEqual([{ kind: 'plan.copy_offered' }]);
    const { data } = await colleague.call(listPlanOffers, { query: {} });
    expect(data).toMatchObject([{ id: offer.id, title: unit.title, note: 'You asked for it' }]);
    const copy = await colleague.call(acceptPlanOffer, { params: { id: offer.id } });
    expect([copy.owner.id, copy.source_plan_id]).toEqual([colleague.id, unit.id]);
    expect(await lessonTitles(colleague, copy.id)).toEqual(['Lesson 1']);
    expect((await colleague.send(getUnitPlan, { params })).status).toBe(404);
    await writeDraft(world, copy.id, { overview: richText('Changed by a colleague') });
    expect((await teacher.call(getUnitDraft, { params })).content).toEqual({
      overview: richText('As it was'),
    });
    await teacher.call(revokePlanOffer, { params: { id: offer.id } });
    expect((await colleague.send(acceptPlanOffer, { params: { id: offer.id } })).status).toBe(404);
    expect((await colleague.call(listPlanOffers, { query: {} })).data).toEqual([]);
    expect((await colleague.call(getUnitPlan, { params: { id: copy.id } })).id).toBe(copy.id);
  });

  test('PLN-142 an offer to a school reaches its staff and nobody else', async () => {
    const unit = await aUnit();
    const body = { to: { kind: 'school' as const, id: school.id } };
    const offer = await teacher.call(offerCopy, { params: { id: unit.id }, body });
    const offersOf = async (actor: TestActor) =>
      (await actor.call(listPlanOffers, { query: { limit: 200 } })).data.map(({ id }) => id);
    expect(await offersOf(colleague)).toContain(offer.id);
    for (const actor of [otherSchoolAdmin, otherTenantTeacher, teacher]) {
      expect(await offersOf(actor)).not.toContain(offer.id);
    }
  });
});

describe('moving a unit to another pack', () => {
  const target = { pack_key: 'scheme_of_work', pack_version: 1 };
  const objectives = [{ id: newId(), text: 'Compare' }];

  async function aFilledUnit() {
    const unit = await aUnit();
    await writeDraft(world, unit.id, {
      overview: richText('Why rivers'),
      objectives,
      support: richText('Help'),
    });
    return unit;
  }

  test('PLN-61 the preview names what goes where and what has no place, and changes nothing', async () => {
    const unit = await aFilledUnit();
    const params = { id: unit.id };
    const preview = await teacher.call(movePack, { params, body: { ...target, dry_run: true } });
    expect(preview.moved).toBe(false);
    expect(preview.mapping.map(({ from_key, to_key }) => [from_key, to_key]).sort()).toEqual([
      ['objectives', 'objectives'],
      ['overview', null],
      ['support', null],
    ]);
    expect(preview.mapping.find(({ from_key }) => from_key === 'overview')?.candidates).toContain('intent');
    expect(preview.unmapped.map(({ key }) => key).sort()).toEqual(['overview', 'support']);
    expect((await teacher.call(getUnitPlan, { params })).pack_key).toBe('plain');
  });

  test('PLN-61 the move is one version of kind import; text without a place is kept beside the unit', async () => {
    const unit = await aFilledUnit();
    const params = { id: unit.id };
    const body = { ...target, mapping: { overview: 'intent' } };
    const { unit: moved } = await teacher.call(movePack, { params, body });
    expect([moved.pack_key, moved.schema_key]).toEqual(['scheme_of_work', 'unit']);
    const { content } = await teacher.call(getUnitDraft, { params });
    expect(content).toEqual({ intent: richText('Why rivers'), objectives });
    const { data: kept } = await teacher.call(listKeptTexts, { params });
    expect(kept).toMatchObject([{ path: '/support', value: richText('Help'), reason: 'pack_move' }]);
    const { data: versions } = await teacher.call(listUnitVersions, { params, query: {} });
    expect(versions.map(({ kind }) => kind)).toEqual(['import', 'snapshot']);
  });

  test('PLN-64 a unit whose pack is gone says so, shows its words, and can be moved to one that is there', async () => {
    const unit = await aFilledUnit();
    await build(world.platform, (tx) =>
      tx.updateTable('plans').set({ pack_key: 'lost', pack_version: 9 }).where('id', '=', unit.id).execute(),
    );
    const params = { id: unit.id };
    const found = await teacher.call(getPlannerSchema, { query: { plan_id: unit.id } });
    expect([found.schema, found.json_schema, found.why]).toEqual([null, null, 'plan']);
    const { content } = await teacher.call(getUnitDraft, { params });
    expect(Object.keys(content).sort()).toEqual(['objectives', 'overview', 'support']);
    const { unmapped } = await teacher.call(movePack, { params, body: { ...target, dry_run: true } });
    expect(unmapped.map(({ key }) => key).sort()).toEqual(['objectives', 'overview', 'support']);
  });
});
