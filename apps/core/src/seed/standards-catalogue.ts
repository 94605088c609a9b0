import { ciencias } from './standards-ciencias.ts';
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

const inEnglish: readonly SubjectStandards[] = [
  { ...mathematics, grades: { ...mathematics.grades, ...highSchoolMathematics } },
  { ...science, grades: { ...science.grades, ...highSchoolScience } },
  { ...english, grades: { ...english.grades, ...highSchoolEnglish } },
];

interface Framework {
  title: string;
  description: string;
  /** The heading of a grade. */
  grade: (subject: string, grade: string) => string;
  subjects: readonly SubjectStandards[];
}

/** The standards of an organisation in the language it teaches in. */
export function frameworkOf({ name, locale }: { name: string; locale: string }): Framework {
  if (locale === 'es')
    return {
      title: `Estándares de ${name}`,
      description: 'Lo que el alumnado aprende en ciencias de 6.º a 10.º.',
      grade: (subject, grade) => `${subject} de ${grade}.º`,
      subjects: [ciencias],
    };
  return {
    title: `${name} Standards`,
    description: 'What students learn in mathematics, science and English from kindergarten to grade 12.',
    grade: (subject, grade) =>
      grade === 'K' ? `${subject} in kindergarten` : `${subject} in grade ${grade}`,
    subjects: inEnglish,
  };
}
