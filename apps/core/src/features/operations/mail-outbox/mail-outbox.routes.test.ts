import { listCapturedMails, listOutboxMails } from '@k12/contracts/operations/mail-outbox';
import { describe, expect, test } from 'vitest';
import { defineMail } from '../../../platform/mail/define-mail.ts';
import { queueMail } from '../../../platform/mail/queue-mail.ts';
import { contextOf } from '../../../test/a-platform.ts';
import { aSchool } from '../../../test/a-school.ts';
import { deleteOldMails, listCapturedMails as listCaptured } from './mail-outbox.service.ts';

const world = await aSchool();
const { platform, tenant, otherTenant, clock, districtAdmin, admin, teacher, otherTenantAdmin, anonymous } =
  world;

const text = () => ({
  subject: 'Set a new password',
  paragraphs: ['Follow the link.'],
  action: { label: 'Go', path: '/reset/secret' },
});
const template = defineMail({ key: 'test.reset', texts: { en: text, es: text, fr: text, ar: text } });

const send = (address: string, of = tenant) => {
  const context = contextOf(platform, of);
  return context.withTenant((tx) => queueMail(tx, context, { address, template, values: {} }));
};

describe('the outbox page of a local installation', () => {
  test('shows captured mail with its link to somebody who is not signed in', async () => {
    const id = await send('one@example.test');
    const { data } = await anonymous.call(listCapturedMails, { query: {} });
    const mail = data.find((row) => row.id === id);
    expect(mail).toMatchObject({ address: 'one@example.test', state: 'captured', template: 'test.reset' });
    expect(mail?.content?.text).toContain('/reset/secret');
  });

  test('is not there under the name of another host', async () => {
    for (const host of ['evil.example', 'localhost.evil.example', '192.168.1.20'])
      await expect(listCaptured(platform, { limit: 10 }, host)).rejects.toThrow('Not found');
  });

  test('is not there in production', async () => {
    const { config } = platform;
    const production = { ...platform, config: { ...config, HOMEROOM_MODE: 'production' as const } };
    await expect(listCaptured(production, { limit: 10 }, 'localhost')).rejects.toThrow('Not found');
  });
});

describe('the list for admins', () => {
  test('is for those over the whole organisation, and shows no other tenant', async () => {
    const [own, foreign] = [await send('two@example.test'), await send('three@example.test', otherTenant)];
    const ids = async (by = districtAdmin) =>
      (await by.call(listOutboxMails, { query: { state: 'captured' } })).data.map((row) => row.id);
    expect(await ids()).toContain(own);
    expect(await ids()).not.toContain(foreign);
    expect(await ids(otherTenantAdmin)).toContain(foreign);
    expect(await ids(otherTenantAdmin)).not.toContain(own);
    expect((await anonymous.send(listOutboxMails, { query: {} })).status).toBe(401);
    for (const person of [admin, teacher]) {
      expect((await person.send(listOutboxMails, { query: {} })).status).toBe(403);
    }
  });

  test('old mail goes after 90 days', async () => {
    await send('old@example.test');
    clock.advance({ days: 91 });
    const fresh = await send('fresh@example.test');
    await deleteOldMails(contextOf(platform, tenant));
    const left = await contextOf(platform, tenant).readTenant((tx) =>
      tx.selectFrom('outbox_mails').select('id').execute(),
    );
    expect(left).toEqual([{ id: fresh }]);
  });
});
