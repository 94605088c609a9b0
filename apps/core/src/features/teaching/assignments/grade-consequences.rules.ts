import { unitsOf } from '@k12/grading/decimal';

/** Whether a change names this field and gives it another value; decimals are compared as numbers. */
export function differs(before: object, changes: object, field: string): boolean {
  const [old, next] = [before, changes].map((record) => (record as Record<string, unknown>)[field]);
  if (next === undefined) return false;
  if (field === 'points_possible') return unitsOf(String(old)) !== unitsOf(String(next));
  return JSON.stringify(old ?? null) !== JSON.stringify(next);
}
