'use client';
import { getFrameworkTree, type StandardNode } from '@k12/contracts/planning/standards';
import { Button } from '@k12/ui/button';
import { EmptyState } from '@k12/ui/empty-state';
import { SkeletonRows } from '@k12/ui/skeleton';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { RegionBody } from '@/shell/region.tsx';
import { StandardBranch } from './standard-branch.tsx';

export interface TreeChoice {
  frameworkId: string;
  chosen: string;
  onChoose: (id: string) => void;
  /** For its owners: standards are moved by hand and by key. */
  canMove?: boolean | undefined;
  /** Retired standards are among the others. */
  withRetired?: boolean | undefined;
}

/** Each level is asked for when it is opened, so that 50,000 standards open as quickly as fifty (PLN-84). */
export function StandardTree(choice: TreeChoice) {
  const t = useTranslations('planning-standards');
  const roots = useApi(getFrameworkTree, { params: { id: choice.frameworkId }, query: queryOf(choice, {}) });
  const [unplaced, setUnplaced] = useState(false);
  return (
    <RegionBody reply={roots}>
      {({ data, unplaced_count }) =>
        data.length + unplaced_count === 0 ? (
          <EmptyState title={t('empty')}>{t(choice.canMove ? 'emptyOwn' : 'emptyText')}</EmptyState>
        ) : (
          <div>
            <ul aria-label={t('tree')} className="grid gap-0.5">
              <Branches rows={data} parentId={null} choice={choice} />
            </ul>
            {unplaced_count > 0 && (
              <Button
                className="mt-3"
                size="small"
                onClick={() => setUnplaced(!unplaced)}
                aria-expanded={unplaced}
              >
                {t('unplaced', { count: unplaced_count })}
              </Button>
            )}
            {unplaced && <Level query={{ unplaced: 'true' }} parentId={null} choice={choice} />}
          </div>
        )
      }
    </RegionBody>
  );
}

interface BranchesProps {
  rows: readonly StandardNode[];
  parentId: string | null;
  choice: TreeChoice;
}

function Branches({ rows, parentId, choice }: BranchesProps) {
  const isShown = ({ state }: StandardNode) => choice.withRetired === true || state === 'active';
  return rows
    .filter(isShown)
    .map((node) => (
      <StandardBranch
        key={node.id}
        node={node}
        siblings={rows}
        parentId={parentId}
        isShown={isShown}
        choice={choice}
        below={() => <Level query={{ parent: node.id }} parentId={node.id} choice={choice} />}
      />
    ));
}

interface LevelProps {
  query: Record<string, string>;
  parentId: string | null;
  choice: TreeChoice;
}

function Level({ query, parentId, choice }: LevelProps) {
  const request = { params: { id: choice.frameworkId }, query: queryOf(choice, query) };
  const level = useApi(getFrameworkTree, request);
  if (level.data === undefined && !level.error) return <SkeletonRows rows={2} />;
  return (
    <RegionBody reply={level}>
      {({ data }) => (
        <ul className="ms-4 grid gap-0.5 border-line border-s ps-2">
          <Branches rows={data} parentId={parentId} choice={choice} />
        </ul>
      )}
    </RegionBody>
  );
}

/** Who moves standards counts places among all of them, so that all have to be known. */
function queryOf({ canMove, withRetired }: TreeChoice, query: Record<string, string>) {
  return canMove || withRetired ? { ...query, include_retired: 'true' } : query;
}
