import { listSchools } from '@k12/contracts/identity/schools';
import { signIn } from '@k12/contracts/identity/session';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { hashPassword } from '../../features/identity/sessions/password-hash.ts';
import { aSchool } from '../../test/a-school.ts';
import { buildPerson } from '../../test/people.ts';
import { TestActor } from '../../test/test-server.ts';

// Nothing listens on port 1: the shared cache and the shared counters are gone from the start.
const world = await aSchool({ REDIS_URL: 'redis://127.0.0.1:1' });
const { platform, tenant, school, server, districtAdmin } = world;

test('OPS-10 with the cache gone pages are read from the database and nothing fails', async () => {
  for (let at = 0; at < 3; at++)
    expect((await districtAdmin.send(listSchools, { query: {} })).status).toBe(200);
  const value = await platform.cache.read(newId(), 'x', { seconds: 60 }, async () => 'from the database');
  expect(value).toBe('from the database');
  await expect(platform.cache.probe()).rejects.toThrow();
});

test('OPS-10 IDN-103 sign-in works, and wrong passwords are still counted, in this process', async () => {
  const password_hash = await hashPassword('correct horse battery');
  const person = await buildPerson(platform, tenant, {
    role: 'teacher',
    school_ids: [school.id],
    password_hash,
  });
  const visitor = new TestActor(server, null);
  const reply = await visitor.send(signIn, {
    body: { identifier: person.email, password: 'correct horse battery' },
  });
  expect([reply.status, reply.body.state]).toEqual([200, 'signed_in']);
  const guesser = new TestActor(server, null);
  const statuses = new Set<number>();
  for (let at = 0; at < 12; at++) {
    statuses.add(
      (await guesser.send(signIn, { body: { identifier: 'x@example.test', password: `no ${at}` } })).status,
    );
  }
  expect(statuses).toContain(429);
  expect(Math.max(...statuses)).toBeLessThan(500);
});
