import { acceptInvitation } from '@k12/contracts/identity/invitations';
import { getMe } from '@k12/contracts/identity/me';
import { expect, test } from 'vitest';
import { startTestServer, TestActor } from '../../../test/test-server.ts';
import { readFoundation } from './foundation.rules.ts';
import { foundTenant } from './foundation.service.ts';

const environment = {
  BOOTSTRAP_TENANT_NAME: 'Harbour School',
  BOOTSTRAP_TENANT_SLUG: 'harbour',
  BOOTSTRAP_TIME_ZONE: 'Europe/Lisbon',
  BOOTSTRAP_SCHOOL_NAME: 'Harbour School',
  BOOTSTRAP_SCHOOL_CODE: 'HS',
  BOOTSTRAP_YEAR_NAME: '2026–27',
  BOOTSTRAP_YEAR_STARTS_ON: '2026-09-01',
  BOOTSTRAP_YEAR_ENDS_ON: '2027-06-30',
  BOOTSTRAP_ADMIN_EMAIL: 'head@harbour.example',
  BOOTSTRAP_ADMIN_GIVEN_NAME: 'Ines',
  BOOTSTRAP_ADMIN_FAMILY_NAME: 'Rocha',
};

test('OPS-137 all that is missing is named at once, and never a value', () => {
  const reading = readFoundation({
    ...environment,
    BOOTSTRAP_TIME_ZONE: 'Mars/Base',
    BOOTSTRAP_ADMIN_EMAIL: '',
  });
  expect(reading).toEqual({ ok: false, names: ['BOOTSTRAP_TIME_ZONE', 'BOOTSTRAP_ADMIN_EMAIL'] });
});

test('OPS-137 IDN-67 the first admin sets a password by the one-time link and holds the tenant; a repeat changes nothing', async () => {
  const server = await startTestServer();
  const reading = readFoundation(environment);
  if (!reading.ok) throw new Error('the environment of this test is complete');
  const [first, second] = await Promise.all(
    [1, 2].map(() => foundTenant(server.platform, reading.foundation)),
  );
  const links = [first, second].flatMap((founded) => founded?.first_admin_link ?? []);
  expect(links).toHaveLength(1);
  const token = links[0]!.split('/').at(-1)!;

  const admin = new TestActor(server, null);
  const request = { params: { token }, body: { password: 'a calm and windy morning' } };
  await admin.call(acceptInvitation, request);
  admin.forgetCsrf();
  const me = await admin.call(getMe, {});
  expect(me.tenant).toMatchObject({ slug: 'harbour', kind: 'school', time_zone: 'Europe/Lisbon' });
  expect(me.capabilities['schools.create']).toEqual(['tenant']);
  const again = await new TestActor(server, null).send(acceptInvitation, request);
  expect(again.status).toBe(410);
  const events = await server.platform.db.withTenant({ tenant_id: me.tenant.id }, (tx) =>
    tx.selectFrom('audit_events').select('action').where('action', '=', 'tenant.founded').execute(),
  );
  expect(events).toHaveLength(1);
});
