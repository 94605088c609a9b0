import type { PlacementConflict } from '@k12/contracts/planning/placements';

/**
 * A unit that runs over a break goes on after it, as most units of a year do: that is told where one looks, and neither
 * marked nor counted. Everything else is worth a look (PLN-107).
 */
export function isWorry({ code }: Pick<PlacementConflict, 'code'>): boolean {
  return code !== 'spans_break';
}

/** What is worth a look, an overlap once although it is found from both sides. */
export function worriesOf(conflicts: readonly PlacementConflict[]): PlacementConflict[] {
  return conflicts.filter(
    (conflict) => isWorry(conflict) && (!conflict.other_id || conflict.placement_id < conflict.other_id),
  );
}
