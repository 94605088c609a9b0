import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRole } from '@k12/contracts/identity/roles';
import { createSchool, updateSchool } from '@k12/contracts/identity/schools';
import { auditActions } from '@k12/contracts/operations/audit-actions';
import {
  type AuditQuery,
  exportAuditLog,
  getAuditEvent,
  getAuditVerification,
  listAuditActions,
  listAuditEvents,
  verifyAuditLog,
} from '@k12/contracts/operations/audit-log';
import { newId } from '@k12/db';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { selectLastOfChain } from '../../../platform/audit/chain-rows.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { verifyChain } from '../../../platform/audit/verify-chain.ts';
import { contextOf, until, withWorker } from '../../../test/a-platform.ts';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { nextNumber } from '../../../test/people.ts';
import type { TestActor } from '../../../test/test-server.ts';
import { auditLogJobs } from './audit-log.jobs.ts';

const folder = mkdtempSync(join(tmpdir(), 'homeroom-audit-'));
afterAll(() => rmSync(folder, { recursive: true }));
const world = await aSchool({ STORAGE_DIR: folder });
const {
  platform,
  tenant,
  clock,
  districtAdmin,
  admin,
  otherSchoolAdmin,
  teacher,
  otherTenantAdmin,
  anonymous,
} = world;

const otherTenantId = world.otherTenant.id;

const search = async (query: Partial<AuditQuery>, by: TestActor = districtAdmin) =>
  (await by.call(listAuditEvents, { query })).data;
const rename = (by: TestActor, school: { id: string }, lock_version: number) =>
  by.call(updateSchool, {
    params: { id: school.id },
    body: { name: `Renamed ${nextNumber()}`, lock_version },
  });

describe('searching the log', () => {
  test('signed out: 401; without the right: 403', async () => {
    expect((await anonymous.send(listAuditEvents, { query: {} })).status).toBe(401);
    expect((await teacher.send(listAuditEvents, { query: {} })).status).toBe(403);
  });

  test('PRV-125 finds by actor, target, action, school, outcome, date, address and request', async () => {
    const body = { name: 'Search School', code: `SE-${nextNumber()}`, time_zone: 'UTC' };
    const created = await districtAdmin.send(createSchool, { body }, { 'x-request-id': 'search-request-1' });
    const { id } = created.body;
    const [event] = await search({ target_id: id });
    expect(event).toMatchObject({
      action: 'school.created',
      outcome: 'success',
      actor: { id: districtAdmin.id, name: expect.any(String) },
      school_id: id,
      request_id: 'search-request-1',
      ip: '127.0.0.1',
    });
    const day = 86_400_000;
    const instant = (offset: number) => new Date(clock.now().getTime() + offset).toISOString();
    const found: Partial<AuditQuery>[] = [
      { actor_id: districtAdmin.id, target_type: 'school' },
      { action: 'school.created' },
      { school_id: id },
      { request_id: 'search-request-1' },
      { ip: '127.0.0.1', outcome: 'success', target_id: id },
      { from: instant(-day), to: instant(day), target_id: id },
    ];
    for (const query of found) expect((await search(query)).map((row) => row.id)).toContain(event?.id);
    const missed: Partial<AuditQuery>[] = [
      { actor_id: newId() },
      { action: 'school.archived' },
      { outcome: 'refused' },
      { to: instant(-day) },
      { from: instant(day) },
      { ip: '10.0.0.1' },
    ];
    for (const query of missed) {
      expect((await search(query)).map((row) => row.id)).not.toContain(event?.id);
    }
  });

  test('PRV-125 school admins see events of their schools only, and nobody those of another tenant', async () => {
    await rename(admin, world.school, 0);
    await rename(otherSchoolAdmin, world.otherSchool, 0);
    const seenBy = async (person: TestActor) =>
      new Set((await search({ action: 'school.updated' }, person)).map((row) => row.school_id));
    expect(await seenBy(admin)).toEqual(new Set([world.school.id]));
    expect(await seenBy(otherSchoolAdmin)).toEqual(new Set([world.otherSchool.id]));
    expect(await seenBy(districtAdmin)).toEqual(new Set([world.school.id, world.otherSchool.id]));
    expect(await seenBy(otherTenantAdmin)).toEqual(new Set());
    const [event] = await search({ school_id: world.otherSchool.id });
    for (const stranger of [admin, otherTenantAdmin]) {
      expect((await stranger.send(getAuditEvent, { params: { id: event!.id } })).status).toBe(404);
    }
  });

  test('PRV-125 an event shows before and after, and its neighbours of the same request', async () => {
    const request_id = `request-${newId()}`;
    const context = { ...contextOf(platform, tenant), request_id };
    await context.withTenant(async (tx) => {
      await recordAudit(tx, context, { action: 'school.updated', changes: { name: ['Old', 'New'] } });
      await recordAudit(tx, context, { action: 'school.archived' });
    });
    const [updated] = await search({ request_id, action: 'school.updated' });
    const { event, same_request } = await districtAdmin.call(getAuditEvent, { params: { id: updated!.id } });
    expect(event.changes).toEqual({ name: ['Old', 'New'] });
    expect(same_request.map((row) => row.action)).toEqual(['school.archived']);
  });

  test('PRV-125 pages by cursor without gaps or repeats while events are written', async () => {
    const context = contextOf(platform, tenant);
    const write = () =>
      context.withTenant((tx) => recordAudit(tx, context, { action: 'term.created', target_type: 'paging' }));
    for (let at = 0; at < 7; at++) await write();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { target_type: 'paging', limit: 3, ...(cursor ? { cursor } : {}) };
      const page = await districtAdmin.call(listAuditEvents, { query });
      seen.push(...page.data.map((row) => row.id));
      cursor = page.next_cursor ?? undefined;
      if (seen.length === 3) await write();
    } while (cursor);
    expect([seen.length, new Set(seen).size]).toEqual([7, 7]);
  });

  test('PRV-119 searching leaves an event that names the filters, not their values', async () => {
    await search({ target_id: newId(), outcome: 'failed' });
    const [event] = await search({ action: 'audit_log.read' });
    expect(event?.changes).toEqual({ fields: ['target_id', 'outcome'] });
    expect(event?.actor?.id).toBe(districtAdmin.id);
  });

  test('PRV-119 a sensitive operation that was refused is an event', async () => {
    const body = { key: 'mine', name: 'Mine', description: null, capabilities: [] };
    expect((await teacher.send(createRole, { body })).status).toBe(403);
    expect((await teacher.send(createSchool, { body: {} as never })).status).toBe(403);
    const events = await search({ action: 'access.refused', actor_id: teacher.id });
    expect(events).toMatchObject([{ outcome: 'refused', changes: { capability: 'roles.manage' } }]);
  });
});

