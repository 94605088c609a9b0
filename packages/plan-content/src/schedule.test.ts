import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, startOfWeek, weekdayOf } from './days.ts';
import { proposeSessions } from './propose-sessions.ts';
import {
  type CalendarRules,
  type DayOverride,
  schoolDates,
  schoolDaysCount,
  schoolDaysDrift,
} from './school-dates.ts';
import { type MeetingPattern, sectionMeetings } from './section-meetings.ts';
import { timeLeft } from './time-left.ts';

const week: CalendarRules = {
  weekdays: [1, 2, 3, 4, 5],
  rotation_days: [],
  rotation_on_day_off: 'keep',
  rotation_starts_on: null,
};
const rotation = (
  days: string[],
  off: 'keep' | 'advance' = 'keep',
  from: string | null = null,
): CalendarRules => ({
  ...week,
  rotation_days: days,
  rotation_on_day_off: off,
  rotation_starts_on: from,
});
// A Monday to the Friday of the week after.
const twoWeeks = { starts_on: '2026-09-07', ends_on: '2026-09-18' };

function off(day_on: string, given: Partial<DayOverride> = {}): DayOverride {
  return {
    day_on,
    is_instructional: false,
    rotation_day: null,
    bell_schedule: 'normal',
    opens_at: null,
    closes_at: null,
    ...given,
  };
}

function meeting(given: Partial<MeetingPattern>): MeetingPattern {
  return {
    weekday: null,
    rotation_day: null,
    starts_at: '09:00',
    ends_at: '09:50',
    effective_from_on: null,
    effective_to_on: null,
    ...given,
  };
}

const letters = (rules: CalendarRules, overrides: DayOverride[] = []) =>
  schoolDates(rules, overrides, twoWeeks)
    .map(({ rotation_day }) => rotation_day ?? '-')
    .join('');

describe('PLN-112 the letters of a rotation', () => {
  test.each<[string, CalendarRules, DayOverride[], string]>([
    ['weekly school has none', week, [], '----------'],
    ['A/B alternates over the weekend', rotation(['A', 'B']), [], 'ABABABABAB'],
    ['five days', rotation(['1', '2', '3', '4', '5']), [], '1234512345'],
    ['six days go on in the next week', rotation(['1', '2', '3', '4', '5', '6']), [], '1234561234'],
    ['a day off keeps its letter for the next day', rotation(['A', 'B']), [off('2026-09-08')], 'ABABABABA'],
    ['or loses it', rotation(['A', 'B'], 'advance'), [off('2026-09-08')], 'AABABABAB'],
    ['kept over two days', rotation(['1', '2', '3']), [off('2026-09-08'), off('2026-09-09')], '12312312'],
    [
      'lost over two days',
      rotation(['1', '2', '3'], 'advance'),
      [off('2026-09-08'), off('2026-09-09')],
      '11231231',
    ],
    [
      'a letter set for one day goes on from there',
      rotation(['A', 'B']),
      [off('2026-09-09', { is_instructional: true, rotation_day: 'B' })],
      'ABBABABABA',
    ],
    [
      'a letter outside the rotation changes nothing after it',
      rotation(['A', 'B']),
      [off('2026-09-09', { is_instructional: true, rotation_day: 'X' })],
      'ABXABABABA',
    ],
    [
      'a Saturday with school takes the next letter',
      rotation(['A', 'B']),
      [off('2026-09-12', { is_instructional: true })],
      'ABABABABABA',
    ],
    ['it begins on its first day', rotation(['A', 'B'], 'keep', '2026-09-10'), [], '---ABABABA'],
    ['a Sunday off means nothing', rotation(['A', 'B'], 'advance'), [off('2026-09-13')], 'ABABABABAB'],
  ])('%s', (_title, rules, overrides, expected) => {
    expect(letters(rules, overrides)).toBe(expected);
  });

  test('each letter comes as often as the others, give or take one, whatever days are off', () => {
    const anyDays = fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { maxLength: 6 });
    fc.assert(
      fc.property(anyDays, fc.integer({ min: 2, max: 6 }), (indexes, size) => {
        const names = Array.from({ length: size }, (_, at) => `${at + 1}`);
        const overrides = indexes.map((at) => off(addDays(twoWeeks.starts_on, at)));
        const dates = schoolDates(rotation(names), overrides, twoWeeks);
        expect(dates.map(({ rotation_day }) => rotation_day)).toEqual(dates.map((_, at) => names[at % size]));
      }),
    );
  });
});

