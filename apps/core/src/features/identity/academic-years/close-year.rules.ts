import type { CourseOpenEnds, OpenEnd } from '@k12/contracts/identity/academic-years';

type Facts = Pick<CourseOpenEnds, 'ungraded_count' | 'unfinalized' | 'drafts_count' | 'waived'>;

/** The kinds of things that are open in a course, whether waived or not. */
export function openKinds({ ungraded_count, unfinalized, drafts_count }: Omit<Facts, 'waived'>): OpenEnd[] {
  return [
    ...(ungraded_count > 0 ? (['ungraded'] as const) : []),
    ...(unfinalized.length > 0 ? (['unfinalized'] as const) : []),
    ...(drafts_count > 0 ? (['drafts'] as const) : []),
  ];
}

/** Whether the year waits for this course. */
export function holdsYearOpen(course: Facts): boolean {
  return openKinds(course).some((kind) => !course.waived.some((waiver) => waiver.kind === kind));
}