describe('what the log promises', () => {
  test('PRV-120 the published list names every action that the code writes, with its meaning', async () => {
    const { data } = await districtAdmin.call(listAuditActions, {});
    expect(data).toContainEqual({ action: 'school.created', meaning: auditActions['school.created'] });
    const root = fileURLToPath(new URL('../../../', import.meta.url));
    const written = globSync('{platform,features}/**/*.ts', { cwd: root })
      .filter((path) => !path.endsWith('.test.ts'))
      .flatMap((path) => [
        ...readFileSync(join(root, path), 'utf8').matchAll(/action: '([a-z_]+\.[a-z_]+)'/g),
      ])
      .map((match) => match[1]);
    const published = new Set(data.map(({ action }) => action));
    expect([...new Set(written)].filter((action) => !published.has(action ?? ''))).toEqual([]);
  });

  test('PRV-123 a verification asked for over the API names the first bad number', async () => {
    const verify = async () => {
      const { job_id } = await districtAdmin.call(verifyAuditLog, {});
      expect((await districtAdmin.call(verifyAuditLog, {})).job_id).toBe(job_id);
      const before = (await districtAdmin.call(getAuditVerification, {})).latest?.verified_at;
      return withWorker(platform, auditLogJobs, () =>
        until(async () => {
          const { latest } = await districtAdmin.call(getAuditVerification, {});
          return latest?.verified_at === before ? null : latest;
        }),
      );
    };
    expect((await admin.send(verifyAuditLog, {})).status).toBe(403);
    expect((await districtAdmin.call(getAuditVerification, {})).latest).toBeNull();
    expect(await verify()).toMatchObject({ is_whole: true, first_bad_number: null });
    const [event] = await search({ action: 'school.updated' });
    expect(event?.number).toBeGreaterThan(0);
    const owner = new pg.Client(world.server.database.superuserUrl);
    await owner.connect();
    await owner.query(`update audit_events set reason = 'x' where id = $1`, [event!.id]);
    await owner.end();
    expect(await verify()).toMatchObject({
      is_whole: false,
      first_bad_number: event!.number,
      problem: 'changed',
    });
  });

  test('PRV-122 the minutely and hourly chores number and close the chains of all tenants', async () => {
    await withWorker(platform, auditLogJobs, async () => {
      clock.advance({ hours: 2 });
      const folderOf = join(folder, otherTenantId);
      await until(() => globSync('**/*closing*', { cwd: folderOf }).length > 0);
    });
    const other = contextOf(platform, world.otherTenant);
    expect(await verifyChain(other)).toMatchObject({ checked: expect.any(Number), problem: null });
    const last = await other.readTenant(selectLastOfChain);
    expect(last?.number).toBeGreaterThan(0);
  });
});

