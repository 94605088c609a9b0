import type { StudentItem, StudentModule, StudentModules } from '@k12/contracts/teaching/module-progress';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { type ItemRow, listItems } from '../module-items/module-items-records.service.ts';
import { listModules, type ModuleRow } from '../modules/modules-records.service.ts';
import { type Completion, completionOf } from './completion.rules.ts';
import { type Locks, locksOf } from './locks.rules.ts';
import type { FactRow } from './module-progress.queries.ts';

/** Before whom a course lies: a student, or the thought of one in a section (TCH-14). */
export interface Viewer {
  section_ids: readonly string[];
  /** What they did, by item; an item without facts is not theirs. */
  facts: ReadonlyMap<
    string,
    Pick<FactRow, 'is_theirs' | 'has_passed' | 'due_at'> & Parameters<typeof completionOf>[0]
  >;
}

export interface SeenModule {
  module: ModuleRow;
  items: { row: ItemRow; completion: Completion; due_at: string | null; has_passed: boolean }[];
}

/** Published modules for their section, with the published items that are theirs: nothing else exists (TCH-20, TCH-31). */
export async function loadSeen(tx: Transaction, courseId: string, viewer: Viewer): Promise<SeenModule[]> {
  const [modules, items] = await Promise.all([
    listModules(tx, courseId),
    listItems(tx, { course_id: courseId }),
  ]);
  return modules
    .filter(({ state, section_ids }) => state === 'published' && isFor(section_ids, viewer.section_ids))
    .map((module) => ({
      module,
      items: items
        .filter((row) => row.module_id === module.id && row.state === 'published')
        .flatMap((row) => {
          const facts = viewer.facts.get(row.id);
          if (!facts?.is_theirs) return [];
          return [
            { row, completion: completionOf(facts), due_at: facts.due_at, has_passed: facts.has_passed },
          ];
        }),
    }));
}

function isFor(wanted: readonly string[] | null, own: readonly string[]): boolean {
  return !wanted || wanted.length === 0 || wanted.some((id) => own.includes(id));
}

export function locksOfSeen(seen: readonly SeenModule[], now: Date): Locks {
  return locksOf(
    seen.map(({ module, items }) => ({
      ...module,
      prerequisite_ids: module.prerequisite_ids ?? [],
      items: items.map(({ row, completion, has_passed }) => ({
        id: row.id,
        title: row.shown_title ?? '',
        is_required: row.completion_rule !== 'none',
        is_done: completion.state === 'done',
        has_passed,
      })),
    })),
    now,
  );
}

export function presentSeen(context: Context, seen: readonly SeenModule[]): StudentModules {
  const locks = locksOfSeen(seen, context.platform.clock.now());
  const data = seen.map((one) => presentModule(one, locks));
  const sum = (key: 'required_count' | 'done_count') => data.reduce((all, module) => all + module[key], 0);
  return { data, required_count: sum('required_count'), done_count: sum('done_count') };
}

function presentModule({ module, items }: SeenModule, locks: Locks): StudentModule {
  const lock = locks.modules.get(module.id) ?? null;
  const required = items.filter(({ row }) => row.completion_rule !== 'none');
  return {
    id: module.id,
    title: module.title,
    description: lock ? null : module.description,
    lock,
    is_sequential: module.is_sequential,
    required_count: required.length,
    done_count: required.filter(({ completion }) => completion.state === 'done').length,
    items: items.map((item) => presentStudentItem(item, locks)),
  };
}

/** Of what is locked the title and the reason, and nothing that would lead to it (TCH-21). */
export function presentStudentItem(
  { row, completion, due_at }: SeenModule['items'][number],
  locks: Locks,
): StudentItem {
  const lock = locks.items.get(row.id) ?? null;
  return {
    id: row.id,
    kind: row.kind,
    title: row.shown_title ?? '',
    indent: row.indent,
    lock,
    completion_rule: row.completion_rule,
    completion_minimum: row.completion_minimum,
    state: completion.state,
    target_id: lock ? null : row.target_id,
    url: lock ? null : row.shown_url,
    due_at: lock ? null : due_at,
  };
}