describe('PLN-112 meetings of a section', () => {
  const days = (patterns: MeetingPattern[], rules = week, overrides: DayOverride[] = [], range = twoWeeks) =>
    sectionMeetings(patterns, schoolDates(rules, overrides, twoWeeks), range).map(({ day }) => day.slice(8));

  test.each<[string, MeetingPattern[], CalendarRules, DayOverride[], string[]]>([
    ['weekly', [meeting({ weekday: 1 })], week, [], ['07', '14']],
    ['twice a week', [meeting({ weekday: 2 }), meeting({ weekday: 4 })], week, [], ['08', '10', '15', '17']],
    ['not on a holiday', [meeting({ weekday: 1 })], week, [off('2026-09-07')], ['14']],
    ['on A days', [meeting({ rotation_day: 'A' })], rotation(['A', 'B']), [], ['07', '09', '11', '15', '17']],
    ['on B days', [meeting({ rotation_day: 'B' })], rotation(['A', 'B']), [], ['08', '10', '14', '16', '18']],
    [
      'A days after a snow day that keeps the rotation',
      [meeting({ rotation_day: 'A' })],
      rotation(['A', 'B']),
      [off('2026-09-09')],
      ['07', '10', '14', '16', '18'],
    ],
    [
      'A days after a snow day that advances the rotation',
      [meeting({ rotation_day: 'A' })],
      rotation(['A', 'B'], 'advance'),
      [off('2026-09-09')],
      ['07', '11', '15', '17'],
    ],
    [
      'day 3 of 6',
      [meeting({ rotation_day: '3' })],
      rotation(['1', '2', '3', '4', '5', '6']),
      [],
      ['09', '17'],
    ],
    ['from its first day', [meeting({ weekday: 1, effective_from_on: '2026-09-08' })], week, [], ['14']],
    ['to its last day', [meeting({ weekday: 1, effective_to_on: '2026-09-13' })], week, [], ['07']],
    ['none without school on that weekday', [meeting({ weekday: 6 })], week, [], []],
  ])('%s', (_title, patterns, rules, overrides, expected) => {
    expect(days(patterns, rules, overrides)).toEqual(expected);
  });

  test.each<[string, Partial<DayOverride>, Partial<MeetingPattern>, [string, string, number] | null]>([
    ['early end cuts', { closes_at: '09:30' }, {}, ['09:00', '09:30', 30]],
    ['early end takes a later meeting away', { closes_at: '09:00' }, {}, null],
    ['a rest under ten minutes is no meeting', { closes_at: '09:08' }, {}, null],
    ['late start cuts', { opens_at: '09:20' }, {}, ['09:20', '09:50', 30]],
    ['a half day without times halves', { bell_schedule: 'half_day' }, {}, ['09:00', '09:25', 25]],
    [
      'a half day with times cuts',
      { bell_schedule: 'half_day', closes_at: '12:00' },
      {},
      ['09:00', '09:50', 50],
    ],
    ['a block', {}, { starts_at: '13:15', ends_at: '14:30' }, ['13:15', '14:30', 75]],
  ])('half days: %s', (_title, day, pattern, expected) => {
    const overrides = [off('2026-09-07', { is_instructional: true, ...day })];
    const [first] = sectionMeetings(
      [meeting({ weekday: 1, ...pattern })],
      schoolDates(week, overrides, twoWeeks),
      {
        starts_on: '2026-09-07',
        ends_on: '2026-09-07',
      },
    );
    expect(first ? [first.starts_at, first.ends_at, first.minutes] : null).toEqual(expected);
  });

  test('two meetings of one day come in order of time', () => {
    const patterns = [meeting({ weekday: 1, starts_at: '13:00', ends_at: '14:00' }), meeting({ weekday: 1 })];
    const found = sectionMeetings(patterns, schoolDates(week, [], twoWeeks), twoWeeks);
    expect(found.map(({ starts_at }) => starts_at)).toEqual(['09:00', '13:00', '09:00', '13:00']);
  });
});

