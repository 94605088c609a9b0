import { englishUnits } from './plan-catalogue.english.ts';
import { gradeElevenUnits } from './plan-catalogue.grade-eleven.ts';
import { gradeNineUnits } from './plan-catalogue.grade-nine.ts';
import { mathematicsUnits } from './plan-catalogue.mathematics.ts';
import { primaryUnits } from './plan-catalogue.primary.ts';
import { primaryMathematicsUnits } from './plan-catalogue.primary-mathematics.ts';
import { scienceUnits } from './plan-catalogue.science.ts';
import type { StagesGiven } from './plan-stages.ts';

/** A unit of the demo schools, in the order in which its course teaches them. */
export interface UnitGiven {
  title: string;
  /** What it is about, and the question that holds it together. */
  overview: string;
  question: string;
  objectives: readonly string[];
  /** `word: meaning` */
  vocabulary: readonly string[];
  /** `title: what happens in it` */
  lessons: readonly string[];
  tags?: readonly string[];
  /** The standards of its subject and grade that it works on, by domain and number. */
  standards?: readonly string[];
  /** Planned from its end, in the pack for that; otherwise in the plain one. */
  stages?: StagesGiven;
}

export interface CourseUnits {
  /** Key of the school and name of the course, as in the course catalogue. */
  school: string;
  course: string;
  /** The whole year is live already, not only its beginning. */
  isYearPublished?: boolean;
  units: readonly UnitGiven[];
}

/** What is planned at the demo schools: a year for each of these courses. */
export const planCatalogue: readonly CourseUnits[] = [
  ...scienceUnits,
  ...gradeNineUnits,
  ...gradeElevenUnits,
  ...mathematicsUnits,
  ...englishUnits,
  ...primaryUnits,
  ...primaryMathematicsUnits,
];
