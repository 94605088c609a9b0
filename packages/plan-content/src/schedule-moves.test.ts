import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bumpSessions, type SessionOnDay } from './bump.ts';
import { daysBetween } from './days.ts';
import { type Bar, type MoveMode, moveInRow } from './move-placements.ts';
import { breaksOf, type ConflictFacts, type PlacedUnit, placementConflicts } from './placement-conflicts.ts';
import { remapToYear } from './remap-to-year.ts';
import { type CalendarRules, schoolDates, schoolDaysCount } from './school-dates.ts';
import { type MeetingPattern, sectionMeetings } from './section-meetings.ts';

const ab: CalendarRules = {
  weekdays: [1, 2, 3, 4, 5],
  rotation_days: ['A', 'B'],
  rotation_on_day_off: 'keep',
  rotation_starts_on: null,
};
const year = { starts_on: '2026-09-07', ends_on: '2027-06-11' };

function datesOf(off: string[] = [], rules = ab) {
  const overrides = off.map((day_on) => ({
    day_on,
    is_instructional: false,
    rotation_day: null,
    bell_schedule: 'normal',
    opens_at: null,
    closes_at: null,
  }));
  return schoolDates(rules, overrides, year);
}

function pattern(given: Partial<MeetingPattern>): MeetingPattern {
  const times = { starts_at: '09:00', ends_at: '09:50' };
  return {
    weekday: null,
    rotation_day: null,
    effective_from_on: null,
    effective_to_on: null,
    ...times,
    ...given,
  };
}

const daily = [1, 2, 3, 4, 5].map((weekday) => pattern({ weekday }));
const thanksgiving = daysBetween('2026-11-25', '2026-11-27');

function session(id: string, day: string, given: Partial<SessionOnDay> = {}): SessionOnDay {
  return { id, lesson_plan_id: `lesson-${id}`, day, starts_at: '09:00', state: 'scheduled', ...given };
}

function days(sessions: SessionOnDay[], moved: ReturnType<typeof bumpSessions>['moved']) {
  const to = new Map(moved.map((change) => [change.id, change.to.day]));
  return sessions.map(({ id, day }) => (to.get(id) ?? day).slice(5));
}

