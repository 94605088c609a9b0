import { createSchool, listSchools } from '@k12/contracts/identity/schools';
import { afterAll, expect, test } from 'vitest';
import { createApp } from '../../app.ts';
import { aSchool } from '../../test/a-school.ts';
import { breakableProxy, throughProxy } from '../../test/breakable-proxy.ts';
import { TestActor } from '../../test/test-server.ts';
import { createPlatform } from '../create-platform.ts';

const world = await aSchool();
const { config } = world.platform;
const address = new URL(config.DATABASE_URL);
const proxy = await breakableProxy({ host: address.hostname, port: Number(address.port) });
const platform = createPlatform(
  {
    ...config,
    DATABASE_URL: throughProxy(config.DATABASE_URL, proxy),
    DATABASE_JOB_URL: throughProxy(config.DATABASE_JOB_URL, proxy),
  },
  { checkout_timeout_ms: 1_000 },
);
const app = await createApp(platform);
const origin = await app.listen({ port: 0, host: '127.0.0.1' });
afterAll(async () => {
  await app.close();
  await platform.close();
});

const here = new TestActor({ ...world.server, app, origin }, world.districtAdmin.person);
here.cookies = { ...world.districtAdmin.cookies };

function create(code: string) {
  const body = { name: `School ${code}`, code, time_zone: 'America/Chicago' };
  return here.send(createSchool, { body }, { 'idempotency-key': `create ${code}`.replace(' ', '-') });
}

async function schoolsWith(code: string) {
  const { data } = await world.districtAdmin.call(listSchools, { query: { limit: 200 } });
  return data.filter((school) => school.code === code);
}

/** The commit of the transaction that keeps an answer, whatever else goes through the relay. */
function commitOfAnswer() {
  let isNear = false;
  return (sent: string) => {
    isNear ||= sent.includes('insert into "idempotency_keys"');
    return isNear && sent.includes('commit');
  };
}

test('IDN-94 INT-141 killed before the commit: nothing was done, and the same key does it at once, one time', async () => {
  proxy.breakOnce({ at: commitOfAnswer(), delivers: false });
  expect((await create('LOST')).status).toBe(503);
  expect(await schoolsWith('LOST')).toEqual([]);
  const again = await create('LOST');
  expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, null]);
  expect(await schoolsWith('LOST')).toHaveLength(1);
});

test('IDN-94 INT-141 killed after the commit: the same key gets the answer of the one time it was done', async () => {
  proxy.breakOnce({ at: commitOfAnswer(), delivers: true });
  expect((await create('DONE')).status).toBe(503);
  const [made] = await schoolsWith('DONE');
  const again = await create('DONE');
  expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
  expect(again.body.id).toBe(made?.id);
  expect(await schoolsWith('DONE')).toHaveLength(1);
});

test('IDN-94 killed in the middle of the work: the key is free at once, without a wait for the dead', async () => {
  proxy.breakOnce({ at: (sent) => sent.includes('insert into "schools"'), delivers: true });
  expect((await create('MIDWAY')).status).toBe(503);
  expect((await create('MIDWAY')).status).toBe(201);
  expect(await schoolsWith('MIDWAY')).toHaveLength(1);
});
