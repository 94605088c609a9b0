import type { CourseSettings } from '@k12/contracts/teaching/course-settings';
import type { Transaction } from '@k12/db';
import type { GradingScheme } from '@k12/grading/types';
import * as queries from './grading-schemes.queries.ts';

export interface CourseScheme extends GradingScheme {
  /** Null: the one of the product. */
  id: string | null;
}

interface StoredBand {
  label: string;
  lower_percent: string;
  gpa_points: string | null;
  is_passing: boolean;
}

const usual: readonly (readonly [label: string, lower_bound: string, gpa_points: string])[] = [
  ['A', '90', '4'],
  ['B+', '87', '3.3'],
  ['B', '83', '3'],
  ['B−', '80', '2.7'],
  ['C', '70', '2'],
  ['D', '60', '1'],
  ['F', '0', '0'],
];

/** The scheme of a course: the one it chose, else the default of the nearest place that has one (TCH-116). */
export async function courseScheme(
  tx: Transaction,
  course: { id: string; school_id: string },
  settings: Pick<CourseSettings, 'grading_scheme_id' | 'letter_score'>,
): Promise<CourseScheme> {
  const rows = await queries.listSchemes(tx, { course_id: course.id, school_id: course.school_id });
  const chosen = rows.find(({ id }) => id === settings.grading_scheme_id);
  const usable = rows.filter(({ is_default, archived_at }) => is_default && archived_at === null);
  const nearest = (['course', 'school', 'tenant'] as const)
    .map((scope) => usable.find((row) => row.scope === scope))
    .find((row) => row !== undefined);
  const row = chosen ?? nearest;
  const letter_value = settings.letter_score;
  if (!row) {
    const bands = usual.map(([label, lower_bound, gpa_points]) => ({
      label,
      lower_bound,
      gpa_points,
      is_passing: label !== 'F',
    }));
    return { id: null, bands, rounding: 'none', letter_value };
  }
  const bands = (row.bands as unknown as StoredBand[]).map(({ lower_percent, ...band }) => ({
    ...band,
    lower_bound: lower_percent,
  }));
  return { id: row.id, bands, rounding: row.rounding, letter_value };
}
