import { getMe } from '@k12/contracts/identity/me';
import { getCsrfToken, signIn } from '@k12/contracts/identity/session';
import { expect, test } from 'vitest';
import { hashPassword } from '../../features/identity/sessions/password-hash.ts';
import { buildPerson, buildSchool, buildTenant } from '../../test/people.ts';
import { startTestServer, TestActor } from '../../test/test-server.ts';

const limits = { RATE_LIMITS: '{}' };
const people = 100;

test('IDN-101 OPS-171 a school behind one address signs in while a guesser in the same house is slowed', async () => {
  const server = await startTestServer(limits);
  const tenant = await buildTenant(server.platform);
  const school = await buildSchool(server.platform, tenant);
  const password_hash = await hashPassword('the password of all');
  const given = { role: 'student', school_ids: [school.id], password_hash };
  const students = await Promise.all(
    Array.from({ length: people }, () => buildPerson(server.platform, tenant, given)),
  );
  const statuses = new Map<number, number>();
  const note = (status: number) => statuses.set(status, (statuses.get(status) ?? 0) + 1);
  const arrive = async (email: string) => {
    const visitor = new TestActor(server, null);
    note((await visitor.fetch(getCsrfToken.method, getCsrfToken.path)).status);
    note(
      (await visitor.send(signIn, { body: { identifier: email, password: 'the password of all' } })).status,
    );
    note((await visitor.send(getMe, {})).status);
  };
  const guesser = new TestActor(server, null);
  const guess = async (at: number) =>
    (await guesser.send(signIn, { body: { identifier: students[0]?.email ?? '', password: `guess ${at}` } }))
      .status;
  const guesses: number[] = [];
  for (let at = 0; at < people; at += 10) {
    await Promise.all(students.slice(at, at + 10).map(({ email }) => arrive(email)));
    for (let more = 0; more < 2; more++) guesses.push(await guess(at + more));
  }
  expect([...statuses.keys()]).toEqual([200]);
  expect(guesses).toContain(429);
});
