import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Reading, readMoment } from '../src/when-field/parse.tsx';
import { instantsOf, wallAt } from '../src/when-field/zone.tsx';
import { entry, findings, startBrowser } from './browser.ts';

/** Thursday 29 October 2026, noon in New York. */
const now = new Date('2026-10-29T16:00:00Z');
const timeZone = 'America/New_York';
const read = (text: string, locale = 'en', more: object = {}) =>
  readMoment(text, { timeZone, locale, now, defaultTime: '23:59', ...more });
const wallOf = (reading: Reading) =>
  'wall' in reading ? new Date(reading.wall).toISOString().slice(0, 16).replace('T', ' ') : reading.kind;

describe('phrases', () => {
  test.each([
    ['en', 'next Friday 8am', '2026-10-30 08:00'],
    ['en', 'Friday at 5', '2026-10-30 05:00'],
    ['en', 'next thursday 3:30 pm', '2026-11-05 15:30'],
    ['en', 'this Thursday 14:15', '2026-10-29 14:15'],
    ['en', 'tomorrow at noon', '2026-10-30 12:00'],
    ['en', 'the day after tomorrow', '2026-10-31 23:59'],
    ['en', 'in 3 days 9am', '2026-11-01 09:00'],
    ['en', 'in 2 weeks', '2026-11-12 23:59'],
    ['en', 'in 90 minutes', '2026-10-29 13:30'],
    ['en', '27 Nov 8am', '2026-11-27 08:00'],
    ['en', 'November 27, 2026 at 8:00 p.m.', '2026-11-27 20:00'],
    ['en', '11/27/2026 12am', '2026-11-27 00:00'],
    ['en', '2026-11-27 08:05', '2026-11-27 08:05'],
    ['en', '8am', '2026-10-30 08:00'],
    ['en', 'Jan 4', '2027-01-04 23:59'],
    ['es', 'próximo viernes a las 8', '2026-10-30 08:00'],
    ['es', 'mañana a las 8 de la tarde', '2026-10-30 20:00'],
    ['es', 'pasado mañana a mediodía', '2026-10-31 12:00'],
    ['es', 'el lunes que viene a las 9:30', '2026-11-02 09:30'],
    ['es', 'dentro de 2 semanas', '2026-11-12 23:59'],
    ['es', '27 de noviembre de 2026 8:00', '2026-11-27 08:00'],
    ['es', '27/11/2026 20:15', '2026-11-27 20:15'],
    ['fr', 'vendredi prochain 8h', '2026-10-30 08:00'],
    ['fr', 'demain à 8h30', '2026-10-30 08:30'],
    ['fr', 'après-demain à midi', '2026-10-31 12:00'],
    ['fr', 'dans 3 jours', '2026-11-01 23:59'],
    ['fr', '27 nov. 2026 à 20h', '2026-11-27 20:00'],
    ['fr', 'lundi 8 h 15', '2026-11-02 08:15'],
    ['ar', 'غدا الساعة 8', '2026-10-30 08:00'],
    ['ar', 'غدًا ٨ مساءً', '2026-10-30 20:00'],
    ['ar', 'الجمعة القادمة 8 صباحا', '2026-10-30 08:00'],
    ['ar', 'بعد غد', '2026-10-31 23:59'],
    ['ar', 'بعد 3 أيام', '2026-11-01 23:59'],
    ['ar', 'اليوم 15:00', '2026-10-29 15:00'],
  ])('UXP-35 %s: %s', (locale, text, expected) => {
    expect(wallOf(read(text, locale))).toBe(expected);
  });

  test.each([
    'friday of june',
    'soonish',
    '13pm',
    '25:00',
    '31 Feb',
    '8',
    'next',
    '2026-13-01',
    'Monday Tuesday',
  ])('UXP-35 %s is not guessed at', (text) => {
    expect(read(text).kind).toBe('unknown');
  });
});

const zones = [
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
];
const minutes = fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2027, 11, 31) / 60_000 });

describe('properties', () => {
  test('UXP-35 every instant is found again from what its clocks show', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), minutes, (zone, minute) => {
        const at = minute * 60_000;
        const found = instantsOf(zone, wallAt(zone, at));
        expect(found).toContain(at);
        for (const each of found) expect(wallAt(zone, each)).toBe(wallAt(zone, at));
      }),
      { numRuns: 300 },
    );
  });

  test('UXP-35 a date and time written out means itself, in every language and zone', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('en', 'es', 'fr', 'ar'),
        fc.constantFrom(...zones),
        minutes,
        (locale, zone, minute) => {
          const wall = minute * 60_000;
          const text = new Date(wall).toISOString().slice(0, 16).replace('T', ' ');
          const reading = readMoment(text, { timeZone: zone, locale, now });
          expect('wall' in reading && reading.wall).toBe(wall);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('UXP-35 no text whatever breaks the reader', () => {
    const pieces = fc.constantFrom(
      'next',
      'friday',
      '8',
      'am',
      ':',
      '99',
      'mañana',
      'à',
      'غدا',
      '31/02',
      '٨',
      '(',
      '$',
      'h',
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 6 }),
        fc.constantFrom('en', 'es', 'fr', 'ar', 'xx'),
        (parts, locale) => {
          expect(['empty', 'unknown', 'one', 'twice', 'skipped']).toContain(
            read(parts.join(' '), locale).kind,
          );
        },
      ),
    );
  });
});

test('UXP-35 a time that the clocks skip has no instant, one they show twice has two', () => {
  expect(read('2026-03-08 02:30').kind).toBe('skipped');
  const twice = read('2026-11-01 01:30');
  expect('instants' in twice && twice.instants.map((at) => at.toISOString())).toEqual([
    '2026-11-01T05:30:00.000Z',
    '2026-11-01T06:30:00.000Z',
  ]);
});

describe('the field', () => {
  let session: Awaited<ReturnType<typeof startBrowser>>;
  beforeAll(async () => {
    session = await startBrowser();
  });
  afterAll(() => session?.close());

  test('UXP-35 shows the zone, then what was meant with it; refuses what is skipped and asks about what comes twice', async () => {
    const page = await session.open({ find: 'moment said in words' });
    const part = entry(page, 'when-field');
    const field = part.getByRole('textbox', { name: 'Due' });
    const meant = part.getByRole('status');
    expect(await meant.textContent()).toBe('Times are those of Eastern Time.');
    await field.fill('next Friday 8am');
    await expect.poll(() => meant.textContent()).toBe('Friday, October 30, 2026 at 8:00 AM EDT');
    await field.fill('2027-03-14 2:30');
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    expect(await part.getByText('The clocks change then').count()).toBe(1);
    await field.fill('2026-11-01 1:30');
    const choice = part.getByRole('radiogroup', { name: 'The clocks show this time twice. Which is meant?' });
    expect(await choice.getByRole('radio').count()).toBe(2);
    expect(await choice.textContent()).toMatch(/1:30 AM EDT.*1:30 AM EST/);
    expect(await findings(page, 'article[id="when-field"]')).toEqual([]);
    await page.context().close();
  });
});
