'use client';
import { type StandardNode, type StandardSummary, updateStandard } from '@k12/contracts/planning/standards';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';

export interface StandardPlace {
  parent_id: string | null;
  /** Place among all siblings, retired ones too. */
  position: number;
}

type Moved = Pick<StandardSummary, 'id' | 'lock_version' | 'is_unplaced'>;

/** Puts a standard somewhere else in its tree; what had a place before can be put back (PLN-83). */
export function useStandardMove() {
  const t = useTranslations('planning-standards.edit');
  const attempt = useAttempt();
  const update = useChange(updateStandard, ['standards.', 'standard_frameworks.']);
  return useCallback(
    (standard: Moved, from: StandardPlace | null, to: Partial<StandardPlace>) => {
      let lock_version = standard.lock_version;
      const put = async (place: Partial<StandardPlace>) => {
        const saved = await update({ params: { id: standard.id }, body: { ...place, lock_version } });
        lock_version = saved.lock_version;
      };
      const undo = from && !standard.is_unplaced ? { undo: () => put(from) } : {};
      return attempt(() => put(to), { done: t('moved'), ...undo });
    },
    [update, attempt, t],
  );
}

/** Over the next sibling that is shown, in this direction; undefined at the end of the list. */
export function stepAmong(
  siblings: readonly StandardNode[],
  id: string,
  step: -1 | 1,
  isShown: (node: StandardNode) => boolean,
): number | undefined {
  const from = siblings.findIndex((one) => one.id === id);
  for (let at = from + step; at >= 0 && at < siblings.length; at += step) {
    const other = siblings[at];
    if (other && isShown(other)) return at;
  }
  return undefined;
}

/** The place before or after a sibling, counted among the others as the server does. */
export function placeBeside(
  siblings: readonly StandardNode[],
  besideId: string,
  movedId: string,
  side: 'before' | 'after',
): number {
  const others = siblings.filter(({ id }) => id !== movedId);
  return others.findIndex(({ id }) => id === besideId) + (side === 'after' ? 1 : 0);
}
