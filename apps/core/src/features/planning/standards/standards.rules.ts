/** What is told of a standard wherever it is named: the columns of `StandardSummary`. */
export const summaryColumns = [
  'id',
  'framework_id',
  'identifier',
  'parent_id',
  'position',
  'depth',
  'is_leaf',
  'is_unplaced',
  'code',
  'statement',
  'short_statement',
  'label',
  'item_type',
  'education_levels',
  'grade_levels',
  'subjects',
  'assessable',
  'list_enumeration',
  'state',
  'school_id',
  'lock_version',
] as const;

/** Where an element of a list stands after it was put at a place; the last where no place is named. */
export function reorder(ids: readonly string[], id: string, position: number | undefined): string[] {
  const others = ids.filter((other) => other !== id);
  const at = Math.min(position ?? others.length, others.length);
  return [...others.slice(0, at), id, ...others.slice(at)];
}