describe('PLN-113 bump', () => {
  const meetings = sectionMeetings(daily, datesOf(thanksgiving), year);
  const week = ['23', '24']
    .map((day, at) => session(`${at}`, `2026-11-${day}`))
    .concat(session('2', '2026-11-30'));

  test.each<[string, number, string[]]>([
    ['one meeting forward goes over the holiday', 1, ['11-24', '11-30', '12-01']],
    ['two forward', 2, ['11-30', '12-01', '12-02']],
    ['one back', -1, ['11-20', '11-23', '11-24']],
    ['three back', -3, ['11-18', '11-19', '11-20']],
  ])('%s', (_title, by, expected) => {
    const { moved, unplaced } = bumpSessions(week, meetings, { from: '2026-11-23', meetings: by });
    expect([days(week, moved), unplaced]).toEqual([expected, []]);
  });

  test('only from the day on', () => {
    const { moved } = bumpSessions(week, meetings, { from: '2026-11-24', meetings: 1 });
    expect(days(week, moved)).toEqual(['11-23', '11-30', '12-01']);
  });

  test('one lesson alone shares a meeting with the next, and says so', () => {
    const options = { from: '2026-11-23', meetings: 1, lesson_plan_id: 'lesson-0' };
    const { moved } = bumpSessions(week, meetings, options);
    expect(moved).toMatchObject([{ id: '0', to: { day: '2026-11-24' }, shares: true }]);
  });

  test('taught and skipped sessions stay', () => {
    const taught = [
      session('0', '2026-11-23', { state: 'taught' }),
      session('1', '2026-11-24', { state: 'skipped' }),
    ];
    expect(bumpSessions(taught, meetings, { from: '2026-11-01', meetings: 1 }).moved).toEqual([]);
  });

  test('sessions past the end of the year are named, not lost', () => {
    const last = [session('0', '2027-06-10'), session('1', '2027-06-11')];
    const { moved, unplaced } = bumpSessions(last, meetings, { from: '2027-06-10', meetings: 1 });
    expect([moved.map(({ id }) => id), unplaced]).toEqual([['0'], ['1']]);
  });

  test('PLN-116 lessons that shared a meeting still share one', () => {
    const shared = [session('0', '2026-11-23'), session('1', '2026-11-23'), session('2', '2026-11-24')];
    const { moved } = bumpSessions(shared, meetings, { from: '2026-11-23', meetings: 1 });
    expect(days(shared, moved)).toEqual(['11-24', '11-24', '11-30']);
  });

  test.each<[string, 'keep' | 'advance', 'A' | 'B', string[], string[]]>([
    ['A, rotation kept', 'keep', 'A', ['09-07', '09-09', '09-11'], ['09-07', '09-10', '09-14']],
    ['B, rotation kept', 'keep', 'B', ['09-10', '09-14', '09-16'], ['09-11', '09-15', '09-17']],
    ['A, rotation advanced', 'advance', 'A', ['09-07', '09-09', '09-11'], ['09-07', '09-11', '09-15']],
  ])(
    'PLN-186 after a snow day lessons land on the next meetings: %s',
    (_title, mode, letter, before, after) => {
      const dates = datesOf(['2026-09-09'], { ...ab, rotation_on_day_off: mode });
      const now = sectionMeetings([pattern({ rotation_day: letter })], dates, year);
      const sessions = before.map((day, at) => session(`${at}`, `2026-${day}`));
      const { moved } = bumpSessions(sessions, now, { from: '2026-09-09', meetings: 1 });
      expect(days(sessions, moved)).toEqual(after);
    },
  );

  const someIndexes = fc.uniqueArray(fc.integer({ min: 10, max: 60 }), { minLength: 1, maxLength: 20 });

  test('forward and back again is where it was, whatever the gaps', () => {
    fc.assert(
      fc.property(someIndexes, fc.integer({ min: 1, max: 8 }), (indexes, by) => {
        const sessions = indexes.map((at) => session(`${at}`, meetings[at]?.day ?? ''));
        const there = bumpSessions(sessions, meetings, { from: year.starts_on, meetings: by });
        const moved = sessions.map((one) => ({
          ...one,
          day: there.moved.find(({ id }) => id === one.id)?.to.day ?? one.day,
        }));
        const back = bumpSessions(moved, meetings, { from: year.starts_on, meetings: -by });
        expect(back.moved.map(({ id, to }) => [id, to.day]).toSorted()).toEqual(
          sessions.map(({ id, day }) => [id, day]).toSorted(),
        );
      }),
    );
  });

  test('order is kept, every target is a meeting and lessons apart stay apart, whatever days fall out', () => {
    const offDays = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 10 });
    fc.assert(
      fc.property(someIndexes, offDays, fc.integer({ min: -3, max: 5 }), (indexes, off, by) => {
        const all = datesOf().map(({ day }) => day);
        const now = sectionMeetings(daily, datesOf(off.map((at) => all[at] ?? '')), year);
        const sessions = indexes
          .map((at) => session(`${at}`, all[at] ?? ''))
          .toSorted((a, b) => a.day.localeCompare(b.day));
        fc.pre(by !== 0);
        const { moved, unplaced } = bumpSessions(sessions, now, { from: year.starts_on, meetings: by });
        expect(unplaced).toEqual([]);
        const to = new Map(moved.map((change) => [change.id, change.to.day]));
        const after = sessions.map(({ id, day }) => to.get(id) ?? day);
        expect(after).toEqual(after.toSorted());
        expect(new Set(after).size).toBe(after.length);
        const slots = new Set(now.map(({ day }) => day));
        for (const { to: target } of moved) expect(slots.has(target.day)).toBe(true);
      }),
    );
  });
});

const dates = datesOf(thanksgiving);
const bar = (id: string, starts_on: string, ends_on: string): Bar => ({ id, starts_on, ends_on });
const row = [
  bar('a', '2026-11-02', '2026-11-13'),
  bar('b', '2026-11-16', '2026-12-04'),
  bar('c', '2026-12-07', '2026-12-18'),
];

