import { ApiProblem } from '@k12/contracts/client';
import type { AcademicYear } from '@k12/contracts/identity/academic-years';
import { listTerms } from '@k12/contracts/identity/terms';
import type { gradeLevels } from '@k12/contracts/planning/plan-records';
import { createCourse } from '@k12/contracts/teaching/courses';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useRecordForm } from '@/lib/forms/record-form.ts';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';
import type { CourseColour } from './colour-choice.tsx';

/** What is no text of the form, and what other fields follow. */
export interface Chosen {
  grades: (typeof gradeLevels)[number][];
  color: CourseColour | null;
  subject: string;
  year_id: string;
  school_id: string;
}

/** The fields of a new course and what it becomes: it opens as soon as it is there. */
export function useCourseForm(years: readonly AcademicYear[]) {
  const t = useTranslations('teaching-courses.new');
  const { me, school_id } = useSession();
  const router = useRouter();
  const create = useChange(createCourse);
  const schools = school_id ? me.schools.filter(({ id }) => id === school_id) : me.schools;
  const first: Chosen = {
    ...{ grades: [], color: null, subject: '' },
    year_id: (years.find(({ state }) => state === 'active') ?? years[0])?.id ?? '',
    school_id: schools[0]?.id ?? '',
  };
  const [chosen, setChosen] = useState(first);
  const choose = (part: Partial<Chosen>) => setChosen({ ...chosen, ...part });
  const asked = useApi(listTerms, { query: { academic_year_id: chosen.year_id, limit: 200 } }).data?.data;
  const terms = (asked ?? []).filter(
    ({ school_ids }) => school_ids.length === 0 || school_ids.includes(chosen.school_id),
  );
  const form = useRecordForm({
    values: {
      ...{ name: '', code: '', subject: '', term_id: '', section_name: t('firstSection') },
      ...{ academic_year_id: first.year_id, school_id: first.school_id },
    },
    send: async ({ section_name, term_id, ...given }, headers) => {
      // A term stays chosen while the year above it changes.
      const term_ids = terms.flatMap(({ id }) => (id === term_id ? [id] : []));
      const sections = [{ name: section_name, term_ids }];
      const { grades: grade_levels, color } = chosen;
      const body = { ...given, grade_levels, color, sections };
      const course = await onOwnFields(create({ body }, headers));
      router.push(paths.teachCourse(course.id));
    },
  });
  const isTouched = chosen.grades.length > 0 || chosen.color !== null;
  return { form, schools, terms, chosen, choose, isTouched };
}

const places: readonly [RegExp, string][] = [
  [/^\/sections\/0\/name/, '/section_name'],
  [/^\/sections\/0\/term_ids.*/, '/term_id'],
];

/** What is wrong with the section is told at the fields this form has for it. */
async function onOwnFields<T>(sent: Promise<T>): Promise<T> {
  try {
    return await sent;
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    const errors = (error.problem.errors ?? []).map(({ pointer, ...fault }) => ({
      ...fault,
      pointer: places.reduce((path, [from, to]) => path.replace(from, to), pointer),
    }));
    throw new ApiProblem({ ...error.problem, errors });
  }
}
