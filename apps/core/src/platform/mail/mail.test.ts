import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { aPlatform, contextOf, until, withWorker } from '../../test/a-platform.ts';
import { build, buildPerson, buildTenant } from '../../test/people.ts';
import { startSmtpServer } from '../../test/smtp-server.ts';
import { PermanentFailure } from '../jobs/define-job.ts';
import { defineMail, type MailText } from './define-mail.ts';
import { sendMailJob, sendUrgentMailJob } from './mail.jobs.ts';
import { queueMail } from './queue-mail.ts';
import { sendMail } from './send-mail.ts';

const smtp = await startSmtpServer();
const { platform, settings } = await aPlatform({
  SMTP_URL: smtp.url,
  WEB_URL: 'https://homeroom.example.test',
});
const tenant = await buildTenant(platform);
const context = contextOf(platform, tenant);

const greeting =
  (subject: string) =>
  (values: { name: string; path: string }): MailText => ({
    subject: `${subject}, ${values.name}`,
    paragraphs: [`${subject} ${values.name}`],
    action: { label: 'Open', path: values.path },
  });
const template = defineMail({
  key: 'test.greeting',
  texts: { en: greeting('Hello'), es: greeting('Hola'), fr: greeting('Bonjour'), ar: greeting('مرحبا') },
});
const values = { name: 'Ada <&>', path: '/settings?a=1&b=2' };

const toAddress = (address: string, locale = 'en') =>
  context.withTenant((tx) =>
    queueMail(tx, context, { address, template, values, locale }),
  ) as Promise<string>;
const mailRow = (id: string) =>
  context.readTenant((tx) =>
    tx.selectFrom('outbox_mails').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  );
const receivedBy = (address: string) => smtp.received.filter((mail) => mail.to === address);

test('a mail is sent in the language of the person, as text and as markup without injected tags', async () => {
  const person = await buildPerson(platform, tenant);
  await build(platform, (tx) =>
    tx.updateTable('users').set({ locale: 'fr' }).where('id', '=', person.id).execute(),
  );
  const request = { to_user_id: person.id, template, values };
  const id = await context.withTenant((tx) => queueMail(tx, context, request));
  await withWorker(platform, [sendMailJob], () => until(async () => (await mailRow(id!)).state === 'sent'));
  const [mail] = receivedBy(person.email);
  expect(mail).toMatchObject({ subject: 'Bonjour, Ada <&>', message_id: `<${id}@homeroom.example.test>` });
  expect(mail?.text).toContain('https://homeroom.example.test/settings?a=1&b=2');
  expect(mail?.text).toContain('Bonjour Ada &lt;&amp;&gt;');
});

test('a person without an address gets no mail', async () => {
  const person = await buildPerson(platform, tenant);
  const nameless = { email: null, email_normalized: null, username: 'kid', username_normalized: 'kid' };
  await build(platform, (tx) => tx.updateTable('users').set(nameless).where('id', '=', person.id).execute());
  const request = { to_user_id: person.id, template, values };
  expect(await context.withTenant((tx) => queueMail(tx, context, request))).toBeNull();
});

test('OPS-93 a rolled-back change sends no mail', async () => {
  const failed = context.withTenant(async (tx) => {
    await queueMail(tx, context, { address: 'nobody@example.test', template, values });
    throw new Error('changed my mind');
  });
  await expect(failed).rejects.toThrow();
  const id = await toAddress('after@example.test');
  await withWorker(platform, [sendMailJob], () => until(async () => (await mailRow(id)).state === 'sent'));
  expect(receivedBy('nobody@example.test')).toEqual([]);
});

test('IDN-110 neither address nor text can be read in the outbox table, and the text is gone once sent', async () => {
  const id = await toAddress('sealed@example.test');
  const row = await mailRow(id);
  const bytes = Buffer.concat([row.address_sealed, row.content_sealed!]).toString('latin1');
  expect(bytes).not.toMatch(/sealed@example|Hello/);
  await sendMail(context, id);
  expect(await mailRow(id)).toMatchObject({ state: 'sent', content_sealed: null });
});

test('OPS-94 sending a mail twice delivers it once', async () => {
  const id = await toAddress('twice@example.test');
  await sendMail(context, id);
  await sendMail(context, id);
  expect(receivedBy('twice@example.test')).toHaveLength(1);
});

test('OPS-95 a mail the server refuses is given up at once, a busy server is asked again', async () => {
  smtp.onRecipient = (address) =>
    address.startsWith('gone') ? '550 5.1.1 no such mailbox' : '451 4.3.0 busy';
  const [gone, busy] = [await toAddress('gone@example.test'), await toAddress('busy@example.test')];
  await expect(sendMail(context, gone)).rejects.toThrow(PermanentFailure);
  await expect(sendMail(context, busy)).rejects.not.toThrow(PermanentFailure);
  expect([(await mailRow(gone)).state, (await mailRow(busy)).state]).toEqual(['failed', 'queued']);
  smtp.onRecipient = () => undefined;
  await sendMail(context, busy);
  expect(receivedBy('busy@example.test')).toHaveLength(1);
});

test('OPS-94 OPS-96 a worker killed in the middle of 100 mails: another takes over, each address has one', async () => {
  const addresses = Array.from({ length: 100 }, (_, at) => `guardian${at}@example.test`);
  const ids = await Promise.all(addresses.map((address) => toAddress(address)));
  const worker = startWorkerProcess();
  let killedAt = 0;
  smtp.onRecipient = (address) => {
    if (address === 'guardian50@example.test' && killedAt === 0) {
      worker.kill('SIGKILL');
      killedAt = Date.now();
    }
    return undefined;
  };
  await once(worker, 'exit');
  const sentBefore = addresses.filter((address) => receivedBy(address).length > 0).length;
  expect(sentBefore).toBeGreaterThan(0);
  expect(sentBefore).toBeLessThan(100);
  const second = startWorkerProcess();
  await until(async () => (await Promise.all(ids.map(mailRow))).every((row) => row.state === 'sent'), 60);
  expect(Date.now() - killedAt).toBeLessThan(60_000);
  second.kill('SIGTERM');
  expect(await once(second, 'exit')).toEqual([0, null]);
  for (const address of addresses) {
    // A mailbox drops a repeat by its Message-ID; nothing but the mails in the air at the kill may be repeated.
    expect(new Set(receivedBy(address).map((mail) => mail.message_id)).size).toBe(1);
  }
  expect(smtp.received.filter((mail) => addresses.includes(mail.to)).length).toBeLessThanOrEqual(108);
}, 90_000);

/** The real worker, as a process of its own. */
function startWorkerProcess() {
  const script = fileURLToPath(new URL('../../worker.ts', import.meta.url));
  return spawn(process.execPath, [script], {
    env: { ...process.env, ...settings, WORKER_HEARTBEAT_SECONDS: '4' },
    stdio: 'inherit',
  });
}

test('OPS-100 urgent mail goes through the queue that is looked at first', () => {
  expect([sendUrgentMailJob.queue, sendMailJob.queue]).toEqual(['critical', 'default']);
});