describe('PLN-106 a move of one unit', () => {
  test.each<[string, MoveMode, Bar, Record<string, [string, string]>]>([
    ['alone', 'only', bar('a', '2026-11-09', '2026-11-20'), { a: ['11-09', '11-20'] }],
    [
      'with ripple later units move by as many school days, over the break',
      'ripple',
      bar('a', '2026-11-09', '2026-11-20'),
      { a: ['11-09', '11-20'], b: ['11-23', '12-11'], c: ['12-14', '12-25'] },
    ],
    [
      'longer by three days pushes the others three days',
      'ripple',
      bar('a', '2026-11-02', '2026-11-18'),
      { a: ['11-02', '11-18'], b: ['11-19', '12-09'], c: ['12-10', '12-23'] },
    ],
    [
      'earlier pulls them',
      'ripple',
      bar('b', '2026-11-16', '2026-12-03'),
      { b: ['11-16', '12-03'], c: ['12-04', '12-17'] },
    ],
    ['units before it stay', 'ripple', bar('c', '2026-12-08', '2026-12-21'), { c: ['12-08', '12-21'] }],
    [
      'filling lets the others follow without gaps',
      'fill',
      bar('a', '2026-11-02', '2026-11-06'),
      { a: ['11-02', '11-06'], b: ['11-09', '11-24'], c: ['11-30', '12-11'] },
    ],
    ['nothing moved, nothing changes', 'ripple', bar('a', '2026-11-02', '2026-11-13'), {}],
  ])('%s', (_title, mode, moved, expected) => {
    const changes = moveInRow(row, moved, mode, dates);
    expect(
      Object.fromEntries(changes.map((one) => [one.id, [one.starts_on.slice(5), one.ends_on.slice(5)]])),
    ).toEqual(expected);
  });

  test('a ripple past the year shows as outside it', () => {
    const last = [bar('a', '2027-05-24', '2027-05-28'), bar('b', '2027-06-07', '2027-06-11')];
    const changes = moveInRow(last, bar('a', '2027-06-07', '2027-06-11'), 'ripple', dates);
    expect(changes[1]?.ends_on.localeCompare(year.ends_on)).toBe(1);
  });

  const day = fc.integer({ min: 0, max: 100 }).map((at) => dates[at]?.day ?? '');
  const anyRow = fc
    .uniqueArray(fc.tuple(day, fc.integer({ min: 1, max: 10 })), {
      minLength: 2,
      maxLength: 6,
      selector: ([from]) => from,
    })
    .map((bars) =>
      bars.map(([from, length], at) => {
        const start = dates.findIndex((date) => date.day === from);
        return bar(`${at}`, from, dates[start + length - 1]?.day ?? from);
      }),
    );

  test('a ripple and its opposite bring every date back, and no length in school days changes', () => {
    fc.assert(
      fc.property(anyRow, fc.integer({ min: 1, max: 15 }), (bars, by) => {
        const [first] = bars.toSorted((a, b) => a.starts_on.localeCompare(b.starts_on));
        if (!first) return;
        const shift = (one: string) => dates[dates.findIndex((date) => date.day === one) + by]?.day ?? '';
        const moved = { ...first, starts_on: shift(first.starts_on), ends_on: shift(first.ends_on) };
        const changes = moveInRow(bars, moved, 'ripple', dates);
        const after = bars.map((one) => changes.find(({ id }) => id === one.id) ?? one);
        for (const one of bars) {
          const now = after.find(({ id }) => id === one.id) ?? one;
          expect(schoolDaysCount(dates, now.starts_on, now.ends_on)).toBe(
            schoolDaysCount(dates, one.starts_on, one.ends_on),
          );
        }
        const back = moveInRow(after, first, 'ripple', dates);
        expect(back.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
          bars.toSorted((a, b) => a.id.localeCompare(b.id)),
        );
      }),
    );
  });
});

