import type { PlanSchema } from '@k12/contracts/planning/packs';
import type {
  FrozenAlignment,
  FrozenLesson,
  FrozenResource,
  PlanSnapshot,
} from '@k12/contracts/planning/plan-diff';
import { cleanSections } from '../drafts/clean-content.rules.ts';
import * as format from './package-format.rules.ts';

/** Everything of a package under the ids it gets here. */
export interface NewIds {
  /** Of this id in the package: the same each time it is asked. */
  of: (id: string) => string;
  version: (planId: string, number: number) => string;
  standard: (alignment: format.PackagedAlignment) => string | undefined;
  /** Never linked to anything: what stays of a standard that is not here are its words. */
  nothing: () => string;
  files: ReadonlySet<string>;
}

export interface NewState {
  snapshot: PlanSnapshot;
  linked: { standard_id: string; emphasis: format.PackagedAlignment['emphasis']; note: string | null }[];
}

/** A draft or a version in the words of the database. */
export function stateOf(
  state: format.PackagedPlan['draft'] | format.PackagedVersion,
  schema: PlanSchema,
  ids: NewIds,
): NewState {
  const { title, tags, duration_minutes } = state;
  const clean = cleanSections(schema, state.content, new Set(Object.keys(state.content)));
  const content = format.withPictures(clean, (id) => (ids.files.has(id) ? ids.of(id) : undefined));
  const linked: NewState['linked'] = [];
  const alignments = state.alignments.map((one): FrozenAlignment => {
    const standard_id = ids.standard(one);
    if (standard_id) linked.push({ standard_id, emphasis: one.emphasis, note: one.note });
    const { code, statement, emphasis, note } = one;
    return { standard_id: standard_id ?? ids.nothing(), code, statement, emphasis, note };
  });
  const resources = state.resources.map(
    ({ resource_id, title: name, kind, path, caption, audience }, position): FrozenResource => ({
      ...{ resource_id: ids.of(resource_id), title: name, kind, path, caption, audience, position },
    }),
  );
  const lessons = 'lessons' in state ? state.lessons.map((lesson) => lessonOf(lesson, ids)) : [];
  return { snapshot: { title, tags, duration_minutes, content, alignments, resources, lessons }, linked };
}

function lessonOf(lesson: format.PackagedVersion['lessons'][number], ids: NewIds): FrozenLesson {
  const { plan_id, version_number, title, duration_minutes } = lesson;
  return {
    lesson_plan_id: ids.of(plan_id),
    version_id: version_number === null ? null : ids.version(plan_id, version_number),
    title,
    duration_minutes,
  };
}
