import { listAuditEvents } from '@k12/contracts/operations/audit-log';
import { listBackfills, pauseBackfill, startBackfill } from '@k12/contracts/operations/database';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { personKeyPurpose } from '../../../platform/audit/person-keys.ts';
import { listBackfillRows, startBackfillRow } from '../../../platform/backfills/backfill-rows.ts';
import type { Backfill } from '../../../platform/backfills/define-backfill.ts';
import { runBackfill } from '../../../platform/backfills/run-backfill.ts';
import { seal, unseal } from '../../../platform/crypto/sealed.ts';
import { openAddress, openContent, sealMail } from '../../../platform/mail/mail-seal.ts';
import { withWorker } from '../../../test/a-platform.ts';
import { aSchool } from '../../../test/a-school.ts';
import { anOperator } from '../../../test/an-operator.ts';
import { build, buildPerson } from '../../../test/people.ts';
import { manyRequests } from '../../../test/sign-in.ts';
import { totpPurpose } from '../../identity/mfa/factors.service.ts';
import { runBackfillJob } from './database.jobs.ts';

const oldKey = 'the-former-encryption-key-of-this-test-0';
const newKey = 'the-newer-encryption-key-of-this-test-11';
const world = await aSchool({ ...manyRequests, ENCRYPTION_KEY: `${newKey},${oldKey}` });
const { server, platform, clock, tenant, otherTenant, districtAdmin } = world;

/** Goes through the numbers 1 to 2,500; what was done is remembered here as in a table. */
function counting(onBatch: (position: number) => void = () => undefined) {
  const done: number[] = [];
  const backfill: Backfill = {
    name: 'counting',
    purpose: 'for this test',
    remaining: async () => 2_500 - done.length,
    async batch(_tx, _platform, after, limit) {
      const from = Number(after ?? 0);
      const to = Math.min(2_500, from + limit);
      onBatch(from);
      for (let at = from + 1; at <= to; at += 1) done.push(at);
      return { rows: to - from, position: to === from ? null : String(to) };
    },
  };
  return { backfill, done };
}

const start = () =>
  platform.db.asJob('test', (tx) => startBackfillRow(tx, 'counting', clock.now().toISOString()));
const stateOf = async () => {
  const rows = await platform.db.asJob('test', listBackfillRows);
  return rows.find((row) => row.name === 'counting');
};
const run = (backfill: Backfill, rests: number[] = [], signal = new AbortController().signal) =>
  runBackfill(platform, backfill, { signal, rest: async (ms) => void rests.push(ms) });

describe('running', () => {
  test('OPS-91 goes in batches of at most 1,000 rows, rests after each, and shows how far it is', async () => {
    const sizes: number[] = [];
    const rests: number[] = [];
    const { backfill, done } = counting();
    const measured: Backfill = {
      ...backfill,
      batch: async (...given) => {
        const batch = await backfill.batch(...given);
        sizes.push(batch.rows);
        return batch;
      },
    };
    await start();
    await run(measured, rests);
    expect(sizes).toEqual([1_000, 1_000, 500, 0]);
    expect(rests).toHaveLength(3);
    expect(done).toHaveLength(2_500);
    expect(await stateOf()).toMatchObject({ state: 'finished', rows_done: 2_500, position: '2500' });
  });

  test('OPS-91 one that fails goes on behind the last batch that was kept, and does no row twice', async () => {
    let fails = true;
    const { backfill, done } = counting((from) => {
      if (fails && from === 1_000) throw new TypeError('in the middle');
    });
    await start();
    await expect(run(backfill)).rejects.toThrow('in the middle');
    expect(await stateOf()).toMatchObject({ state: 'failed', rows_done: 1_000, error: 'TypeError' });
    fails = false;
    await start();
    await run(backfill);
    expect(done).toEqual(Array.from({ length: 2_500 }, (_, at) => at + 1));
    expect(await stateOf()).toMatchObject({ state: 'finished', rows_done: 2_500, error: null });
  });

  test('OPS-91 a worker that stops leaves it running, for the next one to go on', async () => {
    const stop = new AbortController();
    const { backfill, done } = counting(() => stop.abort());
    await start();
    await run(backfill, [], stop.signal);
    expect(await stateOf()).toMatchObject({ state: 'running', rows_done: 1_000 });
    await run(backfill);
    expect(done).toHaveLength(2_500);
  });

  test('OPS-91 paused, it stops after the batch it is at', async () => {
    const { backfill, done } = counting();
    await start();
    const paused = platform.db.asJob('test', (tx) =>
      tx.updateTable('backfills').set({ state: 'paused' }).where('name', '=', 'counting').execute(),
    );
    await paused;
    await run(backfill);
    expect(done).toEqual([]);
    expect(await stateOf()).toMatchObject({ state: 'paused' });
  });
});

