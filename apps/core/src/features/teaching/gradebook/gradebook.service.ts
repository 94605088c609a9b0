import { createHash } from 'node:crypto';
import type {
  Gradebook,
  GradebookCellsReply,
  GradebookCellsUpdate,
  GradebookQuery,
} from '@k12/contracts/teaching/gradebook';
import type { Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { createTurns } from '../../../platform/turns.ts';
import type { CourseRow } from '../courses/course-access.service.ts';
import { courseSettings } from '../courses/course-settings.rules.ts';
import { selectTaughtCourse } from '../courses/teaching-scope.service.ts';
import { listPeriods, selectSchoolZone } from '../grading-periods/grading-periods-records.service.ts';
import { courseScheme } from '../grading-schemes/course-scheme.service.ts';
import { writeGrades } from '../student-work/work-grades.service.ts';
import * as policy from './gradebook.policy.ts';
import * as queries from './gradebook.queries.ts';
import { type FrameFacts, presentFrame, presentTotal } from './present-gradebook.rules.ts';

/** A change that began before the last answer may be committed after it: what is this old is asked for again. */
const overlapMs = 15_000;
const mostCells = 5_000;
/** A whole sheet of a large course keeps the processor for a good part of a second. */
const inTurn = createTurns(2);

export async function getGradebook(context: Context, id: string, query: GradebookQuery): Promise<Gradebook> {
  const since = sinceOf(query.since);
  return since === null
    ? inTurn(() => context.withTenant((tx) => readSheet(tx, context, id, query, since)))
    : context.readTenant((tx) => readSheet(tx, context, id, query, since));
}

async function readSheet(
  tx: Transaction,
  context: Context,
  id: string,
  query: GradebookQuery,
  since: string | null,
): Promise<Gradebook> {
  const { course, scope } = await selectTaughtCourse(tx, context, id, 'gradebook.read', 'see_grades');
  if (since === null) await auditOpening(tx, context, course);
  const sections = sectionsOf(scope.section_ids, query.section_id);
  const facts = await loadFrame(tx, context, course, sections);
  const shown = new Set(facts.students.map(({ student_id }) => student_id));
  const { columns } = facts;
  const [cells, totals] = await Promise.all([
    since === null
      ? queries.listCodedCells(tx, { course_id: id, columns, student_ids: [...shown] })
      : queries.listChangedCells(tx, since, {
          course_id: id,
          columns,
          student_ids: sections && [...shown],
        }),
    queries.listTotals(tx, id, since),
  ]);
  const frame = presentFrame(context.actor, course, facts);
  const cellsOf = new Map(cells.map((row) => [row.student_id, row.cells]));
  const rows = since === null ? frame.rows : frame.rows.filter(({ student_id }) => cellsOf.has(student_id));
  return {
    ...frame,
    state: String(facts.now.getTime() - overlapMs),
    frame: createHash('sha1').update(JSON.stringify(frame)).digest('base64url').slice(0, 16),
    columns: since === null ? frame.columns : [],
    rows: rows.map((row) => ({ ...row, cells: cellsOf.get(row.student_id) ?? '' })),
    totals: totals.filter(({ student_id }) => shown.has(student_id)).map(presentTotal),
  };
}

async function loadFrame(
  tx: Transaction,
  context: Context,
  course: CourseRow,
  sectionIds: string[] | null,
): Promise<FrameFacts> {
  const [columns, students, categories, sections, periods, school, found] = await Promise.all([
    queries.listColumns(tx, course.id),
    queries.listStudents(tx, course.id, sectionIds),
    queries.listCategories(tx, course.id),
    queries.listSections(tx, course.id),
    listPeriods(tx, course),
    selectSchoolZone(tx, course.school_id),
    courseScheme(tx, course, courseSettings(course)),
  ]);
  const bands = found.bands.map(({ label, lower_bound: lower_percent, is_passing }) => ({
    label,
    lower_percent,
    is_passing,
  }));
  const scheme = { id: found.id, bands };
  const { time_zone } = school;
  return {
    columns,
    students,
    categories,
    sections,
    periods,
    time_zone,
    scheme,
    now: context.platform.clock.now(),
  };
}

function sinceOf(state: string | undefined): string | null {
  if (state === undefined) return null;
  const at = /^\d{1,15}$/.test(state) ? new Date(Number(state)) : new Date(Number.NaN);
  if (Number.isNaN(at.getTime()))
    throw invalid('/query/since', 'invalid', 'Send the state of the last answer.');
  return at.toISOString();
}

function sectionsOf(allowed: string[] | null, asked: string | undefined): string[] | null {
  if (asked === undefined) return allowed;
  if (allowed !== null && !allowed.includes(asked)) throw new Problem('not_found');
  return [asked];
}

/** Who opens it by their school and not as its staff leaves a trace (TCH-107). */
async function auditOpening(tx: Transaction, context: Context, course: CourseRow): Promise<void> {
  if (!policy.opensFromOutside(context.actor, course)) return;
  await recordAudit(tx, context, {
    action: 'gradebook.opened',
    target_type: 'course',
    target_id: course.id,
    school_id: course.school_id,
  });
}

/** Of one cell these are changes like any other; all else is one act with its own way back (TCH-99). */
const singleActs: ReadonlySet<string> = new Set(['edit', 'undo', 'redo']);

export async function updateCells(
  context: Context,
  id: string,
  input: GradebookCellsUpdate,
): Promise<GradebookCellsReply> {
  if (input.cells.length > mostCells) {
    throw new Problem('request.too_large', { detail: `At most ${mostCells} cells at once.` });
  }
  return context.withTenant(async (tx) => {
    const { course, scope } = await selectTaughtCourse(tx, context, id, 'submissions.grade', 'enter_grades');
    authorize(policy.canEditGrades(context.actor, course), 'submissions.grade');
    const isBulk = input.cells.length > 1 || !singleActs.has(input.action ?? 'edit');
    const written = await writeGrades(tx, context, {
      course,
      source: 'typed',
      cells: input.cells,
      mode: input.mode,
      reason: input.reason,
      section_ids: scope.section_ids,
      decimal_mark: input.decimal_comma ? ',' : '.',
      refuses_anonymous: true,
      ...(isBulk ? { change_set: { action: input.action ?? 'edit' } } : {}),
    });
    refuseTogether(input, written.results);
    return {
      results: written.results,
      change_set_id: written.change_set_id,
      saved_count: written.saved.length,
      totals: written.totals,
    };
  });
}

/** All refusals at once, and none of the cells written (TCH-102). */
function refuseTogether({ mode }: GradebookCellsUpdate, results: GradebookCellsReply['results']): void {
  if (mode !== 'all_or_nothing') return;
  const errors = results.flatMap(({ status, code }, at) =>
    status === 'saved'
      ? []
      : [{ pointer: `/cells/${at}`, code: code ?? status, detail: 'This cell cannot be changed.' }],
  );
  if (errors.length > 0) throw new Problem('gradebook.refused', { errors });
}
