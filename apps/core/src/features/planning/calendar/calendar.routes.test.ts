import {
  createFeed,
  createPlannerEvent,
  deleteFeed,
  getCalendar,
  updatePlannerEvent,
} from '@k12/contracts/planning/calendar';
import { listSessions, updateSession } from '@k12/contracts/planning/lesson-sessions';
import { createPlacement } from '@k12/contracts/planning/placements';
import { createEnrollment } from '@k12/contracts/teaching/enrollments';
import { expect, test } from 'vitest';
import { aTaughtYear } from '../../../test/a-taught-year.ts';

const world = await aTaughtYear();
const { teacher, student, admin, anonymous, ids } = world;
const november = { from: '2026-11-01', to: '2026-11-30' };

const unit = await world.aUnit({ title: 'Cells', lessons: 4 });
const placement = await teacher.call(createPlacement, {
  body: { unit_plan_id: unit.id, course_id: ids.course, starts_on: '2026-11-23' },
});
await admin.call(createEnrollment, {
  body: { section_id: ids.nine_b, user_id: student.id, role: 'student' },
});

async function open(actor = teacher) {
  const { address, id } = await actor.call(createFeed, { body: {} });
  return { id, path: new URL(address).pathname };
}

async function read(path: string, headers: Record<string, string> = {}) {
  const reply = await fetch(new URL(path, world.server.origin), { headers });
  return { status: reply.status, tag: reply.headers.get('etag') ?? '', text: await reply.text() };
}

test('PLN-120 one request holds units, sessions, terms, holidays and own events', async () => {
  await teacher.call(createPlannerEvent, {
    body: { title: 'Parents evening', starts_on: '2026-11-19', ends_on: '2026-11-19' },
  });
  const { data } = await teacher.call(getCalendar, { query: november });
  const count = (kind: string) => data.filter((item) => item.kind === kind).length;
  expect([count('unit'), count('session'), count('holiday'), count('personal')]).toEqual([1, 6, 1, 1]);
  const { data: only } = await teacher.call(getCalendar, {
    query: { ...november, kinds: 'holiday' } as never,
  });
  expect(only.map(({ title, starts_on, ends_on }) => [title, starts_on, ends_on])).toEqual([
    ['Thanksgiving break', '2026-11-25', '2026-11-27'],
  ]);
  const { data: section } = await teacher.call(getCalendar, {
    query: { ...november, section_id: ids.nine_d },
  });
  expect(section.filter(({ kind }) => kind === 'session')).toHaveLength(3);
});

test('PLN-120 more than 400 days are refused', async () => {
  const reply = await teacher.send(getCalendar, { query: { from: '2026-01-01', to: '2027-03-01' } });
  expect([reply.status, reply.body.errors[0].pointer]).toEqual([422, '/to']);
});

test('PLN-121 students see the meetings of their section and no title of a plan', async () => {
  const { data } = await student.call(getCalendar, { query: november });
  const sessions = data.filter(({ kind }) => kind === 'session');
  expect(sessions).toHaveLength(3);
  expect(sessions[0]).toMatchObject({
    title: 'Biology',
    detail: '9B',
    lesson_plan_id: null,
    record_id: null,
  });
  expect(JSON.stringify(data)).not.toMatch(/Cells|Lesson \d/);
});

test('PLN-122 times are instants of the school’s zone, days stay days', async () => {
  const { data } = await teacher.call(getCalendar, { query: november });
  const [session] = data.filter(({ kind }) => kind === 'session');
  expect(session).toMatchObject({ starts_at: '2026-11-23T14:00:00.000Z', time_zone: 'America/New_York' });
  expect(data.find(({ kind }) => kind === 'holiday')).toMatchObject({
    starts_at: null,
    starts_on: '2026-11-25',
  });
});

test('PLN-123 a feed answers by its secret address alone, with conditional requests', async () => {
  const { path } = await open();
  const first = await read(path);
  expect(first.status).toBe(200);
  expect(first.text).toContain('SUMMARY:Lesson 1\r\n');
  expect(first.text).toContain('DTSTART;VALUE=DATE:20261125\r\nDTEND;VALUE=DATE:20261128\r\n');
  expect((await read(path, { 'if-none-match': first.tag })).status).toBe(304);
});

