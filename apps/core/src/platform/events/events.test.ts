import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aPlatform, contextOf, until, withWorker } from '../../test/a-platform.ts';
import { buildTenant } from '../../test/people.ts';
import { deliverEvent } from './deliver-event.ts';
import { deliverEventJob } from './event.jobs.ts';
import { type DomainEvent, on } from './event-subscribers.ts';
import { publishEvent } from './publish-event.ts';

const { platform } = await aPlatform();
const tenant = await buildTenant(platform);
const context = contextOf(platform, tenant);

const heard: DomainEvent[] = [];
let fails = 0;
platform.events.register([
  on('school.created', 'test.first', async (tx, _context, event) => {
    heard.push(event);
    // Something that shows whether the transaction of a failed delivery stays.
    await tx.updateTable('roles').set({ description: event.id }).where('key', '=', 'teacher').execute();
    if (fails-- > 0) throw new Error('not yet');
  }),
  on('school.created', 'test.second', async (_tx, _context, event) => void heard.push(event)),
  on('school.archived', 'test.other', async () => void heard.push({} as DomainEvent)),
]);

const publish = (payload: DomainEvent['payload']) =>
  context.withTenant((tx) => publishEvent(tx, context, 'school.created', payload));
const lastEvent = () =>
  context.readTenant((tx) =>
    tx.selectFrom('domain_events').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow(),
  );

test('every subscriber of an event hears of it after the commit, and of nothing rolled back', async () => {
  const failed = context.withTenant(async (tx) => {
    await publishEvent(tx, context, 'school.created', { school_id: 'never' });
    throw new Error('changed my mind');
  });
  await expect(failed).rejects.toThrow();
  await publish({ school_id: 'one' });
  await withWorker(platform, [deliverEventJob], () => until(() => heard.length === 2));
  expect(heard.map((event) => event.payload)).toEqual([{ school_id: 'one' }, { school_id: 'one' }]);
});

test('OPS-94 an event delivered twice, also at the same time, has its effect once', async () => {
  heard.length = 0;
  await publish({ school_id: 'two' });
  const { id } = await lastEvent();
  const delivery = { event_id: id, subscriber: 'test.second' };
  await Promise.all([1, 2, 3].map(() => deliverEvent(context, delivery)));
  await deliverEvent(context, delivery);
  expect(heard).toHaveLength(1);
});

test('a handler that fails leaves nothing behind and is tried again', async () => {
  heard.length = 0;
  fails = 1;
  await publish({ school_id: 'three' });
  const { id } = await lastEvent();
  const delivery = { event_id: id, subscriber: 'test.first' };
  const description = () =>
    context.readTenant(async (tx) => {
      const role = tx.selectFrom('roles').select('description').where('key', '=', 'teacher');
      return (await role.executeTakeFirstOrThrow()).description;
    });
  await expect(deliverEvent(context, delivery)).rejects.toThrow('not yet');
  expect(await description()).not.toBe(id);
  await deliverEvent(context, delivery);
  expect(await description()).toBe(id);
  expect(heard).toHaveLength(2);
});

test('OPS-101 the queue holds the id of an event, not what it says', async () => {
  await publish({ school_id: 'marked-value' });
  const { rows } = await platform.db.asJob('test', (tx) =>
    sql<{ text: string }>`select data::text as text from pgboss.job`.execute(tx),
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter((row) => row.text.includes('marked-value'))).toEqual([]);
});
