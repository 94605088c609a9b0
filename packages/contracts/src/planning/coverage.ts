import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { day, id, idParams, instant } from '../records.ts';
import { Emphasis } from './alignments.ts';
import { GradeLevel } from './plan-records.ts';
import { StandardSummary } from './standards.ts';

export const CoverageMeasure = z.enum(['planned', 'taught', 'assessed']);
export type CoverageMeasure = z.infer<typeof CoverageMeasure>;
export const CoverageColumns = z.enum(['course', 'grade', 'term', 'week']);
export type CoverageColumns = z.infer<typeof CoverageColumns>;

/** What every report of coverage can be narrowed to (PLN-95). */
const scope = {
  /** The first framework in sight unless one is named. */
  framework_id: id.optional(),
  /** Only this branch of the framework. */
  branch: id.optional(),
  course_id: id.optional(),
  section_id: id.optional(),
  teacher_id: id.optional(),
  school_id: id.optional(),
  grade_level: GradeLevel.optional(),
  /** Without a grade named: standards of the grades that these courses teach, and of no others (PLN-96). */
  taught_grades: z.stringbool().default(false),
  /** The active year unless a period is named. */
  academic_year_id: id.optional(),
  term_id: id.optional(),
  from_on: day.optional(),
  to_on: day.optional(),
  include_drafts: z.stringbool().default(false),
  /** An alignment to a parent counts for what is below it (PLN-90). */
  include_children: z.stringbool().default(false),
  /** Exact matches in other frameworks count (PLN-86). */
  include_equivalents: z.stringbool().default(false),
};

export const CoverageScope = z.strictObject(scope);
export type CoverageScope = z.infer<typeof CoverageScope>;
export const CoverageQuery = z.strictObject({ ...scope, columns: CoverageColumns.default('course') });
export type CoverageQuery = z.infer<typeof CoverageQuery>;

const counts = { planned: z.int(), taught: z.int(), assessed: z.int() };

/** Standards covered of how many; a denominator of 0 has no percentage (PLN-96). */
export const CoverageCounts = z.object({ ...counts, denominator: z.int() });
export type CoverageCounts = z.infer<typeof CoverageCounts>;

export const CoverageReport = z
  .object({
    computed_at: instant,
    from_on: day,
    to_on: day,
    framework_title: z.string(),
    breadcrumb: z.array(z.object({ id, code: z.string(), statement: z.string() })),
    columns: z.array(z.object({ key: z.string(), label: z.string() })),
    totals: CoverageCounts,
    rows: z.array(
      z.object({
        standard: StandardSummary,
        /** How many units use standards of this branch: one standard in three units counts three times here. */
        frequency: z.int(),
        ...CoverageCounts.shape,
        /** Only cells with something in them. */
        cells: z.array(z.object({ column: z.string(), ...counts, frequency: z.int() })),
      }),
    ),
  })
  .meta({ id: 'CoverageReport' });
export type CoverageReport = z.infer<typeof CoverageReport>;

export const CoverageItem = z.object({
  kind: z.enum(['unit', 'session', 'assessment']),
  /** Of the unit or lesson; of the assignment, for an assessment. */
  plan_id: id,
  /** The unit of a lesson; null for a unit itself and for an assessment. */
  unit_plan_id: id.nullable(),
  title: z.string(),
  course_id: id,
  course_name: z.string(),
  starts_on: day,
  ends_on: day,
  codes: z.array(z.string()),
});
export type CoverageItem = z.infer<typeof CoverageItem>;

const common = { method: 'GET', permission: 'unit_plans.read', rate: 'general' } as const;
const report = { ...common, replies: { 200: CoverageReport } } as const;

export const getStandardsCoverage = endpoint({
  ...report,
  name: 'standards_coverage.get',
  path: '/standards_coverage',
  summary: 'Standards planned, taught and assessed, by course, grade, term or week',
  query: CoverageQuery,
});

export const getCourseCoverage = endpoint({
  ...report,
  name: 'courses.standards_coverage',
  path: '/courses/{id}/standards_coverage',
  summary: 'The same for one course',
  params: idParams,
  query: CoverageQuery.omit({ course_id: true }),
});

export const getYearCoverage = endpoint({
  ...report,
  name: 'academic_years.standards_coverage',
  path: '/academic_years/{id}/standards_coverage',
  summary: 'The same for one academic year',
  params: idParams,
  query: CoverageQuery.omit({ academic_year_id: true }),
});

export const getCoverageCell = endpoint({
  ...common,
  name: 'standards_coverage.cell',
  path: '/standards_coverage/cell',
  summary: 'The plans and sessions behind one cell, as far as the caller may read them',
  query: CoverageQuery.extend({ standard_id: id, column: z.string().max(80).optional() }),
  replies: { 200: z.object({ data: z.array(CoverageItem), hidden_count: z.int() }) },
});

export const CoverageGaps = z.object({
  computed_at: instant,
  not_planned: z.array(StandardSummary),
  planned_not_taught: z.array(StandardSummary),
  taught_not_assessed: z.array(StandardSummary),
});
export type CoverageGaps = z.infer<typeof CoverageGaps>;