test('PLN-123 a moved lesson keeps its UID with a higher SEQUENCE, one taken off is cancelled', async () => {
  const { path } = await open();
  const query = { placement_id: placement.id, section_id: ids.nine_b };
  const { data } = await teacher.call(listSessions, { query });
  const session = data.at(-1);
  if (!session) throw new Error('no session');
  const eventOf = (text: string) =>
    text.split('BEGIN:VEVENT').find((part) => part.includes(`session-${session.id}@`));
  const before = eventOf((await read(path)).text);
  const moved = await teacher.call(updateSession, {
    params: { id: session.id },
    body: { meeting_on: '2026-12-02', lock_version: session.lock_version },
  });
  const after = eventOf((await read(path)).text);
  expect([before, after].map((part) => /SEQUENCE:(\d+)/.exec(part ?? '')?.[1])).toEqual(['0', '1']);
  expect(after).toContain('DTSTART;TZID=America/New_York:20261202T090000');
  await teacher.call(updateSession, {
    params: { id: session.id },
    body: { state: 'skipped', lock_version: moved.lock_version },
  });
  expect(eventOf((await read(path)).text)).toContain('STATUS:CANCELLED');
});

test('PLN-123 a new address ends the old one, closing ends it for good, and guesses find nothing', async () => {
  const old = await open();
  const now = await open();
  expect((await read(old.path)).status).toBe(404);
  expect((await read(now.path)).status).toBe(200);
  await teacher.call(deleteFeed, { params: { id: now.id } });
  expect((await read(now.path)).status).toBe(404);
  expect((await read(`/api/v1/calendar/feeds/${'A'.repeat(43)}.ics`)).status).toBe(404);
});

test('PLN-121 a student’s feed holds no title of a plan', async () => {
  const { path } = await open(student);
  const { text } = await read(path);
  expect(text).toContain('SUMMARY:Biology\r\n');
  expect(text).not.toMatch(/Cells|Lesson \d/);
});

test('PLN-122 an own event is days or times, and only its owner’s', async () => {
  const half = await teacher.send(createPlannerEvent, { body: { title: 'Half', starts_on: '2026-11-19' } });
  expect([half.status, half.body.errors]).toMatchObject([422, [{ pointer: '/ends_on', code: 'required' }]]);
  const times = { starts_at: '2026-11-19T17:00:00Z', ends_at: '2026-11-19T18:00:00Z' };
  const both = await teacher.send(createPlannerEvent, {
    body: { title: 'Both', ...times, starts_on: '2026-11-19', ends_on: '2026-11-19' },
  });
  expect([both.status, both.body.errors[0].code]).toEqual([422, 'one_of_two']);
  const { id } = await teacher.call(createPlannerEvent, { body: { title: 'Talk', ...times } });
  const body = { title: 'Mine', lock_version: 0 };
  expect((await admin.send(updatePlannerEvent, { params: { id }, body })).status).toBe(404);
  expect((await teacher.call(updatePlannerEvent, { params: { id }, body })).title).toBe('Mine');
  expect((await anonymous.send(getCalendar, { query: november })).status).toBe(401);
});

test('PLN-122 an own event in the evening stands on that evening, on the calendar and in the feed', async () => {
  const times = { starts_at: '2026-11-13T00:30:00Z', ends_at: '2026-11-13T02:00:00Z' };
  const { id } = await teacher.call(createPlannerEvent, { body: { title: 'Choir', ...times } });
  const { data } = await teacher.call(getCalendar, { query: november });
  expect(data.find(({ record_id }) => record_id === id)).toMatchObject({
    starts_on: '2026-11-12',
    ends_on: '2026-11-12',
    time_zone: 'America/New_York',
  });
  const { path } = await open();
  expect((await read(path)).text).toContain('DTSTART;TZID=America/New_York:20261112T193000');
  const end = { ends_at: '2026-11-12T23:00:00Z', lock_version: 0 };
  const early = await teacher.send(updatePlannerEvent, { params: { id }, body: end });
  expect([early.status, early.body.errors[0]]).toMatchObject([
    422,
    { pointer: '/ends_at', code: 'ends_before_start' },
  ]);
});
