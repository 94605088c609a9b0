import { signIn } from '@k12/contracts/identity/session';
import { generate } from 'otplib';
import { hashPassword } from '../features/identity/sessions/password-hash.ts';
import type { Platform } from '../platform/context.ts';
import { build, type TestPerson } from './people.ts';
import { TestActor, type TestServer } from './test-server.ts';

/** Room for everything a test file does from one address within a minute. */
export const manyRequests = {
  RATE_LIMITS: JSON.stringify({ public: 100, sign_in: 100, recovery: 100, general: 100 }),
};

export const aPassword = 'violet kites over water';

let hashed: Promise<string> | undefined;

/** Hashed once for all people of a test file. */
export function aPasswordHash(): Promise<string> {
  hashed ??= hashPassword(aPassword);
  return hashed;
}

export async function givePassword(platform: Platform, person: TestPerson): Promise<void> {
  const hash = await aPasswordHash();
  await build(platform, (tx) =>
    tx
      .insertInto('passwords')
      .values({ tenant_id: person.tenant_id, user_id: person.id, hash })
      .onConflict((conflict) =>
        conflict.columns(['tenant_id', 'user_id']).doUpdateSet({ hash, must_change: false }),
      )
      .execute(),
  );
}

/** A browser nobody has signed in with yet. */
export function aBrowser(server: TestServer): TestActor {
  return new TestActor(server, null);
}

export function trySignIn(
  browser: TestActor,
  identifier: string,
  password: string = aPassword,
  more: object = {},
) {
  return browser.send(signIn, { body: { identifier, password, ...more } });
}

/** A browser in which this person has typed their password. */
export async function browserOf(server: TestServer, person: TestPerson): Promise<TestActor> {
  const browser = new TestActor(server, person);
  const reply = await trySignIn(browser, person.email);
  if (reply.status !== 200) throw new Error(`sign-in failed: ${reply.status} ${JSON.stringify(reply.body)}`);
  browser.forgetCsrf();
  return browser;
}

export function codeNow(server: TestServer, secret: string, stepsAhead = 0): Promise<string> {
  const epoch = Math.floor(server.clock.now().getTime() / 1000) + stepsAhead * 30;
  return generate({ secret, epoch });
}
