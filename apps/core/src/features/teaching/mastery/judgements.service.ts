import type {
  Judgement,
  MasteryCellsUpdate,
  MasteryDetail,
  ObservationCreate,
} from '@k12/contracts/teaching/mastery';
import type { ProficiencyScale } from '@k12/contracts/teaching/proficiency-scales';
import { newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { type CourseRow, isOpenCourse } from '../courses/course-access.service.ts';
import { selectTaughtCourse } from '../courses/teaching-scope.service.ts';
import { type CellParams, selectCell } from './cell-access.service.ts';
import { presentDetail } from './detail.service.ts';
import { recalculate } from './gather.service.ts';
import * as queries from './mastery.queries.ts';
import { isLevelValue } from './proficiency-scale.rules.ts';
import { listResults, lockMastery, type ResultRow, saveJudgement } from './results.queries.ts';
import { pairOf } from './results.rules.ts';
import { scaleOf } from './scale-in-force.service.ts';

interface Pair {
  student_id: string;
  standard_id: string;
}

/** A level by judgement, with a note; or none any more (TCH-126). */
export async function judge(context: Context, params: CellParams, input: Judgement): Promise<MasteryDetail> {
  return context.withTenant(async (tx) => {
    const cell = await selectCell(tx, context, params, 'judge');
    const { course } = cell;
    await lockMastery(tx, context.actor.tenant_id, course.id);
    const { scale } = await scaleOf(tx, course);
    requireLevel(scale, input.value, '/value');
    const [before] = await listResults(tx, course.id, {
      student_ids: [params.student_id],
      standard_id: params.standard_id,
    });
    if (!(await keepJudgement(tx, context, course, params, input, before)))
      throw new Problem('version_conflict', { current: await presentDetail(tx, cell) });
    await follow(tx, context, course, scale, [params]);
    return presentDetail(tx, cell);
  });
}

/** Several cells at once; what somebody else judged in between stays and is said. */
export async function judgeCells(context: Context, id: string, { cells }: MasteryCellsUpdate) {
  return context.withTenant(async (tx) => {
    const { course, scope } = await selectTaughtCourse(tx, context, id, 'submissions.grade', 'enter_grades');
    authorize(isOpenCourse(course), 'submissions.grade');
    await lockMastery(tx, context.actor.tenant_id, id);
    const { scale } = await scaleOf(tx, course);
    for (const [at, { value }] of cells.entries()) requireLevel(scale, value, `/cells/${at}/value`);
    const students = new Set(await queries.listStudentIds(tx, id, scope.section_ids));
    const standards = new Set((await queries.listCourseStandards(tx, id)).map((standard) => standard.id));
    const known = new Map((await listResults(tx, id)).map((row) => [pairOf(row), row]));
    const results: {
      student_id: string;
      standard_id: string;
      status: 'saved' | 'conflict' | 'refused';
      lock_version: number;
    }[] = [];
    for (const { student_id, standard_id, ...input } of cells) {
      const pair = { student_id, standard_id };
      const before = known.get(pairOf(pair));
      if (!students.has(student_id) || !standards.has(standard_id)) {
        results.push({ ...pair, status: 'refused', lock_version: 0 });
        continue;
      }
      const isSaved = await keepJudgement(tx, context, course, pair, input, before);
      const lock_version = isSaved ? input.lock_version + 1 : (before?.lock_version ?? 0);
      results.push({ ...pair, status: isSaved ? 'saved' : 'conflict', lock_version });
    }
    await follow(
      tx,
      context,
      course,
      scale,
      results.filter(({ status }) => status === 'saved'),
    );
    return { results };
  });
}

function requireLevel(scale: ProficiencyScale, value: string | null, pointer: string): void {
  if (value !== null && !isLevelValue(scale.levels, value))
    throw invalid(pointer, 'unknown_level', 'The scale has no such level.');
}

async function keepJudgement(
  tx: Transaction,
  context: Context,
  course: CourseRow,
  { student_id, standard_id }: Pair,
  input: Judgement,
  before: ResultRow | undefined,
): Promise<boolean> {
  const now = context.platform.clock.now().toISOString();
  const isSet = input.value !== null;
  const saved = await saveJudgement(tx, {
    ...{ course_id: course.id, student_id, standard_id },
    judged_value: input.value,
    judged_note: isSet ? input.note : null,
    judged_by: isSet ? context.actor.user_id : null,
    judged_at: isSet ? now : null,
    ends_with_newer: isSet && input.ends_with_newer,
    lock_version: input.lock_version,
    now,
  });
  if (!saved) return false;
  await queries.createChange(tx, {
    ...{ id: newId(), course_id: course.id, student_id, standard_id },
    kind: isSet ? 'judged' : 'judgement_taken_back',
    before: before?.judged_value ? { value: before.judged_value, note: before.judged_note ?? '' } : null,
    after: isSet ? { value: input.value, note: input.note } : null,
    changed_by: context.actor.user_id,
    changed_at: now,
  });
  return true;
}

async function follow(
  tx: Transaction,
  context: Context,
  course: CourseRow,
  scale: ProficiencyScale,
  pairs: readonly Pair[],
): Promise<void> {
  if (pairs.length === 0) return;
  const students = [...new Set(pairs.map(({ student_id }) => student_id))];
  await recalculate(tx, context, course, { scale, students });
  await recordAudit(tx, context, {
    action: 'mastery.judged',
    target_type: 'course',
    target_id: course.id,
    school_id: course.school_id,
    changes: { cells: pairs.length },
  });
  await publishEvent(tx, context, 'mastery.updated', { course_id: course.id, cells_count: pairs.length });
}

/** What a teacher saw counts like any other piece (TCH-124). */
export async function observe(
  context: Context,
  params: CellParams,
  input: ObservationCreate,
): Promise<MasteryDetail> {
  return context.withTenant(async (tx) => {
    const cell = await selectCell(tx, context, params, 'judge');
    const { course } = cell;
    await lockMastery(tx, context.actor.tenant_id, course.id);
    const { scale } = await scaleOf(tx, course);
    requireLevel(scale, input.value, '/value');
    const now = context.platform.clock.now().toISOString();
    const { student_id, standard_id } = params;
    const place = { course_id: course.id, student_id, standard_id };
    const observed_by = context.actor.user_id;
    await queries.createObservation(tx, { id: newId(), ...place, ...input, observed_at: now, observed_by });
    const { value, note } = input;
    await queries.createChange(tx, {
      ...{ id: newId(), ...place, kind: 'observed', before: null, after: { value, note } },
      ...{ changed_by: observed_by, changed_at: now },
    });
    await follow(tx, context, course, scale, [params]);
    return presentDetail(tx, cell);
  });
}

export async function removeObservation(
  context: Context,
  params: CellParams & { observation_id: string },
): Promise<void> {
  await context.withTenant(async (tx) => {
    const { course } = await selectCell(tx, context, params, 'judge');
    await lockMastery(tx, context.actor.tenant_id, course.id);
    const { student_id, standard_id } = params;
    const place = { course_id: course.id, student_id, standard_id };
    const gone = await queries.deleteObservation(tx, place, params.observation_id);
    if (!gone) throw new Problem('not_found');
    await queries.createChange(tx, {
      ...{ id: newId(), ...place, kind: 'observation_removed', before: gone, after: null },
      ...{ changed_by: context.actor.user_id, changed_at: context.platform.clock.now().toISOString() },
    });
    const { scale } = await scaleOf(tx, course);
    await follow(tx, context, course, scale, [params]);
  });
}