describe('PLN-111 proposing sessions', () => {
  const year = { starts_on: '2026-09-01', ends_on: '2026-12-23' };
  const thanksgiving = daysBetween('2026-11-25', '2026-11-27').map((day) => off(day));
  const meetings = sectionMeetings(
    [1, 3, 5].map((weekday) => meeting({ weekday })),
    schoolDates(week, thanksgiving, year),
    { starts_on: '2026-11-20', ends_on: year.ends_on },
  );
  const lesson = (id: string, duration_minutes: number | null = 50) => ({ id, duration_minutes });

  test('lessons take consecutive meetings and skip days without school', () => {
    const { sessions, ends_on, unplaced } = proposeSessions(
      ['a', 'b', 'c', 'd'].map((id) => lesson(id)),
      meetings,
    );
    expect(sessions.map(({ day }) => day)).toEqual(['2026-11-20', '2026-11-23', '2026-11-30', '2026-12-02']);
    expect([ends_on, unplaced]).toEqual(['2026-12-02', []]);
  });

  test('PLN-116 a lesson longer than its meeting goes on in the next', () => {
    const { sessions } = proposeSessions([lesson('a', 90), lesson('b')], meetings);
    expect(sessions.map(({ lesson_plan_id }) => lesson_plan_id)).toEqual(['a', 'a', 'b']);
  });

  test('a lesson without a length takes one meeting', () => {
    expect(proposeSessions([lesson('a', null)], meetings).sessions).toHaveLength(1);
  });

  test('what the year has no meetings for is named', () => {
    const many = Array.from({ length: meetings.length + 2 }, (_, at) => lesson(`${at}`));
    expect(proposeSessions(many, meetings).unplaced).toEqual([
      `${meetings.length}`,
      `${meetings.length + 1}`,
    ]);
  });

  test('every session lies on a meeting of its own, in the order of the lessons', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 5, max: 200 })), { maxLength: 12 }), (lengths) => {
        const { sessions } = proposeSessions(
          lengths.map((minutes, at) => lesson(String(at).padStart(2, '0'), minutes)),
          meetings,
        );
        const slots = sessions.map(({ day, starts_at }) => `${day} ${starts_at}`);
        expect(new Set(slots).size).toBe(slots.length);
        expect(slots).toEqual(slots.toSorted());
        const order = sessions.map(({ lesson_plan_id }) => lesson_plan_id);
        expect(order).toEqual(order.toSorted());
      }),
    );
  });
});

describe('counting school days', () => {
  const dates = schoolDates(week, [off('2026-09-09')], twoWeeks);
  test.each([
    ['2026-09-07', '2026-09-07', 1],
    ['2026-09-07', '2026-09-11', 4],
    ['2026-09-12', '2026-09-13', 0],
    ['2026-09-09', '2026-09-09', 0],
    ['2026-09-07', '2026-09-18', 9],
  ])('%s to %s are %i', (from, to, expected) => {
    expect(schoolDaysCount(dates, from, to)).toBe(expected);
  });

  test.each([
    ['2026-09-07', '2026-09-14', 4],
    ['2026-09-14', '2026-09-07', -4],
    ['2026-09-09', '2026-09-10', 0],
  ])('PLN-109 the drift from %s to %s is %i', (from, to, expected) => {
    expect(schoolDaysDrift(dates, from, to)).toBe(expected);
  });
});

describe('PLN-188 time left', () => {
  const slot = (minutes: number) => ({ day: '2026-09-07', starts_at: '09:00', ends_at: '09:50', minutes });
  const lesson = (id: string, taught = false, duration_minutes: number | null = 50) => ({
    id,
    taught,
    duration_minutes,
  });

  test('what is planned, taught and left, and which lessons do not fit', () => {
    const lessons = [lesson('a', true), lesson('b'), lesson('c', false, 40), lesson('d')];
    expect(timeLeft(lessons, [slot(50), slot(50)])).toEqual({
      planned_minutes: 190,
      taught_minutes: 50,
      left_minutes: 100,
      unfit_lesson_ids: ['d'],
    });
  });

  test('without meetings nothing fits', () => {
    expect(timeLeft([lesson('a')], []).unfit_lesson_ids).toEqual(['a']);
  });
});

test.each([
  ['2026-11-01', -1, '2026-10-31'],
  ['2026-03-28', 2, '2026-03-30'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-12-31', 1, '2027-01-01'],
])('PLN-122 %s and %i days is %s, in any zone', (day, count, expected) => {
  expect(addDays(day, count)).toBe(expected);
});

test.each([
  ['2026-11-21', 1, '2026-11-16'],
  ['2026-11-22', 0, '2026-11-22'],
  ['2026-11-22', 1, '2026-11-16'],
  ['2026-11-21', 6, '2026-11-21'],
])('the week of %s that begins on weekday %i starts on %s', (day, first, expected) => {
  expect(startOfWeek(day, first)).toBe(expected);
  expect(weekdayOf(expected)).toBe(first);
});
