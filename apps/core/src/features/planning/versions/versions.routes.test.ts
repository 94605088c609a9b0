import { createUnitLesson, createUnitPlan, getUnitPlan } from '@k12/contracts/planning/plans';
import {
  cutLessonVersion,
  cutUnitVersion,
  getUnitVersion,
  listUnitVersions,
  restoreUnitVersion,
} from '@k12/contracts/planning/versions';
import { newId } from '@k12/db';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build, nextNumber } from '../../../test/people.ts';
import { objectives, richText, writeDraft } from '../../../test/plan-drafts.ts';
import { snapshotQuietDraftsJob } from './versions.jobs.ts';

const world = await aSchool();
const { teacher, lead, student, otherTenantTeacher, clock, platform, tenant, school } = world;
const colleague = await actorOf(world.server, tenant, { role: 'teacher', school_ids: [school.id] });
const run = { job_id: 'test', attempt: 1, signal: new AbortController().signal };
const system = { platform, request_id: 'test-request', signal: run.signal };

async function aUnit(content: object = {}) {
  const unit = await teacher.call(createUnitPlan, { body: { title: `Unit ${nextNumber()}` } });
  await writeDraft(world, unit.id, content);
  return { id: unit.id };
}

const cut = (id: string, change_note?: string) =>
  teacher.call(cutUnitVersion, { params: { id }, body: { change_note } });

describe('cutting versions', () => {
  test('PLN-172 PLN-173 strangers get 404, students 403, readers without the right 403', async () => {
    const { id } = await aUnit();
    const request = { params: { id }, body: {} };
    expect((await otherTenantTeacher.send(cutUnitVersion, request)).status).toBe(404);
    expect((await student.send(cutUnitVersion, request)).status).toBe(403);
    await build(platform, (tx) =>
      tx
        .updateTable('plans')
        .set({ home: 'school' })
        .where('tenant_id', '=', tenant.id)
        .where('id', '=', id)
        .execute(),
    );
    expect((await colleague.send(cutUnitVersion, request)).status).toBe(403);
    expect((await colleague.call(listUnitVersions, { params: { id }, query: {} })).data).toEqual([]);
  });

  test('PLN-28 Save version keeps the draft with its note; PLN-32 it becomes the current one', async () => {
    const { id } = await aUnit({ overview: richText('Light') });
    const { created, version } = await cut(id, 'First thoughts');
    expect(created).toBe(true);
    expect(version).toMatchObject({
      version_number: 1,
      kind: 'manual',
      change_note: 'First thoughts',
      author: { id: teacher.id },
      is_current: true,
      is_published: false,
      changed_fields_count: null,
    });
    const unit = await teacher.call(getUnitPlan, { params: { id } });
    expect(unit).toMatchObject({
      current_version_id: version.id,
      draft_ahead: false,
      published_version_id: null,
    });
    const whole = await teacher.call(getUnitVersion, { params: { id, number: 1 } });
    expect(whole.content).toEqual({ overview: richText('Light') });
  });

  test('PLN-30 a cut of what the current version holds creates nothing: 200 and created false', async () => {
    const { id } = await aUnit({ overview: richText('Light') });
    const first = await cut(id);
    const again = await teacher.send(cutUnitVersion, { params: { id }, body: {} });
    expect([again.status, again.body.created, again.body.version.id]).toEqual([200, false, first.version.id]);
    await writeDraft(world, id, { overview: richText('Heat') });
    const changed = await teacher.send(cutUnitVersion, { params: { id }, body: {} });
    expect([changed.status, changed.body.version.version_number]).toEqual([201, 2]);
    expect(changed.body.version.changed_fields_count).toBe(1);
  });

  test('PLN-31 cuts at the same time give numbers without a gap, each with its author', async () => {
    const { id } = await aUnit({ overview: richText('start') });
    await build(platform, (tx) =>
      tx
        .insertInto('plan_collaborators')
        .values({
          tenant_id: tenant.id,
          id: newId(),
          plan_id: id,
          user_id: colleague.id,
          access: 'edit',
          created_by: teacher.id,
          created_at: clock.now().toISOString(),
        })
        .execute(),
    );
    const replies = [];
    for (let round = 0; round < 4; round++) {
      // A cut of an unchanged draft creates nothing, so the draft goes on between the cuts.
      const edits = [0, 1, 2].map((at) => writeDraft(world, id, { overview: richText(`${round}-${at}`) }));
      const cuts = [teacher, colleague, teacher, colleague].map((actor) =>
        actor.send(cutUnitVersion, { params: { id }, body: {} }),
      );
      replies.push(...(await Promise.all(cuts)));
      await Promise.all(edits);
    }
    const made = replies.filter((reply) => reply.status === 201).map((reply) => reply.body.version);
    const { data } = await teacher.call(listUnitVersions, { params: { id }, query: {} });
    expect(data.map((row) => row.version_number)).toEqual(data.map((_row, at) => data.length - at));
    expect(made).toHaveLength(data.length);
    for (const version of made)
      expect(data.find((row) => row.id === version.id)?.author.id).toBe(version.author.id);
    expect(data.filter((row) => row.is_current).map((row) => row.version_number)).toEqual([data.length]);
  });

  test('PLN-28 half an hour without edits makes a snapshot of the last editor, a quarter does not', async () => {
    const { id } = await aUnit();
    await writeDraft(world, id, { overview: richText('Quiet') }, colleague.id);
    clock.advance({ minutes: 15 });
    await snapshotQuietDraftsJob.run(system, {}, run);
    expect((await teacher.call(listUnitVersions, { params: { id }, query: {} })).data).toEqual([]);
    clock.advance({ minutes: 16 });
    await snapshotQuietDraftsJob.run(system, {}, run);
    await snapshotQuietDraftsJob.run(system, {}, run);
    const { data } = await teacher.call(listUnitVersions, { params: { id }, query: {} });
    expect(data).toMatchObject([{ version_number: 1, kind: 'snapshot', author: { id: colleague.id } }]);
  });

  test('PLN-51 (the references) a unit refers to a version of each of its lessons', async () => {
    const { id } = await aUnit();
    const lesson = await teacher.call(createUnitLesson, { params: { id }, body: { title: 'One' } });
    await cut(id);
    const before = await teacher.call(getUnitVersion, { params: { id, number: 1 } });
    expect(before.lessons).toMatchObject([{ lesson_plan_id: lesson.id, title: 'One' }]);
    await writeDraft(world, lesson.id, { check: 'What is left?' });
    const { version } = await teacher.call(cutLessonVersion, { params: { id: lesson.id }, body: {} });
    await cut(id);
    const after = await teacher.call(getUnitVersion, { params: { id, number: 2 } });
    expect(after.lessons).toMatchObject([{ lesson_plan_id: lesson.id, version_id: version.id }]);
    expect(before.lessons[0]?.version_id).not.toBe(version.id);
  });
});

