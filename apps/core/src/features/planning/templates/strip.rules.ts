import type { PlanSchema } from '@k12/contracts/planning/packs';
import { type Content, isRecord } from '@k12/plan-content/paths';
import { mapTexts } from '../copies/placeholders.rules.ts';

export interface StudentName {
  given_name: string;
  family_name: string;
  preferred_name: string | null;
  /** In a section of whoever wrote the plan: the given name alone is then theirs, too. */
  taught: boolean;
}

const months =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec';
const days = [
  String.raw`\b\d{4}-\d{2}-\d{2}\b`,
  String.raw`\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b`,
  String.raw`\b(?:${months})\.? \d{1,2}(?:st|nd|rd|th)?(?:, ?\d{4})?\b`,
  String.raw`\b\d{1,2}(?:st|nd|rd|th)? (?:${months})\b(?:\.? \d{4})?`,
];
const dayPattern = new RegExp(days.join('|'), 'g');

/** Every text of a content, one below the other. */
export function textsOf(content: Content): string {
  const texts: string[] = [];
  mapTexts(content, (text) => {
    texts.push(text);
    return text;
  });
  return texts.join('\n');
}

export function datesIn(text: string): string[] {
  return [...new Set(text.match(dayPattern) ?? [])];
}

/** The names that really stand in the text, longest first, so that a full name goes before its part. */
export function namesIn(text: string, students: readonly StudentName[]): string[] {
  const names = students.flatMap((student) => {
    const given = [student.given_name, student.preferred_name ?? student.given_name];
    const full = given.map((name) => `${name} ${student.family_name}`);
    return student.taught ? [...full, ...given] : full;
  });
  return [...new Set(names)]
    .filter((name) => name.trim() !== '' && wholeWord(name).test(text))
    .sort((a, b) => b.length - a.length);
}

/** The content without these names and days; what stood there is marked, so that the sentence can be mended. */
export function stripContent(
  schema: PlanSchema | null,
  content: Content,
  strip: { names: readonly string[]; dates: boolean },
): Content {
  const cleaned = mapTexts(content, (text) => {
    const unnamed = strip.names.reduce((left, name) => left.replace(wholeWord(name), '…'), text);
    return strip.dates ? unnamed.replace(dayPattern, '…') : unnamed;
  });
  if (!strip.dates) return cleaned;
  const ranges = new Set(
    (schema?.sections ?? []).filter(({ kind }) => kind === 'date_range').map(({ key }) => key),
  );
  const kept = Object.entries(cleaned).filter(([key, value]) => !ranges.has(key) && !isDayRange(value));
  return Object.fromEntries(kept);
}

function isDayRange(value: unknown): boolean {
  return isRecord(value) && 'from' in value && 'to' in value;
}

function wholeWord(name: string): RegExp {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'gu');
}
