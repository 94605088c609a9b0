import type { ProficiencyScale } from '@k12/contracts/teaching/proficiency-scales';
import { formatPlain, unitsOf } from '@k12/grading/decimal';
import { defaultMasteryRules, type MasteryRules } from '@k12/grading/mastery';
import { invalid } from '../../../platform/errors.ts';

/** Where nobody decided anything (TCH-125). The labels are what a school would rename first. */
export const productScale: ProficiencyScale = {
  name: 'Four levels',
  levels: [
    { value: '1', label: 'Beginning', color: 'bad' },
    { value: '2', label: 'Developing', color: 'warn' },
    { value: '3', label: 'Proficient', color: 'good' },
    { value: '4', label: 'Advanced', color: 'best' },
  ],
  method: { kind: 'mean', of_latest: 3 },
  mastery_at: defaultMasteryRules(['1', '2', '3', '4']).mastery_at,
  least_assessed_percent: 50,
  conversion: null,
};

export function rulesOf({ levels, method, mastery_at }: ProficiencyScale): MasteryRules {
  return { levels: levels.map(({ value }) => value), method, mastery_at };
}

/** The level a value lies in. */
export function levelOf(scale: ProficiencyScale, value: string): number {
  const units = unitsOf(value);
  return Math.max(
    0,
    scale.levels.findLastIndex((level) => unitsOf(level.value) <= units),
  );
}

/** What a scale must keep: levels that rise, and everything else among them. */
export function checkScale(scale: ProficiencyScale): void {
  const values = scale.levels.map(({ value }) => unitsOf(value));
  for (const [at, value] of values.entries()) {
    const before = values[at - 1];
    if (before !== undefined && value <= before)
      throw invalid(`/scale/levels/${at}/value`, 'not_rising', 'Each level is above the one before.');
  }
  const labels = scale.levels.map(({ label }) => label.toLowerCase());
  const twice = labels.findIndex((label, at) => labels.indexOf(label) !== at);
  if (twice >= 0)
    throw invalid(`/scale/levels/${twice}/label`, 'not_unique', 'Two levels have the same name.');
  const mastery = unitsOf(scale.mastery_at);
  if (mastery < (values[0] ?? 0) || mastery > (values.at(-1) ?? 0))
    throw invalid('/scale/mastery_at', 'out_of_range', 'Mastery lies between the lowest and the top level.');
  const { method } = scale;
  if (method.kind === 'n_of_last_m' && method.n > method.m)
    throw invalid('/scale/method/n', 'out_of_range', 'There are not so many among the last.');
  checkConversion(scale);
}

function checkConversion({ levels, conversion }: ProficiencyScale): void {
  const steps = conversion ?? [];
  for (const [at, { from_percent, value }] of steps.entries()) {
    const before = steps[at - 1];
    if (before && unitsOf(from_percent) <= unitsOf(before.from_percent))
      throw invalid(
        `/scale/conversion/${at}/from_percent`,
        'not_rising',
        'Each step begins above the one before.',
      );
    if (!isLevelValue(levels, value))
      throw invalid(`/scale/conversion/${at}/value`, 'unknown_level', 'The scale has no such level.');
  }
}

export function isLevelValue(levels: ProficiencyScale['levels'], value: string): boolean {
  return levels.some((level) => unitsOf(level.value) === unitsOf(value));
}

/**
 * What a rating of a rubric says on the scale: the level of its name, else the one of its place, and with another
 * number of ratings than levels the same distance from both ends. Its points play no part (TCH-87).
 */
export function ratingValue(
  ratings: readonly { label: string }[],
  place: number,
  scale: ProficiencyScale,
): string {
  const rating = ratings[place];
  const named = scale.levels.find(({ label }) => label.toLowerCase() === rating?.label.trim().toLowerCase());
  if (named) return named.value;
  // Ratings stand highest first, levels lowest first.
  const fromBelow = ratings.length - 1 - place;
  const same = ratings.length === scale.levels.length ? scale.levels[fromBelow] : undefined;
  if (same) return same.value;
  const low = unitsOf(scale.levels[0]?.value ?? '0');
  const high = unitsOf(scale.levels.at(-1)?.value ?? '0');
  const steps = Math.max(1, ratings.length - 1);
  return formatPlain(low + Math.round(((high - low) * fromBelow) / steps));
}

/** The level that a score speaks for, by the table of the school alone (TCH-127). */
export function scoreValue(
  { entered_score, points_possible }: { entered_score: string; points_possible: string },
  { conversion }: ProficiencyScale,
): string | null {
  const points = unitsOf(points_possible);
  if (conversion === null || points <= 0) return null;
  const score = unitsOf(entered_score);
  // Compared as products: a quotient would have to be rounded.
  const reached = conversion.findLast(
    ({ from_percent }) => BigInt(score) * 1_000_000n >= BigInt(unitsOf(from_percent)) * BigInt(points),
  );
  return reached?.value ?? conversion[0]?.value ?? null;
}

/** As the database gives it: without zeros at the end. */
export function plainValue(value: string | null): string | null {
  return value === null ? null : formatPlain(unitsOf(value));
}
