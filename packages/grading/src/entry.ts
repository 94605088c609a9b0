import { formatPlain, parseDecimal, type Units, unitsOf, whole } from './decimal.ts';
import { keep, percentOf, ratio, times } from './ratio.ts';
import { percentOfLabel } from './scheme.ts';
import type { Decimal, EntryRefusal, GradeEntry, GradingScheme, GradingType } from './types.ts';

export interface EntryContext {
  points_possible: Decimal;
  grading_type: GradingType;
  scheme: GradingScheme | null;
  /** How the teacher's language writes decimals. */
  decimal_mark: '.' | ',';
  /** The teacher said yes to a score above twice the points (TCH-96). */
  confirmed: boolean;
}

const statuses = {
  EX: 'excused',
  M: 'missing',
  L: 'late',
  INC: 'incomplete',
} as const;

const complete = /^[xX✓✔]$/u;
/** One number, with a sign that is only ever refused. */
const number = /^-?\d*(?:[.,]\d+)?$/;

const refused = (code: EntryRefusal): GradeEntry => ({ kind: 'refused', code });

/** What a teacher typed in a cell (TCH-95). */
export function parseEntry(typed: string, context: EntryContext): GradeEntry {
  const text = typed.trim();
  if (text === '') return { kind: 'clear' };
  // In a letter column the letters of the scheme come first; everywhere else the marks of status do.
  const letter = () => letterEntry(text, context);
  const isLetterColumn = context.grading_type === 'letter';
  return (
    (isLetterColumn ? letter() : null) ??
    statusEntry(text) ??
    completeEntry(text, context) ??
    numberEntry(text, context) ??
    letter() ??
    refused('not_understood')
  );
}

function statusEntry(text: string): GradeEntry | null {
  const entry = text.toUpperCase();
  if (!Object.hasOwn(statuses, entry)) return null;
  return { kind: statuses[entry as keyof typeof statuses], entry };
}

/** A tick is all the points; only where work is complete or not, so that no slip gives full points (TCH-113). */
function completeEntry(text: string, context: EntryContext): GradeEntry | null {
  if (!complete.test(text) || context.grading_type !== 'complete') return null;
  return { kind: 'score', entry: '✓', score: context.points_possible, notice: null };
}

function letterEntry(text: string, context: EntryContext): GradeEntry | null {
  const percent = context.scheme && percentOfLabel(context.scheme, text);
  if (percent === null) return null;
  const label = context.scheme?.bands.find((band) => band.label.toLowerCase() === text.toLowerCase())?.label;
  return pointsEntry(label ?? text, context, (points) => percentOf(unitsOf(percent), points));
}

/** `17`, `85%` or `17/20`, which is 17 twentieths of the points whatever they are. */
function numberEntry(text: string, context: EntryContext): GradeEntry | null {
  const percent = text.endsWith('%') ? text.slice(0, -1).trimEnd() : null;
  const [first = '', second, ...more] = (percent ?? text).split('/').map((part) => part.trim());
  if (more.length > 0 || (percent !== null && second !== undefined)) return null;
  const over = readNumber(first, context.decimal_mark);
  const under = second === undefined ? null : readNumber(second, context.decimal_mark);
  if (over === null || (second !== undefined && under === null)) return null;
  if (typeof over === 'string') return refused(over);
  if (typeof under === 'string') return refused(under);
  if (under === 0) return null;
  // In a column of percentages a bare number is one.
  if (percent !== null || (context.grading_type === 'percent' && under === null)) {
    return pointsEntry(`${formatPlain(over)}%`, context, (points) => percentOf(over, points));
  }
  if (under === null) return scoreEntry(formatPlain(over), over, context);
  const entry = `${formatPlain(over)}/${formatPlain(under)}`;
  return pointsEntry(entry, context, (points) => keep(times(ratio(over, under), ratio(points, whole / 100))));
}

/** Units, why the number is refused, or null when it is no number at all. */
function readNumber(text: string, mark: '.' | ','): Units | EntryRefusal | null {
  // Where the point is the decimal mark a comma may mean thousands, which nobody should have to guess.
  if (!/\d/.test(text) || !number.test(text) || (mark === '.' && text.includes(','))) return null;
  const [digits = '', fraction = ''] = text.replace('-', '').split(/[.,]/);
  if (text.startsWith('-')) return 'score_negative';
  if (fraction.length > 4) return 'too_precise';
  const plain = digits.replace(/^0+(?=\d)/, '') || '0';
  return parseDecimal(fraction === '' ? plain : `${plain}.${fraction}`) ?? 'too_large';
}

/** An entry that is a part of the points possible, and so needs some. */
function pointsEntry(entry: string, context: EntryContext, scoreOf: (points: Units) => Units): GradeEntry {
  const points = unitsOf(context.points_possible);
  return points === 0 ? refused('no_points') : scoreEntry(entry, scoreOf(points), context);
}

/** Up to twice the points a score only gets a note; beyond that it is more likely 900 for 90 (TCH-96). */
function scoreEntry(entry: string, score: Units, context: EntryContext): GradeEntry {
  if (context.grading_type === 'mastery' || context.grading_type === 'ungraded')
    return refused('no_score_wanted');
  const points = unitsOf(context.points_possible);
  if (points > 0 && score > 2 * points && !context.confirmed) return refused('confirm_high');
  const notice = points > 0 && score > points ? 'above_points' : null;
  return { kind: 'score', entry, score: formatPlain(score), notice };
}

/** An entry as it was typed, with the decimal mark of whoever looks at it now. */
export function formatEntry(entry: string, mark: '.' | ','): string {
  return mark === ',' && /\d/.test(entry) ? entry.replaceAll('.', ',') : entry;
}
