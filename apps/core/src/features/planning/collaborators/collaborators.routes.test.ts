import {
  type CollaboratorInput,
  getLessonCollaborators,
  getUnitCollaborators,
  putUnitCollaborators,
} from '@k12/contracts/planning/collaborators';
import { patchUnitDraft } from '@k12/contracts/planning/drafts';
import {
  createUnitLesson,
  createUnitPlan,
  getLessonPlan,
  getUnitPlan,
  listUnitPlans,
} from '@k12/contracts/planning/plans';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { contextOf } from '../../../test/a-platform.ts';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build, nextNumber } from '../../../test/people.ts';
import type { TestActor } from '../../../test/test-server.ts';
import { handOverPlansOf } from './hand-over.service.ts';

const world = await aSchool();
const { anonymous, teacher, lead, admin, student, otherTenantTeacher, school } = world;
const colleague = await aTeacher();

function aTeacher() {
  return actorOf(world.server, world.tenant, { role: 'teacher', school_ids: [school.id] });
}

async function aUnit(owner: TestActor = teacher): Promise<string> {
  return (await owner.call(createUnitPlan, { body: { title: `Unit ${nextNumber()}` } })).id;
}

async function share(id: string, ...collaborators: CollaboratorInput[]) {
  const { lock_version } = await teacher.call(getUnitCollaborators, { params: { id } });
  return teacher.send(putUnitCollaborators, { params: { id }, body: { collaborators, lock_version } });
}

async function aTeam(...members: TestActor[]): Promise<string> {
  const [id, yearId] = [newId(), newId()];
  const year = 2040 + nextNumber();
  const now = world.clock.now().toISOString();
  await build(world.platform, async (tx) => {
    const tenant_id = world.tenant.id;
    await tx
      .insertInto('academic_years')
      .values({
        tenant_id,
        id: yearId,
        name: `Year ${year}`,
        starts_on: `${year}-08-01`,
        ends_on: `${year + 1}-06-30`,
      })
      .execute();
    await tx
      .insertInto('planning_contexts')
      .values({
        tenant_id,
        id,
        school_id: school.id,
        academic_year_id: yearId,
        kind: 'grade_team',
        name: `Team ${nextNumber()}`,
        created_by: teacher.id,
        created_at: now,
        updated_at: now,
      })
      .execute();
    for (const { id: user_id } of members) {
      await tx
        .insertInto('planning_context_members')
        .values({ tenant_id, planning_context_id: id, user_id })
        .execute();
    }
  });
  return id;
}

const edit = (id: string) => ({
  params: { id },
  body: {
    revision: 0,
    change_id: newId(),
    changes: [{ op: 'set' as const, path: '/objectives', value: [{ id: newId(), text: 'x' }] }],
  },
});

