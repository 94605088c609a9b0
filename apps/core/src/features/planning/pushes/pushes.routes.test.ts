import { duplicateUnit, listKeptTexts } from '@k12/contracts/planning/copies';
import { getUnitDraft, patchUnitDraft } from '@k12/contracts/planning/drafts';
import { getPlannerSchema } from '@k12/contracts/planning/packs';
import { createUnitPlan, getUnitPlan, listUnitPlans } from '@k12/contracts/planning/plans';
import {
  type CurriculumPushReport,
  createPush,
  getPush,
  listPushes,
  type PushCreate,
  recallPush,
} from '@k12/contracts/planning/pushes';
import {
  createTemplate,
  createUnitFromTemplate,
  getTemplateUpdate,
  listTemplates,
} from '@k12/contracts/planning/templates';
import { cutTemplateVersion, listUnitVersions } from '@k12/contracts/planning/versions';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { runJob } from '../../../platform/jobs/run-job.ts';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { buildSchool, nextNumber } from '../../../test/people.ts';
import { richText, writeDraft } from '../../../test/plan-drafts.ts';
import { publishVersion } from '../../../test/publish-plan.ts';
import { runPushJob } from './pushes.jobs.ts';

const world = await aSchool();
const { anonymous, admin, teacher, districtAdmin, otherTenantAdmin, school, otherSchool } = world;

const locked = { path: '/overview', rule: 'locked' as const, reason: 'Agreed by every school' };
const recommended = { path: '/support', rule: 'recommended' as const, reason: null };

async function work(push: CurriculumPushReport): Promise<void> {
  const envelope = {
    kind: runPushJob.name,
    version: 1,
    tenant_id: world.tenant.id,
    request_id: newId(),
    started_by: districtAdmin.id,
    payload: { push_id: push.id },
  };
  const run = { job_id: newId(), attempt: 1, signal: new AbortController().signal };
  await runJob(world.platform, runPushJob, envelope, run);
}

async function offer(id: string, content: object): Promise<void> {
  await writeDraft(world, id, content);
  const { version } = await districtAdmin.call(cutTemplateVersion, { params: { id }, body: {} });
  await publishVersion(world, id, version.id);
}

async function aTemplate(content: object = { overview: richText('District words') }) {
  const body = { title: `District unit ${nextNumber()}`, level: 'district' as const };
  const template = await districtAdmin.call(createTemplate, { body });
  await offer(template.id, content);
  return template.id;
}

async function push(plan_id: string, given: Partial<PushCreate> = {}): Promise<CurriculumPushReport> {
  const body = { what: { kind: 'plan' as const, plan_id }, school_ids: [school.id], ...given };
  const made = await districtAdmin.call(createPush, { body });
  await work(made);
  return districtAdmin.call(getPush, { params: { id: made.id ?? '' } });
}

async function aUnitFrom(templateId: string) {
  return teacher.call(createUnitFromTemplate, { params: { id: templateId }, body: {} });
}

async function contentOf(id: string) {
  return (await teacher.call(getUnitDraft, { params: { id } })).content;
}

