'use client';
import { getFrameworkTree, type StandardNode } from '@k12/contracts/planning/standards';
import { Badge } from '@k12/ui/badge';
import { Button } from '@k12/ui/button';
import { EmptyState } from '@k12/ui/empty-state';
import { SkeletonRows } from '@k12/ui/skeleton';
import clsx from 'clsx';
import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { RegionBody } from '@/shell/region.tsx';

interface Choice {
  frameworkId: string;
  chosen: string;
  onChoose: (id: string) => void;
}

/** Each level is asked for when it is opened, so that 50,000 standards open as quickly as fifty (PLN-84). */
export function StandardTree(choice: Choice) {
  const t = useTranslations('planning-standards');
  const roots = useApi(getFrameworkTree, { params: { id: choice.frameworkId }, query: {} });
  const [unplaced, setUnplaced] = useState(false);
  return (
    <RegionBody reply={roots}>
      {({ data, unplaced_count }) =>
        data.length + unplaced_count === 0 ? (
          <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
        ) : (
          <div>
            <ul aria-label={t('tree')} className="grid gap-0.5">
              {data.map((node) => (
                <Branch key={node.id} node={node} {...choice} />
              ))}
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
            {unplaced && <Level query={{ unplaced: 'true' }} {...choice} />}
          </div>
        )
      }
    </RegionBody>
  );
}

function Level({ query, ...choice }: Choice & { query: Record<string, string> }) {
  const level = useApi(getFrameworkTree, { params: { id: choice.frameworkId }, query });
  if (level.data === undefined && !level.error) return <SkeletonRows rows={2} />;
  return (
    <RegionBody reply={level}>
      {({ data }: { data: StandardNode[] }) => (
        <ul className="ms-4 grid gap-0.5 border-line border-s ps-2">
          {data.map((node) => (
            <Branch key={node.id} node={node} {...choice} />
          ))}
        </ul>
      )}
    </RegionBody>
  );
}

function Branch({ node, ...choice }: Choice & { node: StandardNode }) {
  const t = useTranslations('planning-standards');
  const [open, setOpen] = useState(false);
  const name = node.code || node.statement;
  return (
    <li>
      <div
        className={clsx(
          'flex items-start gap-1 rounded-control',
          choice.chosen === node.id && 'bg-board-tint',
        )}
      >
        {node.children_count > 0 ? (
          <button
            type="button"
            aria-expanded={open}
            aria-label={t('below', { name })}
            onClick={() => setOpen(!open)}
            className="grid size-8 shrink-0 place-content-center rounded-control text-ink-3 hover:bg-sunken pointer-coarse:size-11"
          >
            <ChevronRight
              aria-hidden
              size={16}
              className={clsx(
                'transition-transform duration-fast rtl:-scale-x-100',
                open && 'rotate-90 rtl:-rotate-90',
              )}
            />
          </button>
        ) : (
          <span className="size-8 shrink-0 pointer-coarse:size-11" />
        )}
        <button
          type="button"
          onClick={() => choice.onChoose(node.id)}
          aria-current={choice.chosen === node.id}
          className="min-w-0 flex-1 rounded-control px-1 py-1 text-start text-body hover:bg-sunken focus-visible:-outline-offset-2 pointer-coarse:min-h-11"
        >
          {node.code && (
            // The gap belongs to the line, whose direction the code may not have.
            <span className="me-2 font-semibold text-board tabular-nums">
              <bdi>{node.code}</bdi>
            </span>
          )}
          <bdi className="text-ink [overflow-wrap:anywhere]">{node.statement}</bdi>
        </button>
        {node.alignments_count > 0 && (
          <span className="pt-1 pe-1.5">
            <Badge>{t('aligned', { count: node.alignments_count })}</Badge>
          </span>
        )}
      </div>
      {open && <Level query={{ parent: node.id }} {...choice} />}
    </li>
  );
}