describe('sharing', () => {
  test('PLN-172 PLN-173 401, 403 and 404', async () => {
    const id = await aUnit();
    const request = { params: { id }, body: { collaborators: [], lock_version: 0 } };
    expect((await anonymous.send(putUnitCollaborators, request)).status).toBe(401);
    expect((await student.send(putUnitCollaborators, request)).status).toBe(403);
    expect((await otherTenantTeacher.send(putUnitCollaborators, request)).status).toBe(404);
    await share(id, { user_id: colleague.id, access: 'edit' });
    expect((await colleague.send(putUnitCollaborators, request)).status).toBe(403);
  });

  test('PLN-18 each right opens what it names and nothing more; a lesson is shared with its unit', async () => {
    const id = await aUnit();
    const lesson = await teacher.call(createUnitLesson, { params: { id }, body: { title: 'Lesson' } });
    const rights = ['view', 'comment', 'edit', 'manage'] as const;
    for (const [at, access] of rights.entries()) {
      await share(id, { user_id: colleague.id, access });
      expect((await colleague.call(getUnitPlan, { params: { id } })).can).toMatchObject({
        comment: at >= 1,
        update: at >= 2,
        share: at >= 3,
        delete: at >= 3,
      });
      expect((await colleague.call(getLessonPlan, { params: { id: lesson.id } })).can.update).toBe(at >= 2);
      const { data } = await colleague.call(listUnitPlans, { query: { of: 'shared', limit: 200 } });
      expect(data.map((row) => row.id)).toContain(id);
    }
    await share(id);
    expect((await colleague.send(getUnitPlan, { params: { id } })).status).toBe(404);
    expect((await colleague.send(getLessonCollaborators, { params: { id: lesson.id } })).status).toBe(404);
  });

  test('PLN-18 a team has the right of its members, as long as they are members', async () => {
    const member = await aTeacher();
    const team_id = await aTeam(member);
    const id = await aUnit();
    expect((await member.send(getUnitPlan, { params: { id } })).status).toBe(404);
    await share(id, { team_id, access: 'edit' });
    expect((await member.send(patchUnitDraft, edit(id))).status).toBe(200);
    await build(world.platform, (tx) =>
      tx.deleteFrom('planning_context_members').where('user_id', '=', member.id).execute(),
    );
    expect((await member.send(getUnitPlan, { params: { id } })).status).toBe(404);
  });

  test('PLN-18 people and teams of another tenant, unknown ones and repeats are refused, all at once', async () => {
    const id = await aUnit();
    const reply = await share(
      id,
      { user_id: otherTenantTeacher.id, access: 'view' },
      { team_id: newId(), access: 'view' },
      { user_id: colleague.id, access: 'view' },
      { user_id: colleague.id, access: 'edit' },
    );
    expect(reply.status).toBe(422);
    expect(reply.body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([
      '/collaborators/0/user_id',
      '/collaborators/1/team_id',
      '/collaborators/3/user_id',
    ]);
  });

  test('PLN-18 the last manager cannot be removed', async () => {
    const left = await aTeacher();
    const id = await aUnit();
    const { lock_version } = await teacher.call(getUnitCollaborators, { params: { id } });
    await build(world.platform, (tx) =>
      tx.updateTable('users').set({ state: 'deactivated' }).where('id', '=', left.id).execute(),
    );
    const body = { collaborators: [], owner_id: left.id, lock_version };
    const reply = await teacher.send(putUnitCollaborators, { params: { id }, body });
    expect([reply.status, reply.body.code]).toEqual([409, 'plan.last_manager']);
  });

  test('IDN-32 PLN-174 a stale list is refused with the present one', async () => {
    const id = await aUnit();
    await share(id, { user_id: colleague.id, access: 'view' });
    const body = { collaborators: [], lock_version: 0 };
    const reply = await teacher.send(putUnitCollaborators, { params: { id }, body });
    expect([reply.status, reply.body.code]).toEqual([409, 'version_conflict']);
    expect(reply.body.current.data).toMatchObject([{ user: { id: colleague.id }, access: 'view' }]);
  });

  test('PLN-176 PLN-142 sharing is audited and tells the person', async () => {
    const told = await aTeacher();
    const id = await aUnit();
    await share(id, { user_id: told.id, access: 'comment' });
    const [audit, news] = await build(world.platform, async (tx) => [
      await tx.selectFrom('audit_events').selectAll().where('target_id', '=', id).execute(),
      await tx.selectFrom('notifications').selectAll().where('user_id', '=', told.id).execute(),
    ]);
    expect(audit.map((event) => event.action)).toContain('plan.shared');
    expect(news).toMatchObject([{ kind: 'plan.shared', subject_id: id }]);
  });
});

describe('when the owner leaves', () => {
  const leave = (person: TestActor) => {
    const context = contextOf(world.platform, world.tenant);
    return context.withTenant((tx) => handOverPlansOf(tx, context, person.id));
  };

  test('PLN-18 plans go to the listed manager, else to the lead of the school, who are told', async () => {
    const leaving = await aTeacher();
    const [managed, other] = [await aUnit(leaving), await aUnit(leaving)];
    const lesson = await leaving.call(createUnitLesson, {
      params: { id: managed },
      body: { title: 'Lesson' },
    });
    const { lock_version } = await leaving.call(getUnitCollaborators, { params: { id: managed } });
    const body = { collaborators: [{ user_id: colleague.id, access: 'manage' as const }], lock_version };
    await leaving.call(putUnitCollaborators, { params: { id: managed }, body });
    await leave(leaving);
    for (const id of [managed, other]) {
      const expected = id === managed ? colleague.id : lead.id;
      expect(await admin.call(getUnitPlan, { params: { id } })).toMatchObject({ owner: { id: expected } });
    }
    const ownLesson = await colleague.call(getLessonPlan, { params: { id: lesson.id } });
    expect(ownLesson.owner.id).toBe(colleague.id);
    const news = await build(world.platform, (tx) =>
      tx.selectFrom('notifications').selectAll().where('kind', '=', 'plan.handed_over').execute(),
    );
    expect(news.map((row) => row.user_id).sort()).toEqual([colleague.id, lead.id].sort());
  });
});
