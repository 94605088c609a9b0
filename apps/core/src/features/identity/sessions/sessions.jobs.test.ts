import { createMyApiToken } from '@k12/contracts/identity/api-tokens';
import { signOut } from '@k12/contracts/identity/session';
import { expect, test } from 'vitest';
import { aSchool } from '../../../test/a-school.ts';
import { mailsTo } from '../../../test/mails.ts';
import { build, buildPerson } from '../../../test/people.ts';
import { aBrowser, manyRequests, trySignIn } from '../../../test/sign-in.ts';
import { signedIn } from '../../../test/test-server.ts';
import { tellOfEndingTokensJob } from '../api-tokens/api-tokens.jobs.ts';
import { sweepSessionsJob } from './sessions.jobs.ts';

const { server, platform, clock, tenant, school } = await aSchool(manyRequests);
const run = { job_id: 'test', attempt: 1, signal: new AbortController().signal };
const system = { platform, request_id: 'test-request', signal: run.signal };

test('the sweep removes sessions 90 days after their end and what has run out, and nothing in use', async () => {
  const [gone, kept] = [
    await buildPerson(platform, tenant, { role: 'teacher', school_ids: [school.id] }),
    await buildPerson(platform, tenant, { role: 'guardian' }),
  ];
  const actor = await signedIn(server, gone);
  await actor.call(signOut, {});
  await trySignIn(aBrowser(server), 'somebody@example.test', 'wrong');
  const rows = () =>
    build(platform, (tx) =>
      Promise.all([
        tx.selectFrom('sessions').select('id').where('user_id', '=', gone.id).execute(),
        tx.selectFrom('session_directory').select('session_id').where('user_id', '=', kept.id).execute(),
        tx.selectFrom('sign_in_throttles').select('failures').execute(),
      ]),
    );
  clock.advance({ days: 89 });
  await signedIn(server, kept);
  await sweepSessionsJob.run(system, {}, run);
  expect((await rows()).map((found) => found.length)).toEqual([1, 1, 0]);
  clock.advance({ days: 2 });
  await sweepSessionsJob.run(system, {}, run);
  expect((await rows()).map((found) => found.length)).toEqual([0, 1, 0]);
});

test('IDN-88 the owner of a token is told 14 and 3 days before its end, once each', async () => {
  const person = await buildPerson(platform, tenant, { role: 'district_admin' });
  const admin = await signedIn(server, person);
  await admin.call(createMyApiToken, {
    body: { name: 'Roster export', scopes: ['schools.read'], expires_in_days: 30 },
  });
  const told = async () => {
    await tellOfEndingTokensJob.run(system, {}, run);
    await tellOfEndingTokensJob.run(system, {}, run);
    return (await mailsTo(platform, person))
      .filter((mail) => mail.template === 'api_token.expiring')
      .map((mail) => mail.subject);
  };
  expect(await told()).toEqual([]);
  clock.advance({ days: 17 });
  expect(await told()).toEqual(['Your token “Roster export” ends in 13 days']);
  clock.advance({ days: 11 });
  expect(await told()).toEqual([
    'Your token “Roster export” ends in 13 days',
    'Your token “Roster export” ends in 2 days',
  ]);
  clock.advance({ days: 3 });
  expect(await told()).toHaveLength(2);
});
