import type { PlanRow } from '../plans/plans.access.service.ts';
import type { PlanState } from '../versions/plan-state.service.ts';

/** Raised when the shape changes; an import says which it understands (PLN-171). */
const packageVersion = 1;

/** A plan with its lessons as open data: enough to make the same plan elsewhere. */
export function packageOf(plan: PlanRow, state: PlanState) {
  const { pack_key, pack_version, schema_key, kind, language, subjects, grade_levels } = plan;
  const { title, content, alignments, resources, tags, duration_minutes } = state.snapshot;
  return {
    format: 'homeroom.plan',
    format_version: packageVersion,
    plan: {
      id: plan.id,
      kind,
      title,
      language,
      subjects,
      grade_levels,
      tags,
      duration_minutes,
      version_number: state.version_number,
      pack: { pack_key, pack_version, schema_key },
      schema: state.schema,
      content,
      alignments,
      resources,
      lessons: state.lessons.map((lesson) => ({ ...lesson.snapshot, schema: lesson.schema })),
    },
  };
}
