import type { PlanSnapshot } from '@k12/contracts/planning/plan-diff';
import type { UnitChange } from '@k12/contracts/teaching/unit-modules';

/** An item as the unit has it: a lesson, or something for students to open. */
export interface UnitItem {
  key: string;
  kind: 'lesson' | 'assignment' | 'file' | 'drive_file' | 'link';
  target_id: string;
  title: string;
  indent: number;
  standard_ids: string[];
}

export function isResource({ kind }: Pick<UnitItem, 'kind'>): boolean {
  return kind !== 'lesson' && kind !== 'assignment';
}

/** Work of a course that belongs to a unit, or to one of its lessons. */
export interface UnitAssignment {
  id: string;
  title: string;
  lesson_plan_id: string | null;
}

/** Each behind its lesson and what students have of it; work of the unit itself at the end (PLN-57). */
export function withAssignments(unit: readonly UnitItem[], work: readonly UnitAssignment[]): UnitItem[] {
  const lessons = new Set(unit.filter(({ kind }) => kind === 'lesson').map(({ target_id }) => target_id));
  const itemsFor = (lessonId: string | null) =>
    work
      .filter(({ lesson_plan_id: of }) => (of !== null && lessons.has(of) ? of : null) === lessonId)
      .map(({ id, title }): UnitItem => {
        const indent = lessonId === null ? 0 : 1;
        return {
          key: `assignment:${id}`,
          kind: 'assignment',
          target_id: id,
          title,
          indent,
          standard_ids: [],
        };
      });
  const ordered: UnitItem[] = [];
  let open: string | null = null;
  for (const item of unit) {
    if (item.kind === 'lesson') {
      if (open !== null) ordered.push(...itemsFor(open));
      open = item.target_id;
    }
    ordered.push(item);
  }
  if (open !== null) ordered.push(...itemsFor(open));
  return [...ordered, ...itemsFor(null)];
}

type Snapshot = Pick<PlanSnapshot, 'lessons' | 'resources' | 'alignments'>;

/** Lessons in their order, each followed by what students may have of it; what belongs to the whole unit comes first. */
export function itemsOfUnit(unit: Snapshot, lessons: ReadonlyMap<string, Snapshot>): UnitItem[] {
  const items = resourceItems(unit, 0);
  for (const lesson of unit.lessons) {
    const own = lessons.get(lesson.lesson_plan_id);
    items.push({
      key: `lesson:${lesson.lesson_plan_id}`,
      kind: 'lesson',
      target_id: lesson.lesson_plan_id,
      title: lesson.title,
      indent: 0,
      standard_ids: own?.alignments.map(({ standard_id }) => standard_id) ?? [],
    });
    if (own) items.push(...resourceItems(own, 1));
  }
  const seen = new Set<string>();
  return items.filter(({ key }) => !seen.has(key) && seen.add(key));
}

/** Notes for teachers stay with the plan. */
function resourceItems({ resources }: Snapshot, indent: number): UnitItem[] {
  return resources
    .filter(({ audience }) => audience === 'student')
    .map(({ resource_id, title, kind }) => ({
      key: `resource:${resource_id}`,
      kind: kind === 'link' || kind === 'drive_file' ? kind : 'file',
      target_id: resource_id,
      title,
      indent,
      standard_ids: [],
    }));
}

interface ItemTarget {
  id: string;
  lesson_plan_id: string | null;
  resource_id: string | null;
  assignment_id: string | null;
}

/** Found again by what it leads to; what the teacher put in by hand is only itself. */
export function keyOfItem({ id, lesson_plan_id, resource_id, assignment_id }: ItemTarget): string {
  if (lesson_plan_id) return `lesson:${lesson_plan_id}`;
  if (resource_id) return `resource:${resource_id}`;
  return assignment_id ? `assignment:${assignment_id}` : `own:${id}`;
}

/** An item as the module has it now. */
export interface PresentItem {
  key: string;
  title: string;
}

/**
 * What changed in the unit and is not in the module yet. What the teacher took out stays out without a question, and
 * what they put in is not the unit's matter (TCH-26).
 */
export function unitChanges(
  before: readonly UnitItem[],
  after: readonly UnitItem[],
  present: readonly PresentItem[],
): UnitChange[] {
  const was = new Map(before.map((item) => [item.key, item]));
  const is = new Map(after.map((item) => [item.key, item]));
  const here = new Map(present.map((item) => [item.key, item]));
  const changes: UnitChange[] = [];
  for (const item of after) {
    const old = was.get(item.key);
    const own = here.get(item.key);
    const what = item.kind === 'lesson' ? 'lesson' : 'resource';
    if (!old && !own) {
      changes.push({
        key: item.key,
        kind: `${what}_added`,
        before: null,
        after: item.title,
        is_touched: false,
      });
    } else if (old && own && what === 'lesson' && old.title !== item.title && own.title !== item.title) {
      const is_touched = own.title !== old.title;
      changes.push({
        key: item.key,
        kind: 'lesson_renamed',
        before: own.title,
        after: item.title,
        is_touched,
      });
    }
  }
  for (const old of before) {
    const own = here.get(old.key);
    if (is.has(old.key) || !own) continue;
    const kind = old.kind === 'lesson' ? 'lesson_removed' : 'resource_removed';
    changes.push({ key: old.key, kind, before: own.title, after: null, is_touched: own.title !== old.title });
  }
  const order = orderChange(before, after, present);
  return order ? [...changes, order] : changes;
}

function orderChange(
  before: readonly UnitItem[],
  after: readonly UnitItem[],
  present: readonly PresentItem[],
): UnitChange | null {
  const lessons = (items: readonly { key: string; title: string }[], among: ReadonlySet<string>) =>
    items.filter(({ key }) => key.startsWith('lesson:') && among.has(key));
  const keys = (items: readonly { key: string }[]) => items.map(({ key }) => key).join(' ');
  const both = new Set(before.map(({ key }) => key).filter((key) => after.some((item) => item.key === key)));
  if (keys(lessons(before, both)) === keys(lessons(after, both))) return null;
  const now = lessons(present, both);
  const wanted = lessons(after, new Set(now.map(({ key }) => key)));
  if (keys(now) === keys(wanted)) return null;
  const is_touched = keys(now) !== keys(lessons(before, new Set(now.map(({ key }) => key))));
  const words = (items: readonly { title: string }[]) => items.map(({ title }) => title).join(' · ');
  return { key: 'order', kind: 'reordered', before: words(now), after: words(wanted), is_touched };
}

/** The keys of a module after new ones came in behind what they follow in the unit, and lessons took the unit's order. */
export function mergedOrder(
  present: readonly string[],
  after: readonly UnitItem[],
  { added, reordered }: { added: ReadonlySet<string>; reordered: boolean },
): string[] {
  const order = [...present];
  const wanted = after.map(({ key }) => key);
  for (const [at, key] of wanted.entries()) {
    if (!added.has(key)) continue;
    const before = wanted.slice(0, at).findLast((other) => order.includes(other));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
  }
  if (!reordered) return order;
  // Those of the unit fill the places they have now; everything else stays where it is.
  const known = new Set(wanted);
  const sorted = wanted.filter((key) => order.includes(key));
  return order.map((key) => (known.has(key) ? (sorted.shift() ?? key) : key));
}
