import {
  createGuardianInvites,
  listGuardianInvites,
  redeemGuardianInvite,
  revokeGuardianInvite,
} from '@k12/contracts/identity/guardian-invites';
import {
  approveGuardianLink,
  consentToGuardian,
  createGuardianLink,
  endGuardianLink,
  getGuardianLink,
  listGuardianLinks,
  recordAdultBasis,
  restoreGuardianLink,
  restrictGuardianLink,
  updateGuardianLink,
} from '@k12/contracts/identity/guardian-links';
import { getUser, listUsers } from '@k12/contracts/identity/users';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { createContext } from '../../../platform/context.ts';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build, buildPerson, type PersonGiven } from '../../../test/people.ts';
import type { TestActor } from '../../../test/test-server.ts';
import { loadActor } from '../actors/actors.service.ts';
import { announceComingOfAgeJob, closeUnlinkedJob } from './guardian-links.jobs.ts';
import { linkedStudentIds } from './linked-students.service.ts';

const world = await aSchool();
const { server, platform, tenant, school, anonymous, districtAdmin, admin, otherSchoolAdmin } = world;
const { teacher, student, otherTenantAdmin } = world;

const aStudent = (given: PersonGiven = {}) =>
  buildPerson(platform, tenant, { role: 'student', school_ids: [school.id], ...given });
const aGuardian = (given: PersonGiven = {}) => actorOf(server, tenant, { role: 'guardian', ...given });

async function aLink(given: PersonGiven = {}) {
  const [child, guardian] = [await aStudent(given), await aGuardian()];
  const body = { guardian_id: guardian.id, student_id: child.id, legal_note: 'Court order 12/7' };
  return { child, guardian, link: await admin.call(createGuardianLink, { body }) };
}

const seen = async (guardian: TestActor) =>
  (await guardian.call(listUsers, { query: {} })).data
    .map((row) => row.id)
    .filter((id) => id !== guardian.id);

async function aCode(studentId: string, email: string | null = null, by = admin) {
  const { data } = await by.call(createGuardianInvites, { body: { student_ids: [studentId], email } });
  return data[0] as NonNullable<(typeof data)[0]>;
}

