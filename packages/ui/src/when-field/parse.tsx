import { plain, type TimeWords, wordsOf } from './words.tsx';
import { instantsOf, wallAt } from './zone.tsx';

export interface Surroundings {
  /** Of the school: what is typed means its clocks (UXP-35). */
  timeZone: string;
  locale: string;
  now: Date;
  /** `HH:MM`, meant where only a day is said. */
  defaultTime?: string | undefined;
}

/** What a text means: nothing, not understood, or a time of the clocks with the instants at which they show it. */
export type Reading =
  | { kind: 'empty' }
  | { kind: 'unknown' }
  | { kind: 'skipped' | 'one' | 'twice'; wall: number; instants: Date[] };

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** Reads `2026-11-27 8:00`, `27 Nov 8am`, `next Friday 8am`, `mañana a las 8`, `dans 3 jours`, `غدا 8 صباحا`. */
export function readMoment(text: string, around: Surroundings): Reading {
  if (text.trim() === '') return { kind: 'empty' };
  const wall = wallOf(plain(text), around);
  if (wall === null) return { kind: 'unknown' };
  const instants = instantsOf(around.timeZone, wall).map((at) => new Date(at));
  const kind = (['skipped', 'one', 'twice'] as const)[instants.length] ?? 'twice';
  return { kind, wall, instants };
}

function wallOf(text: string, { timeZone, locale, now, defaultTime = '23:59' }: Surroundings): number | null {
  const language = (locale.split('-')[0] ?? 'en') as keyof typeof wordsOf;
  const words = wordsOf[language] ?? wordsOf.en;
  const nowWall = wallAt(timeZone, now.getTime());
  const soon = readDelay(text, words);
  if (soon !== null) return Math.floor(wallAt(timeZone, now.getTime() + soon) / minuteMs) * minuteMs;
  const time = readTime(text, words);
  const calendar = { language, today: floorDay(nowWall) };
  const said = (time?.rest ?? text).replace(/\s+/g, ' ').trim();
  const day = readDay(said, words, calendar) ?? readDay(without(said, words.filler), words, calendar);
  if (day === null || (day === 'unsaid' && !time)) return null;
  const minutes = time?.minutes ?? minutesOf(defaultTime);
  // A time alone is the next one that the clocks show.
  if (day === 'unsaid') {
    const today = floorDay(nowWall) + minutes * minuteMs;
    return today > nowWall ? today : today + dayMs;
  }
  return day + minutes * minuteMs;
}

const floorDay = (wall: number) => Math.floor(wall / dayMs) * dayMs;
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const literal = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** The longest first, so that no word is found inside a longer one. */
const anyOf = (words: readonly string[]) =>
  `(?:${[...words]
    .sort((a, b) => b.length - a.length)
    .map(literal)
    .join('|')})`;
const whole = (pattern: string) => new RegExp(`(?<![\\p{L}\\d])${pattern}(?![\\p{L}\\d])`, 'u');

/** Minutes and hours from now are instants, not clock times: an hour is an hour also when the clocks change. */
function readDelay(text: string, words: TimeWords): number | null {
  const match = new RegExp(
    `^${anyOf(words.in)} (\\d{1,4}) (?:(${anyOf(words.minutes)})|${anyOf(words.hours)})$`,
    'u',
  ).exec(text);
  return match ? Number(match[1]) * (match[2] ? minuteMs : 60 * minuteMs) : null;
}

function readTime(text: string, words: TimeWords): { minutes: number; rest: string } | null {
  const half = `(?:\\s*(${anyOf(words.am)})|\\s*(${anyOf(words.pm)}))`;
  const patterns: [RegExp, (match: RegExpExecArray) => number | null][] = [
    [whole(anyOf(words.midnight)), () => 0],
    [whole(anyOf(words.noon)), () => 720],
    [
      whole(`(\\d{1,2})(?:[:.](\\d{2}))?${half}`),
      ([, h, m, am]) => clock(Number(h), Number(m ?? 0), am ? 'am' : 'pm'),
    ],
    [whole('(\\d{1,2}):(\\d{2})(?::00)?'), ([, h, m]) => clock(Number(h), Number(m))],
    [whole('(\\d{1,2}) ?h ?(\\d{2})?'), ([, h, m]) => clock(Number(h), Number(m ?? 0))],
    [new RegExp(`(?:^| )${anyOf(hourLeads)} (\\d{1,2})$`, 'u'), ([, h]) => clock(Number(h), 0)],
  ];
  for (const [pattern, read] of patterns) {
    const match = pattern.exec(text);
    const minutes = match && read(match);
    if (match && minutes !== null && minutes !== undefined)
      return { minutes, rest: `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}` };
  }
  return null;
}

