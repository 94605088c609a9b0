import type { PackWords } from '@k12/contracts/planning/packs';
import type {
  FrozenAlignment,
  FrozenLesson,
  FrozenResource,
  PlanChange,
} from '@k12/contracts/planning/plan-diff';
import { type Compared, changeOf } from './diff-values.ts';
import { matchEntries } from './match-entries.ts';

/** Standards are a set: added, removed, or with another emphasis (PLN-37). */
export function diffAlignments(
  label: PackWords,
  before: readonly FrozenAlignment[],
  after: readonly FrozenAlignment[],
): PlanChange[] {
  const named = ({ code, statement }: FrozenAlignment) => [code, statement].filter(Boolean).join(' · ');
  return diffSet(
    { path: '/@alignments', section_key: null, label, kind: 'alignment' },
    before.map((one) => ({ id: one.standard_id, name: named(one), value: one.emphasis ?? '' })),
    after.map((one) => ({ id: one.standard_id, name: named(one), value: one.emphasis ?? '' })),
  );
}

export function diffTags(
  label: PackWords,
  before: readonly string[],
  after: readonly string[],
): PlanChange[] {
  return diffSet(
    { path: '/@tags', section_key: null, label, kind: 'tag' },
    before.map((tag) => ({ id: tag, name: tag, value: '' })),
    after.map((tag) => ({ id: tag, name: tag, value: '' })),
  );
}

export function diffResources(
  label: PackWords,
  before: readonly FrozenResource[],
  after: readonly FrozenResource[],
): PlanChange[] {
  // The same resource may be attached at several places of one plan.
  const member = (one: FrozenResource) => ({
    id: one.path ? `${one.resource_id}${one.path}` : one.resource_id,
    name: one.title,
    value: [one.caption, one.audience].filter(Boolean).join(' · '),
  });
  return diffSet(
    { path: '/@resources', section_key: null, label, kind: 'resource' },
    before.map(member),
    after.map(member),
  );
}

/** Lessons have an order besides; what changed inside one is a comparison of its own. */
export function diffLessons(
  label: PackWords,
  before: readonly FrozenLesson[],
  after: readonly FrozenLesson[],
): PlanChange[] {
  const compared: Compared = { path: '/@lessons', section_key: null, label, kind: 'lesson' };
  const entry = (lesson: FrozenLesson) => ({ ...lesson, id: lesson.lesson_plan_id });
  return matchEntries(before.map(entry), after.map(entry)).flatMap((match): PlanChange[] => {
    const lesson = match.after ?? match.before;
    const one = { ...compared, path: `/@lessons/${match.id}` };
    const { from_position, to_position, moved } = match;
    const facts = { from_position, to_position, moved, name: { en: lesson?.title ?? '' } };
    if (!match.before) return [changeOf(one, 'added', facts)];
    if (!match.after) return [changeOf(one, 'removed', facts)];
    if (match.before.version_id !== match.after.version_id || match.before.title !== match.after.title)
      return [changeOf(one, 'changed', facts)];
    return moved ? [changeOf(one, 'moved', facts)] : [];
  });
}

interface Member {
  id: string;
  name: string;
  value: string;
}

function diffSet(compared: Compared, before: readonly Member[], after: readonly Member[]): PlanChange[] {
  return matchEntries(before, after).flatMap((match): PlanChange[] => {
    const one = { ...compared, path: `${compared.path}/${match.id}` };
    const name = { en: (match.after ?? match.before)?.name ?? '' };
    const values = { before: match.before?.value || null, after: match.after?.value || null };
    if (!match.before) return [changeOf(one, 'added', { name, ...values })];
    if (!match.after) return [changeOf(one, 'removed', { name, ...values })];
    return match.before.value === match.after.value ? [] : [changeOf(one, 'changed', { name, ...values })];
  });
}
