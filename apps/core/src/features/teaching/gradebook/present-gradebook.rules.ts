import type { CourseSettings } from '@k12/contracts/teaching/course-settings';
import type { Gradebook, GradebookColumn, StudentTotal } from '@k12/contracts/teaching/gradebook';
import { weightSum } from '@k12/grading/weights';
import type { Actor } from '../../../platform/auth/actor.ts';
import { displayName, registerName } from '../../identity/users/users.rules.ts';
import type { CourseRow } from '../courses/course-access.service.ts';
import { courseSettings } from '../courses/course-settings.rules.ts';
import type { PeriodRow } from '../grading-periods/grading-periods.queries.ts';
import { isLocked } from '../grading-periods/period-locks.rules.ts';
import * as policy from './gradebook.policy.ts';
import type * as queries from './gradebook.queries.ts';
import { statusColumn } from './status-column.rules.ts';

type Rows<T extends (...given: never[]) => Promise<unknown[]>> = Awaited<ReturnType<T>>;

/** Everything of the sheet but its cells. */
export interface FrameFacts {
  columns: queries.ColumnRow[];
  students: queries.StudentRow[];
  categories: Rows<typeof queries.listCategories>;
  sections: Rows<typeof queries.listSections>;
  periods: PeriodRow[];
  time_zone: string;
  scheme: Gradebook['course']['scheme'];
  now: Date;
}

export function presentFrame(
  actor: Actor,
  course: CourseRow,
  facts: FrameFacts,
): Omit<Gradebook, 'state' | 'frame' | 'totals'> {
  const settings = courseSettings(course);
  return {
    course: {
      id: course.id,
      name: course.name,
      time_zone: facts.time_zone,
      calculation: settings.calculation,
      decimals_shown: settings.decimals_shown,
      total_shown: settings.total_shown,
      weight_total:
        settings.calculation === 'weighted'
          ? weightSum(
              facts.categories.map(({ weight_percent, is_extra_credit }) => ({
                weight: weight_percent,
                extra_credit: is_extra_credit,
              })),
            )
          : null,
      scheme: facts.scheme,
    },
    sections: facts.sections,
    categories: facts.categories.map(({ lock_version, ...category }) => category),
    periods: facts.periods.map(({ id, name, starts_on, ends_on, state, locks_at }) => ({
      id,
      name,
      starts_on,
      ends_on,
      state,
      is_locked: isLocked({ state, locks_at }, facts.now),
    })),
    columns: facts.columns.map((column) => presentColumn(column, settings)),
    rows: facts.students.map((student) => ({
      student_id: student.student_id,
      name: displayName(student),
      sort_name: registerName(student),
      student_number: student.student_number,
      section_ids: student.section_ids,
      state: student.state,
      cells: '',
    })),
    can: {
      edit: policy.canEditGrades(actor, course),
      post: policy.canEditGrades(actor, course),
      settings: policy.canSetUpGrading(actor, course),
      override: policy.canSetUpGrading(actor, course),
      export: policy.canExportGrades(actor, course),
    },
  };
}

function presentColumn(row: queries.ColumnRow, settings: CourseSettings): GradebookColumn {
  const { is_never_dropped, own_late_policy, late_policy, posting_policy, submission_types, ...column } = row;
  return {
    ...column,
    ...statusColumn(row, settings),
    posting: posting_policy === 'course' ? settings.posting : posting_policy,
  };
}

interface TotalDetails {
  categories?: { id: string | null; percent: string | null }[];
  dropped?: string[];
}

type TotalRow = Rows<typeof queries.listTotals>[number];

export function presentTotal(row: TotalRow): StudentTotal {
  const details = row.details as TotalDetails;
  const isOverridden = row.override_percent !== null || row.override_label !== null;
  return {
    student_id: row.student_id,
    grading_period_id: row.grading_period_id,
    so_far: row.so_far_percent,
    if_nothing_more: row.if_nothing_more_percent,
    posted_so_far: row.posted_so_far_percent,
    posted_if_nothing_more: row.posted_if_nothing_more_percent,
    label: row.label,
    posted_label: row.posted_label,
    override: isOverridden
      ? { percent: row.override_percent, label: row.override_label, reason: row.override_reason ?? '' }
      : null,
    categories: details.categories ?? [],
    dropped: details.dropped ?? [],
    finalized_at: row.finalized_at,
    lock_version: row.lock_version,
  };
}