export const getCoverageGaps = endpoint({
  ...common,
  name: 'standards_coverage.gaps',
  path: '/standards_coverage/gaps',
  summary: 'Standards that are not planned, planned but not taught, taught but not assessed',
  query: CoverageScope,
  replies: { 200: CoverageGaps },
});

export const OverTaught = z.object({
  standard: StandardSummary,
  units_count: z.int(),
  /** Of the standards with the same parent that are used at all. */
  branch_median: z.number(),
  units: z.array(z.object({ plan_id: id, title: z.string() })),
  hidden_count: z.int(),
});
export type OverTaught = z.infer<typeof OverTaught>;

export const getOverTaught = endpoint({
  ...common,
  name: 'standards_coverage.over_taught',
  path: '/standards_coverage/over_taught',
  summary: 'Standards used by more units than the threshold, or by twice the median of their branch',
  query: CoverageScope.extend({ more_than: z.coerce.number().int().min(1).max(100).default(3) }),
  replies: { 200: z.object({ computed_at: instant, data: z.array(OverTaught) }) },
});

export const EmphasisRow = z.object({
  standard: StandardSummary,
  grades: z.array(z.object({ grade_level: z.string(), emphases: z.array(Emphasis) })),
  flags: z.array(z.enum(['mastered_before_introduced', 'never_introduced', 'never_mastered'])),
});
export type EmphasisRow = z.infer<typeof EmphasisRow>;

export const getEmphasisProgression = endpoint({
  ...common,
  name: 'standards_coverage.emphasis',
  path: '/standards_coverage/emphasis',
  summary:
    'Where each standard is introduced, developed, mastered and reviewed, by grade, with gaps in the sequence',
  query: CoverageScope,
  replies: {
    200: z.object({ computed_at: instant, grade_levels: z.array(z.string()), data: z.array(EmphasisRow) }),
  },
});

/** The same report for another course, year or school; the rest is asked for alike on both sides (PLN-100). */
export const CoverageComparisonQuery = CoverageScope.extend({
  with_course_id: id.optional(),
  with_academic_year_id: id.optional(),
  with_school_id: id.optional(),
}).superRefine((query, context) => {
  const pairs = ['course_id', 'academic_year_id', 'school_id'] as const;
  const asked = pairs.filter((name) => query[`with_${name}`]);
  const [first] = asked;
  if (!first || asked.length > 1) {
    const message = 'name one other course, year or school';
    context.addIssue({ code: 'custom', path: ['with_course_id'], message, params: { code: 'one_other' } });
  } else if (!query[first]) {
    const message = 'name what it is compared with';
    context.addIssue({ code: 'custom', path: [first], message, params: { code: 'required' } });
  }
});
export type CoverageComparisonQuery = z.infer<typeof CoverageComparisonQuery>;

const ComparedSide = z.object({ name: z.string(), from_on: day, to_on: day, totals: CoverageCounts });
const Covered = z.object({
  planned: z.boolean(),
  taught: z.boolean(),
  assessed: z.boolean(),
  units_count: z.int(),
});
export type Covered = z.infer<typeof Covered>;

export const CoverageComparison = z
  .object({
    computed_at: instant,
    left: ComparedSide,
    right: ComparedSide,
    /** Standards that are planned, taught and assessed, or not, on both sides alike. */
    same_count: z.int(),
    differences_count: z.int(),
    /** The first of them by code. */
    data: z.array(z.object({ standard: StandardSummary, left: Covered, right: Covered })),
  })
  .meta({ id: 'CoverageComparison' });
export type CoverageComparison = z.infer<typeof CoverageComparison>;

export const compareCoverage = endpoint({
  ...common,
  name: 'standards_coverage.comparison',
  path: '/standards_coverage/comparison',
  summary: 'Two courses, years or schools side by side: the standards in which they differ',
  query: CoverageComparisonQuery,
  replies: { 200: CoverageComparison },
});

export const getCoverageTable = endpoint({
  ...common,
  rate: 'export',
  name: 'standards_coverage.table',
  path: '/standards_coverage/table',
  summary: 'The report as CSV, with filters, instant and caller in its head',
  query: CoverageQuery,
  replies: { 200: z.string() },
  stream: 'download',
});

export const DistrictCoverageQuery = z.strictObject({
  framework_id: id.optional(),
  grade_level: GradeLevel.optional(),
  academic_year_id: id.optional(),
});
export type DistrictCoverageQuery = z.infer<typeof DistrictCoverageQuery>;

export const DistrictCoverage = z
  .object({
    computed_at: instant,
    from_on: day,
    to_on: day,
    framework_id: id.nullable(),
    framework_title: z.string(),
    /** Each school is measured by the standards of the grades it teaches; one that teaches none of them has 0 of 0. */
    data: z.array(z.object({ school_id: id, ...CoverageCounts.shape })),
  })
  .meta({ id: 'DistrictCoverage' });
export type DistrictCoverage = z.infer<typeof DistrictCoverage>;

export const getDistrictCoverage = endpoint({
  ...common,
  name: 'district.standards_coverage',
  path: '/district/standards_coverage',
  summary: 'Standards planned, taught and assessed, school by school',
  query: DistrictCoverageQuery,
  replies: { 200: DistrictCoverage },
});