describe('history', () => {
  test('PLN-39 newest first with number, author, kind, note and count; paged and filtered', async () => {
    const { id } = await aUnit({ objectives: objectives('1Name it') });
    await cut(id, 'one');
    for (const note of ['two', 'three', 'four']) {
      await writeDraft(world, id, { objectives: objectives(`1Name ${note}`), overview: richText(note) });
      await cut(id, note);
    }
    const first = await teacher.call(listUnitVersions, { params: { id }, query: { limit: 3 } });
    expect(first.data.map((row) => [row.version_number, row.change_note, row.changed_fields_count])).toEqual([
      [4, 'four', 2],
      [3, 'three', 2],
      [2, 'two', 2],
    ]);
    const cursor = first.next_cursor ?? '';
    const rest = await teacher.call(listUnitVersions, { params: { id }, query: { limit: 3, cursor } });
    expect([rest.data.map((row) => row.version_number), rest.next_cursor]).toEqual([[1], null]);
    const of = async (query: object) =>
      (await teacher.call(listUnitVersions, { params: { id }, query })).data.length;
    expect(await of({ author_id: colleague.id })).toBe(0);
    expect(await of({ author_id: teacher.id, kind: 'manual' })).toBe(4);
    expect(await of({ kind: 'snapshot' })).toBe(0);
  });

  test('PLN-39 (its cost) a list of many versions needs no more statements than one of two', async () => {
    const { id } = await aUnit();
    const statements = async () => {
      const reply = await teacher.send(listUnitVersions, { params: { id }, query: { limit: 200 } });
      return Number(/db;dur=[\d.]+;desc="(\d+)"/.exec(reply.headers.get('server-timing') ?? '')?.[1]);
    };
    for (let at = 0; at < 2; at++) {
      await writeDraft(world, id, { overview: richText(`${at}`) });
      await cut(id);
    }
    await statements();
    const few = await statements();
    for (let at = 2; at < 12; at++) {
      await writeDraft(world, id, { overview: richText(`${at}`) });
      await cut(id);
    }
    expect(await statements()).toBeLessThanOrEqual(few);
    expect(few).toBeLessThanOrEqual(15);
  });
});

describe('PLN-29 versions never change', () => {
  test('PLN-29 the database refuses to change or delete a version, for the app, the jobs and the owner', async () => {
    const { id } = await aUnit({ overview: richText('Light') });
    const { version } = await cut(id);
    const { appUrl, jobUrl, ownerUrl } = world.server.database;
    for (const url of [appUrl, jobUrl, ownerUrl]) {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        for (const statement of [
          `update plan_versions set title = 'Other' where tenant_id = $1 and id = $2`,
          `update plan_versions set content = '{}' where tenant_id = $1 and id = $2`,
          `update plan_versions set author_id = author_id where tenant_id = $1 and id = $2`,
          `delete from plan_versions where tenant_id = $1 and id = $2`,
        ]) {
          await client.query('begin');
          await client.query('select app.set_tenant($1)', [tenant.id]);
          await expect(client.query(statement, [tenant.id, version.id])).rejects.toThrow(
            'plan_version_is_immutable',
          );
          await client.query('rollback');
        }
      } finally {
        await client.end();
      }
    }
    const kept = await teacher.call(getUnitVersion, { params: { id, number: 1 } });
    expect(kept.content).toEqual({ overview: richText('Light') });
  });

  test('PLN-29 only the purge of the whole plan takes its versions along', async () => {
    const { id } = await aUnit({ overview: richText('Light') });
    await cut(id);
    const left = await build(platform, async (tx) => {
      await tx.deleteFrom('plans').where('tenant_id', '=', tenant.id).where('id', '=', id).execute();
      return tx
        .selectFrom('plan_versions')
        .select('id')
        .where('tenant_id', '=', tenant.id)
        .where('plan_id', '=', id)
        .execute();
    });
    expect(left).toEqual([]);
  });

  test('PLN-172 a version of a plan one may not read is not there', async () => {
    const { id } = await aUnit();
    await cut(id);
    const params = { id, number: 1 };
    expect((await otherTenantTeacher.send(getUnitVersion, { params })).status).toBe(404);
    expect((await colleague.send(getUnitVersion, { params })).status).toBe(404);
    expect((await colleague.send(restoreUnitVersion, { params, body: {} })).status).toBe(404);
    expect((await teacher.send(getUnitVersion, { params: { id, number: 9 } })).status).toBe(404);
    expect((await lead.call(getUnitVersion, { params })).version_number).toBe(1);
  });
});