describe('keys of encryption', () => {
  async function aSealedPerson(tenant_id: string) {
    const person = await buildPerson(platform, { ...tenant, id: tenant_id }, {});
    const secret = seal(oldKey, totpPurpose(tenant_id, person.id), `seed of ${person.id}`);
    const content = { subject: 'Hello', text: 'Text', html: '<p>Text</p>' } as never;
    const mail = {
      id: newId(),
      ...sealMail({ ENCRYPTION_KEY: oldKey }, tenant_id, { address: person.email, content }),
    };
    await build(platform, async (tx) => {
      const row = { tenant_id, user_id: person.id, secret, confirmed_at: clock.now().toISOString() };
      await tx.insertInto('totp_factors').values(row).execute();
      const sealed_key = seal(oldKey, personKeyPurpose(tenant_id, person.id), `key of ${person.id}`);
      const created_at = clock.now().toISOString();
      await tx
        .insertInto('person_keys')
        .values({ tenant_id, user_id: person.id, sealed_key, created_at })
        .execute();
      const state = { state: 'captured' as const, created_at: clock.now().toISOString() };
      await tx
        .insertInto('outbox_mails')
        .values({ tenant_id, to_user_id: person.id, template: 'x', locale: 'en', ...mail, ...state })
        .execute();
    });
    return { person, mail };
  }

  test('OPS-138 OPS-91 rotate online: old values stay readable, a backfill seals them anew, then the old key may go', async () => {
    expect((await districtAdmin.send(listBackfills, {})).status).toBe(403);
    const sealed = [await aSealedPerson(tenant.id), await aSealedPerson(otherTenant.id)];
    const operator = await anOperator(server);
    const names = ['reseal_totp_factors', 'reseal_mails', 'reseal_person_keys'];
    const before = await operator.call(listBackfills, {});
    expect(before.data.map(({ name, state, remaining }) => [name, state, remaining > 1])).toEqual(
      names.map((name) => [name, 'never_started', true]),
    );
    await withWorker(platform, [runBackfillJob], async () => {
      for (const name of names) await operator.call(startBackfill, { params: { name } });
      const states = async () =>
        (await operator.call(listBackfills, {})).data.map((row) => [row.state, row.remaining]);
      await expect.poll(states, { timeout: 20_000 }).toEqual([
        ['finished', 0],
        ['finished', 0],
        ['finished', 0],
      ]);
    });
    const newOnly = { ENCRYPTION_KEY: newKey };
    for (const { person, mail } of sealed) {
      const { tenant_id } = person;
      const [factor, sent, kept] = await build(platform, (tx) =>
        Promise.all([
          tx
            .selectFrom('totp_factors')
            .selectAll()
            .where('user_id', '=', person.id)
            .executeTakeFirstOrThrow(),
          tx.selectFrom('outbox_mails').selectAll().where('id', '=', mail.id).executeTakeFirstOrThrow(),
          tx.selectFrom('person_keys').selectAll().where('user_id', '=', person.id).executeTakeFirstOrThrow(),
        ]),
      );
      expect(unseal(newKey, totpPurpose(tenant_id, person.id), factor.secret)).toBe(`seed of ${person.id}`);
      expect(unseal(newKey, personKeyPurpose(tenant_id, person.id), kept.sealed_key)).toBe(
        `key of ${person.id}`,
      );
      expect(openAddress(newOnly, tenant_id, sent.address_sealed)).toBe(person.email);
      expect(openContent(newOnly, tenant_id, sent.content_sealed!)).toMatchObject({ subject: 'Hello' });
    }
    const { data } = await operator.call(listAuditEvents, { query: { action: 'backfill.started' } });
    expect(data.map((event) => event.changes.name).sort()).toEqual([...names].sort());
  });

  test('OPS-91 pausing what does not run is a conflict; an unknown name is not found', async () => {
    const operator = await anOperator(server);
    const paused = await operator.send(pauseBackfill, { params: { name: 'reseal_mails' } });
    expect([paused.status, paused.body.code]).toEqual([409, 'conflict']);
    expect((await operator.send(startBackfill, { params: { name: 'unknown' } })).status).toBe(404);
  });
});
