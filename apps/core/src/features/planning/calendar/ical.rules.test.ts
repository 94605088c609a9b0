import { instantOf } from '@k12/grading/local-time';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escaped, type FeedEvent, folded, icalOf } from './ical.rules.ts';
import { offsetAt, transitions } from './local-time.rules.ts';

const event: FeedEvent = {
  uid: 'session-1@homeroom',
  sequence: 3,
  title: 'Biology 9B',
  detail: null,
  location: 'Room 204',
  starts_on: '2026-11-23',
  ends_on: '2026-11-23',
  starts: '09:00',
  ends: '09:50',
  time_zone: 'America/New_York',
  updated_at: '2026-11-16T12:00:00Z',
  is_cancelled: false,
};
const range = { from: new Date('2026-09-01T00:00:00Z'), to: new Date('2027-07-01T00:00:00Z') };
const feed = (...events: FeedEvent[]) => icalOf({ name: 'Mine', events, ...range });

describe('PLN-123 a feed', () => {
  test('whole days are dates with an exclusive end', () => {
    const text = feed({ ...event, starts: null, ends: null, starts_on: '2026-12-21', ends_on: '2027-01-01' });
    expect(text).toContain('DTSTART;VALUE=DATE:20261221\r\nDTEND;VALUE=DATE:20270102\r\n');
    expect(text).not.toContain('VTIMEZONE');
  });

  test('times name their zone, and the zone is defined with each change of the clocks', () => {
    const text = feed(event);
    expect(text).toContain('DTSTART;TZID=America/New_York:20261123T090000\r\n');
    expect(text).toContain('DTEND;TZID=America/New_York:20261123T095000\r\n');
    expect(text).toContain('TZID:America/New_York\r\nBEGIN:DAYLIGHT\r\n');
    expect(text).toContain(
      'BEGIN:STANDARD\r\nDTSTART:20261101T020000\r\nTZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500\r\n',
    );
    expect(text).toContain(
      'BEGIN:DAYLIGHT\r\nDTSTART:20270314T020000\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400\r\n',
    );
  });

  test('says which version it is and what is cancelled', () => {
    const text = feed({ ...event, is_cancelled: true });
    expect(text).toContain('UID:session-1@homeroom\r\n');
    expect(text).toContain('SEQUENCE:3\r\n');
    expect(text).toContain('STATUS:CANCELLED\r\n');
  });

  test.each([
    ['a, b; c\\d', 'a\\, b\\; c\\\\d'],
    ['one\ntwo\r\nthree', 'one\\ntwo\\nthree'],
    ['bell\u0007', 'bell'],
  ])('text %j is written as %j', (text, expected) => {
    expect(escaped(text)).toBe(expected);
  });

  test('a title cannot add lines of its own', () => {
    const text = feed({ ...event, title: 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT' });
    expect(text.split('\r\n').filter((line) => line === 'END:VEVENT')).toHaveLength(1);
  });

  test('lines are at most 75 octets, and unfolded they are what they were', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const line = `SUMMARY:${escaped(text)}`;
        const lines = folded(line).split('\r\n');
        for (const one of lines) expect(Buffer.byteLength(one)).toBeLessThanOrEqual(75);
        expect(lines.map((one, at) => (at === 0 ? one : one.slice(1))).join('')).toBe(line);
      }),
    );
  });
});

describe('PLN-122 clock times of a school', () => {
  test.each([
    ['America/New_York', '2026-07-01', '09:00', '2026-07-01T13:00:00.000Z'],
    ['America/New_York', '2026-11-23', '09:00', '2026-11-23T14:00:00.000Z'],
    ['America/New_York', '2026-11-01', '09:00', '2026-11-01T14:00:00.000Z'],
    ['Europe/Madrid', '2027-03-28', '09:00', '2027-03-28T07:00:00.000Z'],
    ['Asia/Kolkata', '2026-11-23', '09:00', '2026-11-23T03:30:00.000Z'],
    // Skipped by the change to summer time: moves forward.
    ['America/New_York', '2027-03-14', '02:30', '2027-03-14T07:30:00.000Z'],
    // Comes twice: the second.
    ['America/New_York', '2026-11-01', '01:30', '2026-11-01T06:30:00.000Z'],
    ['America/New_York', '2026-11-23', '23:59', '2026-11-24T04:59:00.000Z'],
  ])('in %s on %s at %s is %s', (zone, day, time, expected) => {
    expect(instantOf(zone, day, time)).toBe(expected);
  });

  test('clocks change twice a year there, never here', () => {
    expect(transitions('America/New_York', range.from, range.to).map(({ at }) => at.toISOString())).toEqual([
      '2026-11-01T06:00:00.000Z',
      '2027-03-14T07:00:00.000Z',
    ]);
    expect(transitions('Asia/Kolkata', range.from, range.to)).toEqual([]);
    expect(offsetAt('Asia/Kolkata', range.from)).toBe(330);
  });
});