describe('PLN-107 conflicts', () => {
  const facts: ConflictFacts = {
    year,
    terms: [
      { starts_on: '2026-09-07', ends_on: '2027-01-22' },
      { starts_on: '2027-01-25', ends_on: '2027-06-11' },
    ],
    breaks: breaksOf(ab, dates, year),
  };
  const unit = (given: Partial<PlacedUnit>): PlacedUnit => ({
    id: 'a',
    course_id: 'course',
    unit_plan_id: 'unit',
    starts_on: '2026-11-02',
    ends_on: '2026-11-13',
    section_ids: null,
    planned_minutes: 300,
    available_minutes: 500,
    is_other_pack: false,
    ...given,
  });

  test.each<[string, PlacedUnit[], string[]]>([
    ['none', [unit({})], []],
    ['before the year', [unit({ starts_on: '2026-09-04' })], ['outside_year']],
    ['after the year', [unit({ starts_on: '2027-06-07', ends_on: '2027-06-14' })], ['outside_year']],
    ['over the end of a term', [unit({ starts_on: '2027-01-18', ends_on: '2027-01-29' })], ['outside_term']],
    ['over a break', [unit({ starts_on: '2026-11-16', ends_on: '2026-12-04' })], ['spans_break']],
    ['ending in a break', [unit({ starts_on: '2026-11-16', ends_on: '2026-11-26' })], ['in_break']],
    ['up to a break is fine', [unit({ starts_on: '2026-11-16', ends_on: '2026-11-24' })], []],
    ['more minutes than meetings', [unit({ planned_minutes: 501 })], ['too_many_minutes']],
    ['as many minutes as meetings is fine', [unit({ planned_minutes: 500 })], []],
    ['unknown minutes say nothing', [unit({ planned_minutes: null })], []],
    ['another pack than the frozen one', [unit({ is_other_pack: true })], ['pack_mismatch']],
    [
      'two units at a time',
      [unit({}), unit({ id: 'b', unit_plan_id: 'other', starts_on: '2026-11-13', ends_on: '2026-11-20' })],
      ['overlap', 'overlap'],
    ],
    [
      'one after the other is fine',
      [unit({}), unit({ id: 'b', unit_plan_id: 'other', starts_on: '2026-11-14', ends_on: '2026-11-20' })],
      [],
    ],
    [
      'at a time in different sections is fine',
      [unit({ section_ids: ['s1'] }), unit({ id: 'b', unit_plan_id: 'other', section_ids: ['s2'] })],
      [],
    ],
    ['at a time in another course is fine', [unit({}), unit({ id: 'b', course_id: 'elsewhere' })], []],
    [
      'one unit twice',
      [unit({}), unit({ id: 'b', starts_on: '2026-12-01', ends_on: '2026-12-04' })],
      ['placed_twice', 'placed_twice'],
    ],
  ])('%s', (_title, units, expected) => {
    expect(placementConflicts(units, facts).map(({ code }) => code)).toEqual(expected);
  });

  test('only outside the year blocks', () => {
    const found = placementConflicts([unit({ starts_on: '2026-01-01', planned_minutes: 900 })], facts);
    expect(found.map(({ code, blocks }) => [code, blocks])).toEqual([
      ['outside_year', true],
      ['too_many_minutes', false],
    ]);
  });

  test('a long weekend is no break, a week of holidays is', () => {
    expect(breaksOf(ab, datesOf(['2026-11-11']), year)).toEqual([]);
    expect(breaksOf(ab, dates, year)).toEqual([{ starts_on: '2026-11-25', ends_on: '2026-11-27' }]);
  });
});

describe('PLN-149 to another year by week of term', () => {
  const to = { starts_on: '2027-09-06', ends_on: '2028-06-09' };
  const shape = (range: typeof year, off: string[] = []) => ({
    terms: [
      { starts_on: range.starts_on, ends_on: `${Number(range.starts_on.slice(0, 4)) + 1}-01-21` },
      { starts_on: `${Number(range.starts_on.slice(0, 4)) + 1}-01-24`, ends_on: range.ends_on },
    ],
    dates: schoolDates(
      ab,
      off.map((day_on) => ({
        day_on,
        is_instructional: false,
        rotation_day: null,
        bell_schedule: 'normal',
        opens_at: null,
        closes_at: null,
      })),
      range,
    ),
  });
  const from = shape(year);

  test.each<[string, Bar, string[], [string, string] | string]>([
    [
      'the first week is the first week',
      bar('a', '2026-09-07', '2026-09-18'),
      [],
      ['2027-09-06', '2027-09-17'],
    ],
    ['a Wednesday of week two', bar('a', '2026-09-16', '2026-09-18'), [], ['2027-09-15', '2027-09-17']],
    [
      'a holiday there moves the end',
      bar('a', '2026-09-07', '2026-09-18'),
      ['2027-09-08'],
      ['2027-09-06', '2027-09-20'],
    ],
    [
      'a holiday on the first day moves the start',
      bar('a', '2026-09-07', '2026-09-11'),
      ['2027-09-06'],
      ['2027-09-07', '2027-09-13'],
    ],
    ['outside every term', bar('a', '2026-08-03', '2026-08-07'), [], 'no_such_term'],
    ['longer than the year has left', bar('a', '2027-06-03', '2027-06-11'), [], 'year_too_short'],
  ])('%s', (_title, one, off, expected) => {
    const { placed, misfits } = remapToYear([one], from, shape(to, off));
    if (typeof expected === 'string') expect(misfits).toEqual([{ id: 'a', reason: expected }]);
    else expect(placed).toEqual([bar('a', ...expected)]);
  });

  test('every unit is placed with its length in school days or listed as a misfit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 190 }), fc.integer({ min: 1, max: 25 }), (start, length) => {
        const one = bar('a', from.dates[start]?.day ?? '', from.dates[start + length - 1]?.day ?? '');
        fc.pre(one.starts_on !== '' && one.ends_on !== '');
        const target = shape(to, daysBetween('2027-12-20', '2027-12-31'));
        const { placed, misfits } = remapToYear([one], from, target);
        expect(placed.length + misfits.length).toBe(1);
        for (const { starts_on, ends_on } of placed) {
          expect(schoolDaysCount(target.dates, starts_on, ends_on)).toBe(length);
        }
      }),
    );
  });
});
