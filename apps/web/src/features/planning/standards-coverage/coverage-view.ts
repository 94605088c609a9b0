import { CoverageColumns, CoverageMeasure } from '@k12/contracts/planning/coverage';
import { GradeLevel } from '@k12/contracts/planning/plan-records';
import { isId, isOneOf, readWords } from '@/lib/address-values.ts';

type Words = Readonly<Record<string, string | undefined>>;

export const coverageViews = ['map', 'gaps', 'often', 'progression', 'compare'] as const;

const checks = {
  branch: isId,
  course_id: isId,
  school_id: isId,
  term_id: isId,
  grade_level: isOneOf(GradeLevel.options),
  include_drafts: isOneOf(['true']),
  include_children: isOneOf(['true']),
};

/** What the address says the report shows; the framework falls back to the first one there is. */
export function readCoverageView(words: Words, firstFramework: string | undefined) {
  const framework_id = words.framework && isId(words.framework) ? words.framework : firstFramework;
  // The browser knows the values of a contract, not how to parse them.
  const columns = CoverageColumns.options.find((value) => value === words.columns) ?? 'course';
  return {
    view: coverageViews.find((view) => view === words.view) ?? coverageViews[0],
    measure: CoverageMeasure.options.find((value) => value === words.measure) ?? 'planned',
    columns,
    scope: framework_id
      ? { framework_id, ...readWords(checks, (name) => words[name]), ...taughtGrades(words.grade_level) }
      : null,
  };
}

/** The word for every grade there is; nothing said means the grades that are taught here, which is what one can change. */
export const everyGrade = 'all';

function taughtGrades(grade: string | undefined): { taught_grades?: 'true' } {
  const isChosen = grade === everyGrade || (grade !== undefined && isOneOf(GradeLevel.options)(grade));
  return isChosen ? {} : { taught_grades: 'true' };
}

/** Which framework, and what of it. */
export type CoverageWords = NonNullable<ReturnType<typeof readCoverageView>['scope']>;
