'use client';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../button.tsx';
import { useUiText } from '../ui-text.tsx';

/** Rows that match but are not loaded yet: one press takes them too (UXP-37). */
export type AllMatching = { onSelect: () => void; loading?: boolean | undefined };

export type BulkBarProps = {
  count: number;
  onClear: () => void;
  /** Offered once every row that is loaded is selected. */
  allMatching?: AllMatching | undefined;
  children?: ReactNode;
};

/** Appears with a selection; says how many and what can be done with them. */
export function BulkBar({ count, onClear, allMatching, children }: BulkBarProps) {
  const text = useUiText();
  return (
    <div role="status" className="min-h-0">
      {count > 0 && (
        <div className="mb-2 flex flex-wrap items-center gap-2 rounded-card bg-board-tint px-3 py-1.5 text-small">
          <span className="font-semibold text-board tabular-nums">{text.selected(count)}</span>
          {allMatching && (
            <Button size="small" loading={allMatching.loading} onClick={allMatching.onSelect}>
              {text.selectAllMatching}
            </Button>
          )}
          <span className="order-1 flex basis-full flex-wrap items-center gap-2 tablet:order-none tablet:flex-1 tablet:basis-0">
            {children}
          </span>
          <Button size="small" variant="quiet" className="ms-auto" icon={<X aria-hidden />} onClick={onClear}>
            {text.clearSelection}
          </Button>
        </div>
      )}
    </div>
  );
}
