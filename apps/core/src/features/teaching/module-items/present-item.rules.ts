import type { ModuleItem } from '@k12/contracts/teaching/module-records';
import type { ItemRow } from './module-items.queries.ts';

export function presentItem(row: ItemRow): ModuleItem {
  return {
    id: row.id,
    module_id: row.module_id,
    kind: row.kind,
    title: row.shown_title ?? '',
    has_own_title: row.title !== null,
    target_id: row.target_id,
    target_state: row.target_state,
    url: row.shown_url,
    due_at: row.due_at,
    points_possible: row.points_possible,
    indent: row.indent,
    state: row.state,
    publish_at: row.publish_at,
    completion_rule: row.completion_rule,
    completion_minimum: row.completion_minimum,
    planned_on: row.planned_on,
    standard_ids: row.standard_ids,
    lock_version: row.lock_version,
  };
}