describe('handing a template down', () => {
  test('PLN-144 401; teachers and school admins 403; another tenant’s plan 404', async () => {
    const plan_id = await aTemplate();
    const body = { what: { kind: 'plan' as const, plan_id }, school_ids: [school.id] };
    expect((await anonymous.send(createPush, { body })).status).toBe(401);
    for (const actor of [teacher, admin]) expect((await actor.send(createPush, { body })).status).toBe(403);
    const foreign = { ...body, school_ids: [world.otherTenantSchool.id] };
    expect((await otherTenantAdmin.send(createPush, { body: foreign })).status).toBe(404);
    const unknown = { ...body, school_ids: [newId()] };
    expect((await districtAdmin.send(createPush, { body: unknown })).status).toBe(422);
  });

  test('PLN-144 a dry run counts and changes nothing; the push delivers one copy to each school, once', async () => {
    const plan_id = await aTemplate();
    const schools = [school.id, otherSchool.id];
    const body = { what: { kind: 'plan' as const, plan_id }, school_ids: schools, dry_run: true };
    const dry = await districtAdmin.send(createPush, { body });
    expect([dry.status, dry.body.counts.deliver, dry.body.id]).toEqual([200, 2, null]);
    const made = await push(plan_id, { school_ids: schools });
    expect([made.state, made.counts.done, made.counts.failed]).toEqual(['finished', 2, 0]);
    await work(made);
    const { data } = await teacher.call(listTemplates, { query: { level: 'school', offered: 'true' } });
    const copies = data.filter((row) => row.source_plan_id === plan_id);
    expect(copies.map((row) => [row.school_id, row.offered])).toEqual([[school.id, true]]);
    const { data: pushes } = await districtAdmin.call(listPushes, { query: {} });
    expect(pushes.map(({ id }) => id)).toContain(made.id);
    const again = await push(plan_id, { school_ids: schools });
    expect(again.counts.deliver).toBe(0);
  });

  test('PLN-144 a later time schedules the push; a unit of the district arrives as a unit of the school', async () => {
    const unit = await districtAdmin.call(createUnitPlan, { body: { title: 'Safety', home: 'district' } });
    const run_at = new Date(world.clock.now().getTime() + 86_400_000).toISOString();
    const body = { what: { kind: 'plan' as const, plan_id: unit.id }, school_ids: [school.id], run_at };
    const made = await districtAdmin.call(createPush, { body });
    expect([made.state, made.counts.done]).toEqual(['scheduled', 0]);
    await work(made);
    const { data } = await teacher.call(listUnitPlans, { query: { of: 'school', q: 'Safety' } });
    expect(data.map((row) => [row.home, row.source_plan_id]).sort()).toContainEqual(['school', unit.id]);
  });

  test('PLN-144 a pack becomes the pack of the schools chosen', async () => {
    const { id } = await buildSchool(world.platform, world.tenant);
    const what = { kind: 'pack' as const, pack_key: 'five_e', pack_version: 1 };
    const made = await districtAdmin.call(createPush, { body: { what, school_ids: [id] } });
    await work(made);
    const found = await districtAdmin.call(getPlannerSchema, { query: { school_id: id } });
    expect([found.pack_key, found.why]).toEqual(['five_e', 'school']);
  });
});

describe('locked, recommended and free', () => {
  test('PLN-145 PLN-146 a locked path takes the district’s words; the teacher’s own are kept beside it and in history', async () => {
    const templateId = await aTemplate();
    const unit = await aUnitFrom(templateId);
    const own = { overview: richText('My own words'), support: richText('My support') };
    await writeDraft(world, unit.id, own, teacher.id);
    await offer(templateId, { overview: richText('New district words'), support: richText('Advice') });
    const made = await push(templateId, { rules: [locked, recommended] });
    expect(made.counts).toMatchObject({ deliver: 1, lock: 1, done: 2 });
    const params = { id: unit.id };
    expect(await contentOf(unit.id)).toEqual({ ...own, overview: richText('New district words') });
    const { data: kept } = await teacher.call(listKeptTexts, { params });
    expect(kept).toMatchObject([{ path: '/overview', value: own.overview, reason: 'push' }]);
    const { data: versions } = await teacher.call(listUnitVersions, { params, query: {} });
    expect(versions.map(({ kind }) => kind)).toEqual(['push', 'snapshot']);
    const { locked_paths, draft_revision } = await teacher.call(getUnitPlan, { params });
    expect(locked_paths).toMatchObject([{ path: '/overview', reason: locked.reason }]);
    const refused = await teacher.send(patchUnitDraft, {
      params,
      body: {
        revision: draft_revision,
        change_id: newId(),
        changes: [{ op: 'set', path: '/overview', value: richText('Mine again') }],
      },
    });
    expect([refused.status, refused.body.code]).toEqual([403, 'path_locked']);
    const { offers } = await teacher.call(getTemplateUpdate, { params, query: {} });
    expect(offers.map(({ path, untouched }) => [path, untouched])).toEqual([['/support', false]]);
  });

  test('PLN-184 before sending it says how many see a lock, an offer or nothing; no words of a teacher are lost by sending', async () => {
    const templateId = await aTemplate();
    const units = [await aUnitFrom(templateId), await aUnitFrom(templateId)];
    for (const { id } of units)
      await writeDraft(world, id, { overview: richText(`Words of ${id}`) }, teacher.id);
    const ask = async (rules: PushCreate['rules']) => {
      const what = { kind: 'plan' as const, plan_id: templateId };
      const body = { what, school_ids: [school.id], rules, dry_run: true };
      const {
        lock,
        offer: offered,
        none,
        deliver,
      } = (await districtAdmin.send(createPush, { body })).body.counts;
      return { deliver, lock, offer: offered, none };
    };
    expect(await ask([locked])).toEqual({ deliver: 1, lock: 2, offer: 0, none: 0 });
    expect(await ask([recommended])).toEqual({ deliver: 1, lock: 0, offer: 2, none: 0 });
    expect(await ask([])).toEqual({ deliver: 1, lock: 0, offer: 0, none: 2 });
    const lookAtAll = () => Promise.all(units.map(({ id }) => contentOf(id)));
    const before = await lookAtAll();
    await push(templateId, { rules: [recommended] });
    expect(await lookAtAll()).toEqual(before);
    await push(templateId, { rules: [locked] });
    for (const { id } of units) {
      const { data } = await teacher.call(listKeptTexts, { params: { id } });
      expect(data).toMatchObject([{ path: '/overview', value: richText(`Words of ${id}`) }]);
    }
  });

  test('PLN-145 a later push updates the locked path again and leaves free ones alone', async () => {
    const templateId = await aTemplate();
    const unit = await aUnitFrom(templateId);
    await push(templateId, { rules: [locked] });
    await offer(templateId, { overview: richText('Second edition'), reflection: richText('Free') });
    await push(templateId, { rules: [locked] });
    expect(await contentOf(unit.id)).toEqual({ overview: richText('Second edition') });
    const { data: kept } = await teacher.call(listKeptTexts, { params: { id: unit.id } });
    expect(kept).toEqual([]);
  });

  test('PLN-144 grades narrow whom a lock reaches', async () => {
    const templateId = await aTemplate();
    await aUnitFrom(templateId);
    const made = await push(templateId, { rules: [locked], grade_levels: ['12'] });
    expect(made.counts.lock).toBe(0);
  });
});

