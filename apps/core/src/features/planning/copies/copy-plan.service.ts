import type { PlanSnapshot } from '@k12/contracts/planning/plan-diff';
import type { LockedPath } from '@k12/contracts/planning/plan-records';
import { newId, type Transaction } from '@k12/db';
import type { Content } from '@k12/plan-content/paths';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { replaceAlignments } from '../alignments/alignments.service.ts';
import { insertPlan } from '../plans/insert-plan.service.ts';
import { attachLike } from '../resources/plan-attachments.service.ts';
import { cutWithLessons } from '../versions/cut-version.service.ts';
import * as queries from './copies.queries.ts';

export type PlanVersionRow = queries.VersionRow;

/** Where a copy goes, whose it is and what is done with the words on the way. */
export interface CopyTarget {
  kind: 'unit' | 'lesson' | 'template';
  title: string;
  home: 'personal' | 'team' | 'school' | 'district';
  school_id: string | null;
  planning_context_id?: string | null;
  academic_year_id?: string | null;
  course_id?: string | null;
  owner_id: string;
  tags?: string[];
  /** Lineage: the template version, or the plan and version it was copied from. */
  template_version_id?: string | null;
  source_plan_id?: string | null;
  source_version_id?: string | null;
  locked_paths?: LockedPath[];
  level?: 'personal' | 'school' | 'district';
  description?: string | null;
  suggested_weeks?: number | null;
  change?: (content: Content) => Content;
  with_lessons?: boolean;
  /** Leaves out what only its owner may open (PLN-67). */
  without_private_resources?: boolean;
}

/** The plan as it is now, as a version: what a copy is made from, so that both can be compared later (PLN-141). */
export async function versionToCopy(
  tx: Transaction,
  context: Context,
  planId: string,
): Promise<PlanVersionRow> {
  const plan = await queries.lockPlan(tx, planId);
  const draft = await queries.selectDraft(tx, planId);
  const author_id = draft?.last_editor_id ?? plan.owner_id;
  const { version } = await cutWithLessons(tx, context, plan, { kind: 'snapshot', author_id });
  return selectVersion(tx, version.id);
}

export async function selectVersion(tx: Transaction, id: string): Promise<PlanVersionRow> {
  const version = await queries.selectVersion(tx, id);
  if (!version) throw new Problem('not_found');
  return version;
}

/** An independent plan with the words, standards and lessons of a version; entries keep their ids (PLN-66, PLN-140). */
export async function copyVersion(
  tx: Transaction,
  context: Context,
  version: PlanVersionRow,
  target: CopyTarget,
): Promise<string> {
  const [pin] = await queries.listPins(tx, [version.plan_id]);
  if (!pin) throw new Problem('not_found');
  const id = newId();
  const { id: _, ...belonging } = pin;
  const {
    change = unchanged,
    with_lessons = true,
    without_private_resources = false,
    level,
    locked_paths = [],
    ...facts
  } = target;
  await insertPlan(
    tx,
    {
      id,
      ...belonging,
      ...facts,
      tags: target.tags ?? version.tags,
      duration_minutes: version.duration_minutes,
      locked_paths: JSON.stringify(locked_paths),
      ...(level ? { level, plan_kind: 'unit' as const } : {}),
      created_by: actingUser(context, target.owner_id),
      created_at: context.platform.clock.now().toISOString(),
    },
    change(version.content as unknown as Content),
  );
  await linkLike(tx, context, id, version, without_private_resources);
  if (with_lessons) await copyLessons(tx, context, id, version, target);
  return id;
}

/** The lessons that a version names, in its order, each from the version it pins. */
async function copyLessons(
  tx: Transaction,
  context: Context,
  unitId: string,
  version: PlanVersionRow,
  target: LessonTarget,
): Promise<void> {
  const references = version.lessons as unknown as PlanSnapshot['lessons'];
  const versions = await queries.listVersions(
    tx,
    references.flatMap(({ version_id }) => version_id ?? []),
  );
  const pins = await queries.listPins(
    tx,
    versions.map(({ plan_id }) => plan_id),
  );
  const there = new Set(await queries.listCopiedVersions(tx, unitId));
  let position = 0;
  for (const { version_id } of references) {
    const lesson = versions.find(({ id }) => id === version_id);
    const pin = lesson && pins.find(({ id }) => id === lesson.plan_id);
    if (!lesson || !pin) continue;
    position += 1;
    if (there.has(lesson.id)) continue;
    await copyLesson(tx, context, { unitId, position, lesson, pin, target });
  }
}

/** For a copy whose lessons follow later: those that are not there yet, in one transaction. */
export async function copyMissingLessons(context: Context, planId: string, versionId: string): Promise<void> {
  await context.withTenant(async (tx) => {
    const plan = await queries.lockPlan(tx, planId);
    await copyLessons(tx, context, planId, await selectVersion(tx, versionId), plan);
  });
}

/** Lessons are where their unit is and belong to the same person. */
type LessonTarget = Pick<
  CopyTarget,
  | 'home'
  | 'school_id'
  | 'planning_context_id'
  | 'academic_year_id'
  | 'owner_id'
  | 'change'
  | 'without_private_resources'
>;

interface LessonCopy {
  unitId: string;
  position: number;
  lesson: PlanVersionRow;
  pin: Awaited<ReturnType<typeof queries.listPins>>[number];
  target: LessonTarget;
}

async function copyLesson(tx: Transaction, context: Context, copy: LessonCopy): Promise<void> {
  const { lesson, pin, target } = copy;
  const id = newId();
  const { id: _, ...belonging } = pin;
  const change = target.change ?? unchanged;
  await insertPlan(
    tx,
    {
      id,
      kind: 'lesson',
      title: lesson.title,
      ...belonging,
      home: target.home,
      school_id: target.school_id,
      planning_context_id: target.planning_context_id ?? null,
      academic_year_id: target.academic_year_id ?? null,
      owner_id: target.owner_id,
      tags: lesson.tags,
      unit_plan_id: copy.unitId,
      position: copy.position,
      duration_minutes: lesson.duration_minutes,
      source_plan_id: lesson.plan_id,
      source_version_id: lesson.id,
      created_by: actingUser(context, target.owner_id),
      created_at: context.platform.clock.now().toISOString(),
    },
    change(lesson.content as unknown as Content),
  );
  await linkLike(tx, context, id, lesson, target.without_private_resources ?? false);
}

async function linkLike(
  tx: Transaction,
  context: Context,
  planId: string,
  version: PlanVersionRow,
  without_private: boolean,
): Promise<void> {
  const alignments = version.alignments as unknown as Parameters<typeof replaceAlignments>[3];
  if (alignments.length > 0) await replaceAlignments(tx, context, planId, alignments);
  const resources = version.resources as unknown as PlanSnapshot['resources'];
  if (resources.length > 0) await attachLike(tx, context, planId, resources, { without_private });
}

/** The system copies in the name of whoever gets the copy. */
function actingUser(context: Context, otherwise: string): string {
  return context.actor.user_id ?? otherwise;
}

const unchanged = (content: Content) => content;
