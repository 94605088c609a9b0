import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@k12/db';
import pg from 'pg';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { aPlatform, contextOf } from '../../test/a-platform.ts';
import { buildTenant, type TestTenant } from '../../test/people.ts';
import type { Context } from '../context.ts';
import { closeChain } from './close-chain.ts';
import { idBefore, numberEvents } from './number-events.ts';
import { recordAudit } from './record-audit.ts';
import { verifyChain } from './verify-chain.ts';

const folder = mkdtempSync(join(tmpdir(), 'homeroom-audit-'));
const { platform, database } = await aPlatform({ STORAGE_DIR: folder });
const owner = new pg.Client(database.superuserUrl);
await owner.connect();
afterAll(async () => {
  await owner.end();
  rmSync(folder, { recursive: true });
});

let tenant: TestTenant;
let context: Context;

const write = (count: number, of = context) =>
  of.withTenant(async (tx) => {
    for (let at = 0; at < count; at++) {
      await recordAudit(tx, of, { action: 'school.updated', changes: { b: ['x', 'y'], a: [at, at + 1] } });
    }
  });

/** With direct access to the database, past every policy and grant. */
const asIntruder = (statement: string) => owner.query(statement, [tenant.id]);
const eventAt = (number: number) =>
  `(select event_id from audit_chain where tenant_id = $1 and number = ${number})`;

beforeEach(async () => {
  tenant = await buildTenant(platform);
  context = contextOf(platform, tenant);
  await write(5);
  await numberEvents(context);
});

test('PRV-122 events are numbered without gaps, and eight writers and numberers at once do not fork the chain', async () => {
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let at = 0; at < 10; at++) {
        await write(1);
        await numberEvents(context);
      }
    }),
  );
  expect(await verifyChain(context)).toEqual({ checked: 85, first_bad_number: null, problem: null });
});

test('PRV-122 an event whose transaction commits after younger ones were numbered gets the next number', async () => {
  let late: Promise<unknown> = Promise.resolve();
  await new Promise<void>((written) => {
    late = context.withTenant(async (tx) => {
      await recordAudit(tx, context, { action: 'school.created' });
      written();
      await write(2);
      await numberEvents(context);
    });
  });
  await late;
  expect(await numberEvents(context)).toBe(1);
  expect(await verifyChain(context)).toMatchObject({ checked: 8, problem: null });
});

test('PRV-121 neither the application nor a job may change or remove an event or its number', async () => {
  for (const table of ['audit_events', 'audit_chain', 'audit_closings'] as const) {
    const tries = await Promise.allSettled([
      context.withTenant((tx) => tx.deleteFrom(table).execute()),
      context.withTenant((tx) => tx.updateTable(table).set({ tenant_id: tenant.id }).execute()),
      platform.db.asJob('test', (tx) => tx.deleteFrom(table).execute()),
      platform.db.asJob('test', (tx) => tx.updateTable(table).set({ tenant_id: tenant.id }).execute()),
    ]);
    for (const attempt of tries) {
      expect(attempt).toMatchObject({ reason: { message: `permission denied for table ${table}` } });
    }
  }
});

test.each([
  ['an action', `update audit_events set action = 'school.read' where tenant_id = $1 and id = ${eventAt(3)}`],
  ['a value', `update audit_events set changes = '{}' where tenant_id = $1 and id = ${eventAt(3)}`],
  ['an actor', `update audit_events set actor_id = tenant_id where tenant_id = $1 and id = ${eventAt(3)}`],
  [
    'an instant',
    `update audit_events set occurred_at = occurred_at - interval '1 microsecond' where tenant_id = $1 and id = ${eventAt(3)}`,
  ],
  ['the whole event', `delete from audit_events where tenant_id = $1 and id = ${eventAt(3)}`],
  ['the number', 'delete from audit_chain where tenant_id = $1 and number = 3'],
  ['the hash', `update audit_chain set hash = sha256('x') where tenant_id = $1 and number = 3`],
])('PRV-123 with %s of number 3 altered or removed, verification names 3', async (_what, statement) => {
  await asIntruder(statement);
  expect(await verifyChain(context)).toMatchObject({ first_bad_number: 3 });
});

test('PRV-123 two events that changed places are named by the first of them', async () => {
  await asIntruder(`update audit_chain set number = number + 100 where tenant_id = $1 and number in (2, 4)`);
  await asIntruder(`update audit_chain set number = case number when 102 then 4 else 2 end
    where tenant_id = $1 and number > 100`);
  expect(await verifyChain(context)).toMatchObject({ first_bad_number: 2, problem: 'changed' });
});

test('PRV-122 PRV-123 a tail cut off after a closing is named, even when the closings in the database went too', async () => {
  await closeChain(context);
  await asIntruder(
    `delete from audit_events where tenant_id = $1 and id in (${eventAt(4).slice(1, -1)}) or id in ${eventAt(5)}`,
  );
  await asIntruder('delete from audit_chain where tenant_id = $1 and number > 3');
  expect(await verifyChain(context)).toMatchObject({ first_bad_number: 4, problem: 'cut' });
  await asIntruder('delete from audit_closings where tenant_id = $1');
  expect(await verifyChain(context)).toMatchObject({ first_bad_number: 4, problem: 'cut' });
});

test('PRV-123 a chain that was wholly calculated anew is refused by its closing, a closing by its signature', async () => {
  await closeChain(context);
  await asIntruder(`delete from audit_chain where tenant_id = $1`);
  await asIntruder(`update audit_events set reason = 'forged' where tenant_id = $1`);
  await numberEvents(context);
  expect(await verifyChain(context)).toMatchObject({ first_bad_number: 5, problem: 'changed' });
  await asIntruder(`update audit_closings c set hash = a.hash from audit_chain a
    where c.tenant_id = $1 and a.tenant_id = $1 and a.number = c.number`);
  expect(await verifyChain(context)).toMatchObject({ first_bad_number: 5, problem: 'closing_forged' });
});

test('PRV-123 an event put in from outside, with an old date, is noticed', async () => {
  const old = idBefore(newId(), 5 * 3_600_000);
  await asIntruder(`insert into audit_events (tenant_id, id, action, actor_kind)
    values ($1, '${old}', 'school.deleted', 'system')`);
  await numberEvents(context);
  expect(await verifyChain(context)).toMatchObject({ problem: 'unnumbered' });
});

test('IDN-119 chains of tenants are apart: one tenant’s broken chain leaves the other whole', async () => {
  const other = contextOf(platform, await buildTenant(platform));
  await write(3, other);
  await numberEvents(other);
  await asIntruder(`delete from audit_chain where tenant_id = $1 and number = 1`);
  expect(await verifyChain(other)).toMatchObject({ checked: 3, problem: null });
  expect(await verifyChain(context)).toMatchObject({ first_bad_number: 1 });
});
