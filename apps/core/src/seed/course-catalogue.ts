/** What is taught at the demo schools. */
export interface CourseGiven {
  name: string;
  code: string;
  subject: string;
  grade: string;
  color: string;
  sections: readonly string[];
  /** `block`: 75 minutes on one day of the A/B rotation; `daily`: 50 minutes every day; `twice`: two days a week. */
  pattern: 'block' | 'daily' | 'twice';
  /** E-mail name of a demo account that teaches it; otherwise a colleague of the school. */
  teacher?: string;
}

const amelia = 'teacher@riverbend.example';
const ravi = 'two.schools@riverbend.example';

const core = [
  { subject: 'Science', color: 'leaf' },
  { subject: 'Mathematics', color: 'blue' },
  { subject: 'English', color: 'rose' },
  { subject: 'Social studies', color: 'coral' },
  { subject: 'Art', color: 'violet' },
] as const;

const highNames: Readonly<Record<string, readonly string[]>> = {
  '9': ['Biology', 'Algebra I', 'English 9', 'World history', 'Art 9'],
  '10': ['Chemistry', 'Geometry', 'English 10', 'Modern history', 'Studio art'],
  '11': ['Physics', 'Algebra II', 'American literature', 'United States history', 'Photography'],
  '12': [
    'Environmental science',
    'Statistics',
    'World literature',
    'Government and economics',
    'Art portfolio',
  ],
};

function highCourses(): CourseGiven[] {
  return Object.entries(highNames).flatMap(([grade, names]) =>
    names.map((name, at): CourseGiven => {
      const { subject, color } = core[at] ?? core[0];
      const isAmelias = name === 'Biology' || name === 'Chemistry';
      return {
        name,
        subject,
        grade,
        color: name === 'Chemistry' ? 'violet' : color,
        code: `${subject.slice(0, 3).toUpperCase()}${grade}`,
        sections: sectionsOf(name, subject, grade),
        pattern: subject === 'Mathematics' || subject === 'English' ? 'daily' : 'block',
        ...(isAmelias ? { teacher: amelia } : {}),
        ...(name === 'Geometry' ? { teacher: ravi } : {}),
      };
    }),
  );
}

function sectionsOf(name: string, subject: string, grade: string): string[] {
  if (subject === 'Art') return [`${grade}A`];
  if (name === 'Chemistry') return ['10A', '10C'];
  return [`${grade}B`, `${grade}D`, `${grade}F`];
}

function middleCourses(): CourseGiven[] {
  return ['6', '7', '8'].flatMap((grade) =>
    core.map(
      ({ subject, color }): CourseGiven => ({
        name: `${subject} ${grade}`,
        subject,
        grade,
        color,
        code: `${subject.slice(0, 3).toUpperCase()}${grade}`,
        sections: subject === 'Art' ? [`${grade}-1`] : [`${grade}-1`, `${grade}-2`],
        pattern: subject === 'Art' ? 'twice' : 'daily',
        ...(subject === 'Mathematics' ? { teacher: ravi } : {}),
      }),
    ),
  );
}

function elementaryCourses(): CourseGiven[] {
  return ['K', '1', '2', '3', '4', '5'].flatMap((grade) =>
    core.slice(0, 3).map(
      ({ subject, color }): CourseGiven => ({
        name: `${subject} ${grade === 'K' ? 'Kindergarten' : `grade ${grade}`}`,
        subject,
        grade,
        color,
        code: `${subject.slice(0, 3).toUpperCase()}${grade}`,
        sections: [`${grade}A`],
        pattern: subject === 'Science' ? 'twice' : 'daily',
      }),
    ),
  );
}

function miradoresCourses(): CourseGiven[] {
  const words = { Science: 'Ciencias', Mathematics: 'Matemáticas', English: 'Lengua' };
  return ['6', '7', '8', '9', '10'].flatMap((grade) =>
    core.slice(0, 3).map(
      ({ subject, color }): CourseGiven => ({
        name: `${words[subject as keyof typeof words]} ${grade}.º`,
        subject: words[subject as keyof typeof words],
        grade,
        color,
        code: `${words[subject as keyof typeof words].slice(0, 3).toUpperCase()}${grade}`,
        sections: [`${grade}A`],
        pattern: 'daily',
        ...(subject === 'Science' ? { teacher: 'docente@miradores.example' } : {}),
      }),
    ),
  );
}

/** By school key. */
export const courseCatalogue: Readonly<Record<string, readonly CourseGiven[]>> = {
  high: [
    ...highCourses(),
    {
      name: 'Science Lab',
      code: 'LAB',
      subject: 'Science',
      grade: '10',
      color: 'teal',
      sections: ['Open lab'],
      pattern: 'twice',
      teacher: amelia,
    },
  ],
  middle: middleCourses(),
  elementary: elementaryCourses(),
  miradores: miradoresCourses(),
};
