import type { Change } from '@k12/plan-content/changes';
import { type Content, parentOf } from '@k12/plan-content/paths';
import { PlanDocument } from '../document/plan-document.ts';
import type { KeptRecord } from './draft-wire.ts';

export interface KeptDifference {
  path: string;
  before: unknown;
  after: unknown;
}

/** What kept edits would still change in the draft as the server has it: nothing, when they had arrived after all. */
export function keptDifferences(content: Content, record: KeptRecord): KeptDifference[] {
  const changes = [...(record.sending?.changes ?? []), ...record.waiting];
  const after = new PlanDocument(content);
  after.receive(changes);
  const before = new PlanDocument(content);
  return [...new Set(changes.map(shownPath))]
    .map((path) => ({ path, before: before.value(path), after: after.value(path) }))
    .filter((each) => JSON.stringify(each.before) !== JSON.stringify(each.after));
}

/** Moving and adding are seen in the list, typing in the field. */
function shownPath(change: Change): string {
  if (change.op === 'insert') return change.path;
  return change.op === 'move' ? parentOf(change.path) : change.path;
}
