export type ColumnAction =
  | 'sort'
  | 'fill'
  | 'curve'
  | 'post'
  | 'statistics'
  | 'history'
  | 'freeze'
  | 'earlier'
  | 'later'
  | 'wider'
  | 'narrower'
  | 'hide';

/** What a column offers, in the parts of its menu. */
export const columnActions: readonly (readonly ColumnAction[])[] = [
  ['sort', 'statistics', 'history'],
  ['fill', 'curve', 'post'],
  ['freeze', 'earlier', 'later', 'wider', 'narrower', 'hide'],
];
/** What somebody may do who only reads. */
export const readingActions: ReadonlySet<ColumnAction> = new Set([
  'sort',
  'statistics',
  'history',
  ...(columnActions[2] ?? []),
]);