const redeem = (actor: TestActor, code: string) => actor.send(redeemGuardianInvite, { body: { code } });
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const bornFor = (age: number, offset: number) => {
  const date = new Date(`${day(offset)}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() - age);
  return date.toISOString().slice(0, 10);
};
/** As the worker does, for every tenant. */
function runDaily(job: typeof announceComingOfAgeJob): Promise<void> {
  const run = { job_id: 'test', attempt: 1, signal: new AbortController().signal };
  return job.run({ platform, request_id: 'test-job', signal: run.signal }, {}, run);
}

describe('links made by an admin', () => {
  test('signed out: 401; a teacher and a student may not make one: 403', async () => {
    const body = { guardian_id: newId(), student_id: student.id };
    expect((await anonymous.send(createGuardianLink, { body })).status).toBe(401);
    for (const actor of [teacher, student]) {
      const reply = await actor.send(createGuardianLink, { body });
      expect([reply.status, reply.body.context.capability]).toEqual([403, 'guardian_links.manage']);
    }
  });

  test("IDN-120 another tenant's link and a random id get the same 404 on every route", async () => {
    const { link } = await aLink();
    const endpoints = [
      [getGuardianLink, {}],
      [updateGuardianLink, { body: { lock_version: 0 } }],
      [approveGuardianLink, {}],
      [restrictGuardianLink, {}],
      [endGuardianLink, {}],
      [restoreGuardianLink, {}],
      [recordAdultBasis, { body: { reason: 'A reason long enough', ends_on: day(9) } }],
    ] as const;
    for (const [endpoint, rest] of endpoints) {
      const send = (id: string) => otherTenantAdmin.send(endpoint, { params: { id }, ...rest } as never);
      const { request_id: _a, ...foreign } = (await send(link.id)).body;
      const { request_id: _b, ...random } = (await send(newId())).body;
      expect([endpoint.name, foreign.status, foreign]).toEqual([endpoint.name, 404, random]);
    }
    expect((await otherSchoolAdmin.send(getGuardianLink, { params: { id: link.id } })).status).toBe(404);
  });

  test('422 for somebody who is no student of the school, a guardian who is one, and one without dates in order', async () => {
    const guardian = await aGuardian();
    const send = (body: object) => admin.send(createGuardianLink, { body: body as never });
    const unknown = await send({ guardian_id: guardian.id, student_id: teacher.id });
    expect(unknown.body.errors).toMatchObject([{ pointer: '/student_id', code: 'unknown_student' }]);
    const child = await send({ guardian_id: student.id, student_id: (await aStudent()).id });
    expect(child.body.errors).toMatchObject([{ pointer: '/guardian_id', code: 'is_student' }]);
    const dates = { starts_on: '2026-05-02', ends_on: '2026-05-01' };
    const backwards = await send({ guardian_id: guardian.id, student_id: (await aStudent()).id, ...dates });
    expect(backwards.body.errors).toMatchObject([{ pointer: '/ends_on' }]);
  });

  test('IDN-53 a pair is linked once; ten guardians at most, also when two are added at the same moment', async () => {
    const child = await aStudent();
    const guardians = await Promise.all(
      Array.from({ length: 12 }, () => buildPerson(platform, tenant, { role: 'guardian' })),
    );
    for (const guardian of guardians.slice(0, 9)) {
      await admin.call(createGuardianLink, { body: { guardian_id: guardian.id, student_id: child.id } });
    }
    const twice = { guardian_id: guardians[0]!.id, student_id: child.id };
    expect((await admin.send(createGuardianLink, { body: twice })).body.code).toBe('guardian_link.exists');
    const replies = await Promise.all(
      guardians
        .slice(9)
        .map(({ id }) => admin.send(createGuardianLink, { body: { guardian_id: id, student_id: child.id } })),
    );
    expect(replies.map((reply) => reply.status).sort()).toEqual([201, 409, 409]);
    expect(replies.find((reply) => reply.status === 409)?.body.code).toBe('guardian_link.limit');
  });

  test('IDN-53 a guardian sees all linked students in one list, and nobody else’s', async () => {
    const guardian = await aGuardian();
    const [first, second, stranger] = [await aStudent(), await aStudent(), await aStudent()];
    for (const child of [first, second]) {
      await admin.call(createGuardianLink, { body: { guardian_id: guardian.id, student_id: child.id } });
    }
    expect((await seen(guardian)).sort()).toEqual([first.id, second.id].sort());
    expect((await guardian.send(getUser, { params: { id: stranger.id } })).status).toBe(404);
  });

  test('IDN-32 a stale version is refused with the current link', async () => {
    const { link } = await aLink();
    const params = { id: link.id };
    await admin.call(updateGuardianLink, { params, body: { may_consent: false, lock_version: 0 } });
    const stale = await admin.send(updateGuardianLink, {
      params,
      body: { may_consent: true, lock_version: 0 },
    });
    expect([stale.status, stale.body.current.may_consent]).toEqual([409, false]);
  });

  test('IDN-56 a member of staff with a child here becomes a guardian too, without losing anything', async () => {
    const child = await aStudent();
    const colleague = await actorOf(server, tenant, { role: 'teacher', school_ids: [school.id] });
    await admin.call(createGuardianLink, { body: { guardian_id: colleague.id, student_id: child.id } });
    const { roles } = await admin.call(getUser, { params: { id: colleague.id } });
    expect(roles.sort()).toEqual(['guardian', 'teacher']);
    expect(await seen(colleague)).toContain(child.id);
  });
});

describe('what a guardian no longer sees', () => {
  test('IDN-54 without access, restricted or ended, the student is gone from list, record and links at once', async () => {
    const { child, guardian, link } = await aLink();
    const params = { id: link.id };
    const isVisible = async () => [
      (await seen(guardian)).includes(child.id),
      (await guardian.send(getUser, { params: { id: child.id } })).status === 200,
      (await guardian.call(listGuardianLinks, { query: {} })).data.length === 1,
    ];
    expect(await isVisible()).toEqual([true, true, true]);
    const open = await admin.call(updateGuardianLink, {
      params,
      body: { may_access_records: false, lock_version: 0 },
    });
    expect(await isVisible()).toEqual([false, false, false]);
    await admin.call(updateGuardianLink, {
      params,
      body: { may_access_records: true, lock_version: open.lock_version },
    });
    expect(await isVisible()).toEqual([true, true, true]);
    await admin.call(restrictGuardianLink, { params });
    expect(await isVisible()).toEqual([false, false, false]);
    await admin.call(restoreGuardianLink, { params });
    await admin.call(endGuardianLink, { params });
    expect((await isVisible()).slice(0, 2)).toEqual([false, false]);
  });

  test('IDN-54 student and other guardians are not told of a restriction; the legal note is for admins only', async () => {
    const { child, guardian, link } = await aLink();
    const pupil = await actorOf(server, tenant, { role: 'student', school_ids: [school.id] });
    const own = { guardian_id: guardian.id, student_id: pupil.id, legal_note: 'Not to be read' };
    const ownLink = await admin.call(createGuardianLink, { body: own });
    expect(link.legal_note).toBe('Court order 12/7');
    const forStudent = await pupil.call(listGuardianLinks, { query: {} });
    expect(forStudent.data).toMatchObject([{ guardian_id: guardian.id, legal_note: null }]);
    await admin.call(restrictGuardianLink, { params: { id: ownLink.id } });
    expect((await pupil.call(listGuardianLinks, { query: {} })).data).toEqual([]);
    const mine = await guardian.call(listGuardianLinks, { query: {} });
    expect(mine.data.map((row) => [row.student_id, row.legal_note])).toEqual([[child.id, null]]);
    const events = await platform.db.withTenant({ tenant_id: tenant.id }, async (tx) => [
      await tx.selectFrom('domain_events').selectAll().execute(),
      await tx.selectFrom('audit_events').selectAll().execute(),
    ]);
    expect(JSON.stringify(events)).not.toMatch(/Court order|Not to be read/);
  });

  test('a link leaves audit and domain events by name: created, updated, restricted', async () => {
    const { link } = await aLink();
    await admin.call(restrictGuardianLink, { params: { id: link.id } });
    await admin.call(endGuardianLink, { params: { id: link.id } });
    const audit = await platform.db.withTenant({ tenant_id: tenant.id }, (tx) =>
      tx
        .selectFrom('audit_events')
        .select(['action', 'actor_id'])
        .where('target_id', '=', link.id)
        .orderBy('id')
        .execute(),
    );
    expect(audit).toEqual(
      ['created', 'restricted', 'updated'].map((verb) => ({
        action: `guardian_link.${verb}`,
        actor_id: admin.id,
      })),
    );
  });
});

describe('invitation codes', () => {
  test('IDN-52 students and teachers can make no codes, students cannot use one, and only members of the school get one', async () => {
    const child = await aStudent();
    for (const actor of [student, teacher]) {
      const reply = await actor.send(createGuardianInvites, { body: { student_ids: [child.id] } });
      expect(reply.status).toBe(403);
    }
    const foreign = await otherSchoolAdmin.send(createGuardianInvites, { body: { student_ids: [child.id] } });
    expect(foreign.body.errors).toMatchObject([{ pointer: '/student_ids/0', code: 'unknown_student' }]);
    expect((await redeem(student, (await aCode(child.id)).code)).status).toBe(403);
  });

  test('IDN-52 a code of ten characters is shown once, kept hashed, and waits for the school after use', async () => {
    const [child, guardian] = [await aStudent(), await aGuardian()];
    const invite = await aCode(child.id);
    expect(invite.code).toMatch(/^[0-9A-Z]{10}$/);
    const stored = await build(platform, (tx) => tx.selectFrom('guardian_invites').selectAll().execute());
    expect(JSON.stringify(stored)).not.toContain(invite.code);
    expect(JSON.stringify((await admin.call(listGuardianInvites, { query: {} })).data)).not.toContain(
      invite.code,
    );

    const typed = `${invite.code.slice(0, 5)}-${invite.code.slice(5)}`.toLowerCase();
    expect((await redeem(guardian, typed)).body).toEqual({ state: 'invited' });
    expect(await seen(guardian)).toEqual([]);
    const { data } = await admin.call(listGuardianLinks, {
      query: { student_id: child.id, state: 'invited' },
    });
    expect(data).toMatchObject([{ guardian_id: guardian.id, source: 'invitation', can: { approve: true } }]);
    expect((await guardian.send(approveGuardianLink, { params: { id: data[0]!.id } })).status).toBe(403);
    await admin.call(approveGuardianLink, { params: { id: data[0]!.id } });
    expect(await seen(guardian)).toEqual([child.id]);
  });

  test('IDN-52 an address the school approved before needs no second approval, another one does', async () => {
    const child = await aStudent();
    const [expected, other] = [await aGuardian(), await aGuardian()];
    const address = expected.person!.email.toUpperCase();
    expect((await redeem(expected, (await aCode(child.id, address)).code)).body).toEqual({ state: 'active' });
    expect(await seen(expected)).toEqual([child.id]);
    expect((await redeem(other, (await aCode(child.id, address)).code)).body).toEqual({ state: 'invited' });
  });

  test('IDN-52 a code works once, also for two at the same moment; spent, expired and revoked ones are 410', async () => {
    const child = await aStudent();
    const [first, second] = [await aGuardian(), await aGuardian()];
    const { code } = await aCode(child.id);
    const replies = await Promise.all([redeem(first, code), redeem(second, code)]);
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 410]);

    const revoked = await aCode(child.id);
    await admin.call(revokeGuardianInvite, { params: { id: revoked.id } });
    expect((await redeem(first, revoked.code)).status).toBe(410);

    const late = await aCode(child.id);
    await build(platform, (tx) =>
      tx
        .updateTable('guardian_invites')
        .set({ expires_at: new Date(Date.now() - 1000) })
        .where('id', '=', late.id)
        .execute(),
    );
    expect((await redeem(first, late.code)).body.code).toBe('gone');
    expect(new Date(late.expires_at).getTime() - Date.now()).toBeGreaterThan(13.9 * 86_400_000);
  });

  test('IDN-52 five wrong tries make a code dead, four do not; a wrong code is 422', async () => {
    const child = await aStudent();
    for (const [tries, status] of [
      [4, 200],
      [5, 410],
    ] as const) {
      const guardian = await aGuardian();
      const { code } = await aCode(child.id);
      const wrong = code.slice(0, 9) + (code.endsWith('2') ? '3' : '2');
      for (let at = 0; at < tries; at++) expect((await redeem(guardian, wrong)).status).toBe(422);
      expect((await redeem(guardian, code)).status).toBe(status);
    }
  });

  test('IDN-120 a code of another tenant is not known here', async () => {
    const { code } = await aCode((await aStudent()).id);
    expect((await redeem(otherTenantAdmin, code)).body.errors).toMatchObject([{ code: 'wrong_code' }]);
  });

  test('IDN-54 a restricted guardian learns nothing from a new code and sees nothing through it', async () => {
    const { child, guardian, link } = await aLink();
    await admin.call(restrictGuardianLink, { params: { id: link.id } });
    expect((await redeem(guardian, (await aCode(child.id, null, districtAdmin)).code)).body).toEqual({
      state: 'invited',
    });
    expect((await admin.call(getGuardianLink, { params: { id: link.id } })).state).toBe('restricted');
    expect(await seen(guardian)).toEqual([]);
  });
});

describe('when students come of age and links end', () => {
  test('IDN-55 on the 18th birthday access pauses; the student’s consent or a recorded basis opens it again', async () => {
    const guardian = await aGuardian();
    const grown = await actorOf(server, tenant, {
      role: 'student',
      school_ids: [school.id],
      birth_on: bornFor(18, -2),
    });
    const almost = await aStudent({ birth_on: bornFor(18, 5) });
    const link = (student_id: string) =>
      admin.call(createGuardianLink, { body: { guardian_id: guardian.id, student_id } });
    const params = { id: (await link(grown.id)).id };
    await link(almost.id);
    expect(await seen(guardian)).toEqual([almost.id]);
    await grown.call(consentToGuardian, { params, body: { allow: true } });
    expect((await seen(guardian)).sort()).toEqual([grown.id, almost.id].sort());
    await grown.call(consentToGuardian, { params, body: { allow: false } });
    expect(await seen(guardian)).toEqual([almost.id]);
    const body = { reason: 'Guardianship order of the county court', ends_on: day(1) };
    await admin.call(recordAdultBasis, { params, body });
    expect((await seen(guardian)).sort()).toEqual([grown.id, almost.id].sort());
    const mayConsent = async () => (await grown.call(getGuardianLink, { params })).can.consent;
    expect(await mayConsent()).toBe(false);
    expect((await grown.send(consentToGuardian, { params, body: { allow: false } })).status).toBe(409);
    expect((await seen(guardian)).sort()).toEqual([grown.id, almost.id].sort());
    await build(platform, (tx) =>
      tx
        .updateTable('guardian_links')
        .set({ adult_basis_ends_on: day(-2) })
        .where('id', '=', params.id)
        .execute(),
    );
    expect(await seen(guardian)).toEqual([almost.id]);
    expect(await mayConsent()).toBe(true);
    expect((await guardian.send(consentToGuardian, { params, body: { allow: true } })).status).toBe(403);
  });

  test('IDN-55 the school is told 30 days before and on the birthday, each once', async () => {
    const soon = await aLink({ birth_on: bornFor(18, 20) });
    const grown = await aLink({ birth_on: bornFor(18, -1) });
    const later = await aLink({ birth_on: bornFor(18, 60) });
    for (const _ of ['once', 'twice']) await runDaily(announceComingOfAgeJob);
    const events = await platform.db.withTenant({ tenant_id: tenant.id }, (tx) =>
      tx.selectFrom('domain_events').select(['name', 'payload']).execute(),
    );
    const about = (child: { id: string }) =>
      events
        .filter(
          ({ name, payload }) =>
            /18|paused/.test(name) && (payload as { student_id: string }).student_id === child.id,
        )
        .map(({ name }) => name);
    expect(about(soon.child)).toEqual(['guardian_link.student_turning_18']);
    expect(about(grown.child)).toEqual(['guardian_link.paused']);
    expect(about(later.child)).toEqual([]);
    expect(JSON.stringify(events)).not.toContain(bornFor(18, 20));
  });

  test('IDN-56 30 days after the last link ended the guardian’s account is closed, not before, and never a teacher’s', async () => {
    const { guardian, link } = await aLink();
    const staff = await actorOf(server, tenant, { role: 'teacher', school_ids: [school.id] });
    const staffLink = await admin.call(createGuardianLink, {
      body: { guardian_id: staff.id, student_id: (await aStudent()).id },
    });
    for (const { id } of [link, staffLink]) await admin.call(endGuardianLink, { params: { id } });
    const ended = (days: number) =>
      build(platform, (tx) =>
        tx
          .updateTable('guardian_links')
          .set({ ended_at: new Date(Date.now() - days * 86_400_000) })
          .where('id', 'in', [link.id, staffLink.id])
          .execute(),
      );
    const state = async (id: string) => (await districtAdmin.call(getUser, { params: { id } })).state;
    await ended(29);
    await runDaily(closeUnlinkedJob);
    expect(await state(guardian.id)).toBe('active');
    await ended(31);
    await runDaily(closeUnlinkedJob);
    expect([await state(guardian.id), await state(staff.id)]).toEqual(['deactivated', 'active']);
    expect((await guardian.send(listUsers, { query: {} })).status).toBe(401);
  });
});

test('IDN-03 IDN-96 a guardian limited to one school, by header or impersonation, sees the children there alone', async () => {
  const guardian = await aGuardian();
  const here = await aStudent();
  const there = await aStudent({ school_ids: [world.otherSchool.id] });
  for (const [by, child] of [
    [admin, here],
    [otherSchoolAdmin, there],
  ] as const)
    await by.call(createGuardianLink, { body: { guardian_id: guardian.id, student_id: child.id } });
  expect((await seen(guardian)).sort()).toEqual([here.id, there.id].sort());
  const narrowed = await guardian.send(listUsers, { query: {} }, { 'x-school-id': school.id });
  expect(narrowed.body.data.map((row: { id: string }) => row.id)).toContain(here.id);
  expect(narrowed.body.data.map((row: { id: string }) => row.id)).not.toContain(there.id);

  const actor = await loadActor(platform, tenant.id, guardian.id, async () => null);
  const ids = (school_limit: string[] | null) => {
    const context = createContext({
      platform,
      actor: { ...actor!, school_limit },
      request_id: 'test-request',
    });
    return context.readTenant((tx) => linkedStudentIds(tx, context));
  };
  expect(await ids([world.otherSchool.id])).toEqual([there.id]);
  expect(await ids([])).toEqual([]);
  expect(await ids(null)).toHaveLength(2);
});
