import { english } from './standards-english.ts';
import { highSchoolEnglish, highSchoolMathematics, highSchoolScience } from './standards-high-school.ts';
import { mathematics } from './standards-mathematics.ts';
import { science } from './standards-science.ts';

/** The district's own standards: for each subject its domains, and for each grade the statements of a domain in order. */
export interface SubjectStandards {
  code: string;
  subject: string;
  domains: Readonly<Record<string, string>>;
  grades: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

export const standardsCatalogue: readonly SubjectStandards[] = [
  { ...mathematics, grades: { ...mathematics.grades, ...highSchoolMathematics } },
  { ...science, grades: { ...science.grades, ...highSchoolScience } },
  { ...english, grades: { ...english.grades, ...highSchoolEnglish } },
];
