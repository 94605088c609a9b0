import { redeemGuardianInvite } from '@k12/contracts/identity/guardian-invites';
import { requestPasswordReset } from '@k12/contracts/identity/password-resets';
import { listSchools } from '@k12/contracts/identity/schools';
import { signIn } from '@k12/contracts/identity/session';
import { expect, test } from 'vitest';
import { aSchool } from '../../test/a-school.ts';
import { nextNumber } from '../../test/people.ts';
import { TestActor } from '../../test/test-server.ts';

const world = await aSchool({ RATE_LIMITS: '{"general":0.05}' });
const { teacher, lead, anonymous, server } = world;

test('IDN-102 every answer tells the policy and what is left, and a 429 names the limit and when to come back', async () => {
  const first = await teacher.send(listSchools, { query: {} });
  expect(first.headers.get('ratelimit-policy')).toBe('"general";q=15;w=60, "burst";q=3;w=1');
  expect(first.headers.get('ratelimit')).toMatch(/^"general";r=14;t=\d+, "burst";r=2;t=1$/);
  expect(first.headers.get('x-ratelimit-limit')).toMatch(/^\d+$/);
  const replies = await Promise.all(
    Array.from({ length: 40 }, () => teacher.send(listSchools, { query: {} })),
  );
  const refused = replies.find((reply) => reply.status === 429);
  expect(refused?.body).toMatchObject({ code: 'rate_limited', context: { limit: expect.any(String) } });
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(refused?.headers.get('x-ratelimit-remaining')).toBe('0');
  expect((await lead.send(listSchools, { query: {} })).status).toBe(200);
});

test('IDN-102 answers without a session and to unknown addresses carry the headers too', async () => {
  for (const path of ['/schools', '/no-such-address']) {
    const reply = await anonymous.fetch('GET', path);
    expect(reply.headers.get('ratelimit-policy')).toBe('"public";q=60;w=60');
  }
});

test('IDN-100 the tenth wrong password for an account from one browser is the last for ten minutes', async () => {
  const visitor = new TestActor(server, null);
  const statuses: number[] = [];
  const identifier = `nobody-${nextNumber()}@example.test`;
  for (let at = 0; at < 11; at++) {
    statuses.push((await visitor.send(signIn, { body: { identifier, password: `wrong ${at}` } })).status);
  }
  expect(statuses.at(-1)).toBe(429);
});

test('IDN-100 one name spelled with other letters of Unicode shares the count of its reset mails', async () => {
  const visitor = new TestActor(server, null);
  const name = `someone-${nextNumber()}@example.test`;
  const spellings = [name, name.replace('s', 'ｓ'), name.replace('o', 'ｏ'), name.replace('m', 'ｍ')];
  const statuses: number[] = [];
  for (const identifier of spellings)
    statuses.push((await visitor.send(requestPasswordReset, { body: { identifier } })).status);
  expect(statuses).toEqual([202, 202, 202, 429]);
});

test('IDN-100 sixty wrong guardian codes in an hour are the last from one address', async () => {
  const statuses: number[] = [];
  for (let at = 0; at < 61; at++) {
    const code = `ZZ${String(at).padStart(8, 'Z')}`;
    statuses.push((await world.guardian.send(redeemGuardianInvite, { body: { code } })).status);
  }
  expect(new Set(statuses.slice(0, 60))).toEqual(new Set([422]));
  expect(statuses.at(-1)).toBe(429);
});
