import { createHash } from 'node:crypto';
import type { FrozenLesson, PlanSnapshot } from '@k12/contracts/planning/plan-diff';
import type { Transaction } from '@k12/db';
import { stableJson } from '@k12/plan-content/same-value';
import { alignmentsOfPlan } from '../alignments/alignments.service.ts';
import { resourcesOfPlan } from '../resources/plan-attachments.service.ts';
import * as queries from './snapshots.queries.ts';

/** The facts of a plan that a version keeps beside its content. */
export interface PlanFacts {
  id: string;
  kind: string;
  title: string;
  tags: string[];
  duration_minutes: number | null;
}

/** Everything a version of the plan would hold if it were cut now. */
export async function snapshotOfPlan(tx: Transaction, plan: PlanFacts): Promise<PlanSnapshot> {
  const [draft, alignments, resources, lessons] = await Promise.all([
    queries.selectDraft(tx, plan.id),
    alignmentsOfPlan(tx, plan.id),
    resourcesOfPlan(tx, plan.id),
    plan.kind === 'unit' || plan.kind === 'template'
      ? queries.listLessonsOfUnit(tx, plan.id)
      : Promise.resolve([]),
  ]);
  return {
    title: plan.title,
    content: queries.draftContent(draft?.content),
    alignments,
    resources,
    lessons: lessons.map(lessonReference),
    tags: plan.tags,
    duration_minutes: plan.duration_minutes,
  };
}

/** A lesson that was edited since its newest version refers to none: what it says is not kept yet. */
function lessonReference(lesson: queries.LessonOfUnit): FrozenLesson {
  const isAhead = (lesson.revision ?? 0) > (lesson.version_revision ?? 0);
  return {
    lesson_plan_id: lesson.id,
    version_id: isAhead ? null : lesson.current_version_id,
    title: lesson.title,
    duration_minutes: lesson.duration_minutes,
  };
}

/** Equal for equal plans: order of keys, of tags and of standards says nothing, and wording of others is not ours. */
export function contentHash(snapshot: PlanSnapshot): Buffer {
  const { title, content, duration_minutes } = snapshot;
  const alignments = snapshot.alignments
    .map(({ standard_id, emphasis, note }) => stableJson([standard_id, emphasis ?? null, note ?? null]))
    .sort();
  const lessons = snapshot.lessons.map((lesson) => [lesson.lesson_plan_id, lesson.version_id, lesson.title]);
  const tags = [...snapshot.tags].sort();
  const resources = snapshot.resources.map(({ resource_id, path, caption, audience }) =>
    stableJson([resource_id, path ?? null, caption ?? null, audience ?? null]),
  );
  const kept = { title, content, duration_minutes, alignments, lessons, tags, resources };
  return createHash('sha256').update(stableJson(kept)).digest();
}