describe('words and copies', () => {
  test('PRV-125 finds by text in reason, action, change and the name of who did it', async () => {
    const context = contextOf(platform, tenant);
    const reason = 'The _caretaker_ asked for 100% of it';
    await context.withTenant((tx) => recordAudit(tx, context, { action: 'school.updated', reason }));
    const chief = await actorOf(world.server, tenant, { role: 'district_admin' });
    const finds = async (q: string) => (await search({ q }, chief)).map((event) => event.reason);
    expect(await finds('_CARETAKER_')).toEqual([reason]);
    expect(await finds('100%')).toEqual([reason]);
    expect(await finds('caretaker%100')).toEqual([]);
    const name = chief.person!.family_name;
    const byName = await search({ q: name.toUpperCase(), action: 'audit_log.read' }, chief);
    expect(new Set(byName.map((event) => event.actor?.id))).toEqual(new Set([chief.id]));
    const ofSchool = await actorOf(world.server, tenant, { role: 'admin', school_ids: [world.school.id] });
    expect(await search({ q: '_caretaker_' }, ofSchool)).toEqual([]);
  });

  test('PRV-125 without a first day, words are looked for in the last 90 days', async () => {
    const context = contextOf(platform, tenant);
    await context.withTenant((tx) =>
      recordAudit(tx, context, { action: 'school.updated', reason: 'A very old remark' }),
    );
    const from = clock.now().toISOString();
    clock.advance({ days: 91 });
    const chief = await actorOf(world.server, tenant, { role: 'district_admin' });
    expect(await search({ q: 'very old remark' }, chief)).toEqual([]);
    const earlier = new Date(Date.parse(from) - 3_600_000).toISOString();
    expect(await search({ q: 'very old remark', from: earlier }, chief)).toHaveLength(1);
  });

  test('PRV-126 IDN-46 a copy as a table needs the right, a fresh sign-in and a reason, and is an event itself', async () => {
    const query = { reason: 'For the yearly review', action: 'school.updated' };
    const school = await actorOf(world.server, tenant, { role: 'admin', school_ids: [world.school.id] });
    expect((await school.send(exportAuditLog, { query })).status).toBe(403);
    const chief = await actorOf(world.server, tenant, { role: 'district_admin' });
    expect((await chief.send(exportAuditLog, { query: { action: 'x' } as never })).status).toBe(422);
    const context = contextOf(platform, tenant);
    const text = '=HYPERLINK("https://evil.example"), more';
    await context.withTenant((tx) => recordAudit(tx, context, { action: 'school.updated', reason: text }));
    const reply = await chief.send(exportAuditLog, { query });
    expect([reply.status, reply.headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename="audit-log.csv"',
    ]);
    const [heading, first] = (reply.body as string).split('\r\n');
    expect(heading).toMatch(/^number,occurred_at,action,/);
    expect(first).toContain(`"'=HYPERLINK(""https://evil.example""), more"`);
    expect(first).toContain(',school.updated,success,system,');
    expect((reply.body as string).includes('school.created')).toBe(false);
    const told = await search({ action: 'audit_log.exported' }, chief);
    expect(told).toMatchObject([{ actor: { id: chief.id }, reason: query.reason }]);
    clock.advance({ minutes: 11 });
    expect((await chief.send(exportAuditLog, { query })).body.code).toBe('reauth_required');
  });
});
