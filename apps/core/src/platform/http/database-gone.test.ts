import { expect, test } from 'vitest';
import { createApp } from '../../app.ts';
import { aSchool } from '../../test/a-school.ts';
import { breakableProxy, throughProxy } from '../../test/breakable-proxy.ts';
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
  { checkout_timeout_ms: 300 },
);
const app = await createApp(platform);
const headers = { cookie: `homeroom_session=${world.districtAdmin.cookies.homeroom_session}` };
const read = () => app.inject({ url: '/api/v1/schools', headers });

test('INT-139 with the database gone every answer is 503 with Retry-After, and it recovers without a restart', async () => {
  expect((await read()).statusCode).toBe(200);
  proxy.cut();
  for (let at = 0; at < 4; at++) {
    const reply = await read();
    expect([reply.statusCode, reply.json().code]).toEqual([503, 'unavailable']);
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
  }
  proxy.mend();
  await expect.poll(async () => (await read()).statusCode, { timeout: 5_000 }).toBe(200);
  await app.close();
  await platform.close();
});
