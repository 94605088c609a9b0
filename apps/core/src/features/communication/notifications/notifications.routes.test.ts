import {
  getUnreadCount,
  listNotifications,
  markAllNotificationsRead,
  markNotificationRead,
  undoMarkAllRead,
} from '@k12/contracts/communication/notifications';
import { getMe } from '@k12/contracts/identity/me';
import { signOut } from '@k12/contracts/identity/session';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { publishLive, publishRecordChanged } from '../../../platform/events/publish-live.ts';
import { contextOf, until } from '../../../test/a-platform.ts';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { openStream } from '../../../test/event-stream.ts';
import type { TestActor } from '../../../test/test-server.ts';
import { notify } from './notifications.service.ts';

const world = await aSchool();
const { platform, tenant, anonymous, teacher, student, otherTenantTeacher } = world;
const context = contextOf(platform, tenant);

const tell = (...people: TestActor[]) =>
  context.withTenant((tx) =>
    notify(tx, context, {
      user_ids: people.map((person) => person.id),
      kind: 'assignment.graded',
      subject: { type: 'assignment', id: newId() },
      details: { title: 'Essay' },
      link: '/learn/assignments/1',
    }),
  );
const somebody = () => actorOf(world.server, tenant, { role: 'teacher', school_ids: [world.school.id] });
const unread = async (person: TestActor) => (await person.call(getUnreadCount, {})).count;

describe('the bell', () => {
  test('signed out: 401', async () => {
    expect((await anonymous.send(listNotifications, { query: {} })).status).toBe(401);
    expect((await openStream(anonymous)).status).toBe(401);
  });

  test('UXP-17 a person sees, counts and reads the own notifications, nobody else does', async () => {
    const [person, other] = [await somebody(), await somebody()];
    await tell(person);
    await tell(person, other);
    const { data } = await person.call(listNotifications, { query: {} });
    expect(data).toHaveLength(2);
    expect(data[0]).toMatchObject({ kind: 'assignment.graded', details: { title: 'Essay' }, read_at: null });
    expect([await unread(person), await unread(other), await unread(otherTenantTeacher)]).toEqual([2, 1, 0]);
    expect((await person.call(getMe, {})).unread_notifications).toBe(2);
    const params = { id: data[0]!.id };
    for (const stranger of [other, otherTenantTeacher]) {
      expect((await stranger.send(markNotificationRead, { params })).status).toBe(404);
    }
    const read = await person.call(markNotificationRead, { params });
    expect(await person.call(markNotificationRead, { params })).toEqual(read);
    expect([await unread(person), await unread(other)]).toEqual([1, 1]);
    const left = await person.call(listNotifications, { query: { show: 'unread' } });
    expect(left.data.map((row) => row.id)).toEqual([data[1]!.id]);
  });

  test('UXP-17 "mark all as read" is undone for exactly those that it marked', async () => {
    const person = await somebody();
    for (const _ of [1, 2, 3]) await tell(person);
    const { data } = await person.call(listNotifications, { query: {} });
    await person.call(markNotificationRead, { params: { id: data[0]!.id } });
    const { marked, undo_id } = await person.call(markAllNotificationsRead, {});
    expect([marked, await unread(person)]).toEqual([2, 0]);
    const stranger = await teacher.call(undoMarkAllRead, { params: { id: undo_id } });
    expect(stranger.restored).toBe(0);
    expect(await person.call(undoMarkAllRead, { params: { id: undo_id } })).toEqual({ restored: 2 });
    expect(await unread(person)).toBe(2);
  });

  test('UXP-17 the count stops at 100 and the list pages by cursor', async () => {
    const person = await somebody();
    await Promise.all(Array.from({ length: 105 }, () => tell(person)));
    expect(await unread(person)).toBe(100);
    const first = await person.call(listNotifications, { query: { limit: 60 } });
    const second = await person.call(listNotifications, { query: { limit: 60, cursor: first.next_cursor! } });
    const ids = [...first.data, ...second.data].map((row) => row.id);
    expect([new Set(ids).size, second.next_cursor]).toEqual([105, null]);
  });
});

describe('the stream', () => {
  test('UXP-17 IDN-119 an open page is told at once, by id only, and no other tenant or person is', async () => {
    const person = await somebody();
    const streams = await Promise.all([person, student, otherTenantTeacher].map(openStream));
    expect(streams[0]!.headers.get('content-type')).toContain('text/event-stream');
    const started = Date.now();
    await tell(person);
    await until(() => streams[0]!.events.length === 1);
    expect(Date.now() - started).toBeLessThan(5_000);
    const [event] = streams[0]!.events;
    expect(event).toEqual({
      name: 'notification',
      details: { id: expect.any(String), kind: 'assignment.graded' },
    });
    const change = { type: 'lesson_plan', id: newId(), lock_version: 3 };
    await context.withTenant((tx) => publishRecordChanged(tx, context, change, 'everybody'));
    await until(() => streams[1]!.events.length === 1);
    expect(streams[1]!.events).toEqual([{ name: 'record_changed', details: change }]);
    expect(streams[2]!.events).toEqual([]);
    for (const stream of streams) stream.close();
  });

  test('a rolled-back change tells nobody; news for a school reach its people only', async () => {
    const streams = await Promise.all([teacher, world.otherSchoolAdmin].map(openStream));
    const failed = context.withTenant(async (tx) => {
      await publishLive(tx, context, { name: 'feature_flags_changed', details: {} }, 'everybody');
      throw new Error('changed my mind');
    });
    await expect(failed).rejects.toThrow();
    const change = { type: 'course', id: newId(), lock_version: 1 };
    const at = { school_id: world.otherSchool.id };
    await context.withTenant((tx) => publishRecordChanged(tx, context, change, at));
    await until(() => streams[1]!.events.length === 1);
    expect(streams.map((stream) => stream.events.map(({ name }) => name))).toEqual([[], ['record_changed']]);
    for (const stream of streams) stream.close();
  });

  test('IDN-35 the stream of a session that was ended elsewhere says so and closes within 5 s', async () => {
    const person = await somebody();
    const stream = await openStream(person);
    const started = Date.now();
    await person.call(signOut, {});
    await until(() => stream.ended, 8);
    expect(Date.now() - started).toBeLessThan(5_000);
    expect(stream.events.at(-1)?.name).toBe('session_ended');
  });

  test('a session keeps its six newest streams', async () => {
    const person = await somebody();
    const streams: Awaited<ReturnType<typeof openStream>>[] = [];
    for (let at = 0; at < 7; at++) streams.push(await openStream(person));
    await until(() => streams[0]!.ended);
    expect(streams.slice(1).map((stream) => stream.ended)).toEqual(Array(6).fill(false));
    for (const stream of streams) stream.close();
  });
});