/** A bare number is an hour only after one of these. */
const hourLeads = ['at', 'a las', 'a la', 'a', 'الساعة'];

function clock(hour: number, minute: number, half?: 'am' | 'pm'): number | null {
  if (minute > 59 || hour > (half ? 12 : 23) || (half && hour === 0)) return null;
  const of24 = half ? (hour % 12) + (half === 'pm' ? 12 : 0) : hour;
  return of24 * 60 + minute;
}

interface Calendar {
  language: string;
  today: number;
}

function readDay(text: string, words: TimeWords, calendar: Calendar): number | 'unsaid' | null {
  const { today } = calendar;
  if (text === '') return 'unsaid';
  const said = [
    [words.overmorrow, 2],
    [words.tomorrow, 1],
    [words.today, 0],
    [words.yesterday, -1],
  ] as const;
  const near = said.find(([names]) => names.includes(text));
  if (near) return today + near[1] * dayMs;
  const later = new RegExp(
    `^${anyOf(words.in)} (\\d{1,3}) (?:(${anyOf(words.days)})|${anyOf(words.weeks)})$`,
    'u',
  ).exec(text);
  if (later) return today + Number(later[1]) * (later[2] ? 1 : 7) * dayMs;
  return readWeekday(text, words, calendar) ?? readDate(text, words, calendar);
}

/** `Friday` and `this Friday` are the coming one, today included; `next Friday` is at least a day away. */
function readWeekday(text: string, words: TimeWords, { language, today }: Calendar): number | null {
  const isNext = whole(anyOf(words.next)).test(text);
  const name = without(text, [...words.next, ...words.this]);
  const weekday = namesOf(language).weekdays.findIndex((names) => names.includes(name));
  if (weekday < 0) return null;
  const ahead = (weekday - new Date(today).getUTCDay() + 7) % 7;
  return today + (isNext && ahead === 0 ? 7 : ahead) * dayMs;
}

function readDate(text: string, words: TimeWords, { language, today }: Calendar): number | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})t?$/.exec(text);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numeric = /^(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}))?\.?$/.exec(text);
  if (numeric) {
    const [first, second] = [Number(numeric[1]), Number(numeric[2])];
    const [month, day] = words.month_first && !text.includes('.') ? [first, second] : [second, first];
    return numeric[3] ? dateOf(Number(numeric[3]), month, day) : comingDate(today, month, day);
  }
  const named = text.split(' ');
  const month = namesOf(language).months.findIndex((names) =>
    names.some((name) => text.includes(name) && named.includes(name)),
  );
  const numbers = named
    .filter((part) => /^\d+(?:st|nd|rd|th|er)?$/.test(part))
    .map((part) => Number.parseInt(part, 10));
  if (month < 0 || numbers.length === 0 || numbers.length + 1 !== named.length) return null;
  const [day = 0, year] = numbers[0] !== undefined && numbers[0] > 31 ? [numbers[1], numbers[0]] : numbers;
  return year ? dateOf(year, month + 1, day) : comingDate(today, month + 1, day);
}

function dateOf(year: number, month: number, day: number): number | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  const isReal = at.getUTCMonth() === month - 1 && at.getUTCDate() === day && year > 1900 && year < 2200;
  return isReal ? at.getTime() : null;
}

/** Without a year the day that comes next is meant, today included. */
function comingDate(today: number, month: number, day: number): number | null {
  const year = new Date(today).getUTCFullYear();
  const inYear = dateOf(year, month, day);
  return inYear !== null && inYear >= today ? inYear : dateOf(year + 1, month, day);
}

const named = new Map<string, { weekdays: string[][]; months: string[][] }>();

/** Long and short names as the language writes them, from Sunday and from January. */
function namesOf(language: string) {
  const known = named.get(language);
  if (known) return known;
  const forms = (field: 'weekday' | 'month', at: number) =>
    (['long', 'short'] as const).map((length) =>
      plain(
        new Intl.DateTimeFormat(`${language}-u-nu-latn-ca-gregory`, {
          [field]: length,
          timeZone: 'UTC',
        }).format(at),
      ).replace(/\.$/, ''),
    );
  const made = {
    weekdays: Array.from({ length: 7 }, (_, day) => forms('weekday', Date.UTC(2026, 10, 1 + day))),
    months: Array.from({ length: 12 }, (_, month) => forms('month', Date.UTC(2026, month, 15))),
  };
  named.set(language, made);
  return made;
}

/** A text without words that are not needed to understand it. */
function without(text: string, words: readonly string[]): string {
  const pattern = new RegExp(whole(anyOf(words)).source, 'gu');
  return text.replace(pattern, ' ').replace(/\s+/g, ' ').trim();
}
