'use client';
import { Button } from './button.tsx';
import { useUiText } from './ui-text.tsx';

export type PaginationProps = {
  shown: number;
  total?: number | undefined;
  hasMore: boolean;
  loading?: boolean | undefined;
  onLoadMore: () => void;
};

/** Lists go on by cursor: what is shown stays, more comes below, and the place is never lost. */
export function Pagination({ shown, total, hasMore, loading, onLoadMore }: PaginationProps) {
  const text = useUiText();
  return (
    <div className="flex flex-wrap items-center justify-center gap-3 py-3">
      <span role="status" className="text-small text-ink-3 tabular-nums">
        {text.shown(shown, total)}
      </span>
      {hasMore && (
        <Button loading={loading} onClick={onLoadMore}>
          {text.loadMore}
        </Button>
      )}
    </div>
  );
}