describe('taking a push back', () => {
  test('PLN-147 untouched copies are archived, touched plans stay and lose their locks, both acts are kept', async () => {
    const templateId = await aTemplate();
    const unit = await aUnitFrom(templateId);
    const made = await push(templateId, { rules: [locked], school_ids: [school.id, otherSchool.id] });
    const copy = made.targets.find((row) => row.effect === 'deliver' && row.school_id === school.id);
    await aUnitFrom(copy?.plan_id ?? '');
    const params = { id: made.id ?? '' };
    const recalled = await districtAdmin.call(recallPush, { params });
    expect(recalled.state).toBe('recalled');
    const stateOf = (schoolId: string) =>
      recalled.targets.find((row) => row.effect === 'deliver' && row.school_id === schoolId)?.state;
    expect([stateOf(school.id), stateOf(otherSchool.id)]).toEqual(['kept', 'recalled']);
    const after = await teacher.call(getUnitPlan, { params: { id: unit.id } });
    expect([after.locked_paths, after.state]).toEqual([[], 'draft']);
    const { data: versions } = await teacher.call(listUnitVersions, { params: { id: unit.id }, query: {} });
    expect(versions.length).toBeGreaterThan(0);
    expect((await districtAdmin.call(recallPush, { params })).state).toBe('recalled');
    expect((await admin.send(recallPush, { params })).status).toBe(403);
  });
});

describe('adoption', () => {
  test('PLN-148 the pusher sees by school what was delivered and what is in use', async () => {
    const templateId = await aTemplate();
    const made = await push(templateId, { school_ids: [school.id, otherSchool.id] });
    const copy = made.targets.find((row) => row.school_id === school.id);
    await aUnitFrom(copy?.plan_id ?? '');
    await writeDraft(world, copy?.plan_id ?? '', { overview: richText('Adapted') });
    const { adoption } = await districtAdmin.call(getPush, { params: { id: made.id ?? '' } });
    expect(adoption.find((row) => row.school_id === school.id)).toMatchObject({
      delivered: true,
      in_use_count: 1,
      changed: true,
    });
    expect(adoption.find((row) => row.school_id === otherSchool.id)).toMatchObject({
      delivered: true,
      in_use_count: 0,
      changed: false,
    });
  });

  test('PLN-143 a push to one school’s plans never reaches a colleague’s independent copy elsewhere', async () => {
    const templateId = await aTemplate();
    const unit = await aUnitFrom(templateId);
    const { unit: copy } = await teacher.call(duplicateUnit, { params: { id: unit.id }, body: {} });
    const colleague = await actorOf(world.server, world.tenant, {
      role: 'teacher',
      school_ids: [otherSchool.id],
    });
    const theirs = await colleague.call(createUnitFromTemplate, { params: { id: templateId }, body: {} });
    await push(templateId, { rules: [locked] });
    expect((await teacher.call(getUnitPlan, { params: { id: copy.id } })).locked_paths).toEqual([]);
    expect((await colleague.call(getUnitPlan, { params: { id: theirs.id } })).locked_paths).toEqual([]);
  });
});
