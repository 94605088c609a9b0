'use client';
import type { StandardNode } from '@k12/contracts/planning/standards';
import { Badge } from '@k12/ui/badge';
import clsx from 'clsx';
import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { TreeChoice } from './standard-tree.tsx';
import { useBranchDrop } from './use-branch-drop.ts';
import { stepAmong, useStandardMove } from './use-standard-move.ts';

export interface BranchProps {
  node: StandardNode;
  /** The whole level, also what is not shown of it. */
  siblings: readonly StandardNode[];
  parentId: string | null;
  isShown: (node: StandardNode) => boolean;
  choice: TreeChoice;
  /** What is below it, asked for when it is opened. */
  below: () => ReactNode;
}

const marks = {
  before: 'shadow-[0_-2px_0_var(--board)]',
  after: 'shadow-[0_2px_0_var(--board)]',
  inside: 'bg-board-tint',
} as const;

/** A standard of the tree; by its owners it is dragged, or moved with Alt and the arrows (PLN-83). */
export function StandardBranch(props: BranchProps) {
  const { node, choice, below } = props;
  const [open, setOpen] = useState(false);
  const onKeyDown = useMoveByKey(props);
  const { over, drag } = useBranchDrop(props);
  return (
    <li>
      <div
        {...drag}
        className={clsx(
          'flex items-start gap-1 rounded-control',
          choice.chosen === node.id && 'bg-board-tint',
          over && marks[over],
        )}
      >
        <Opener node={node} open={open} onToggle={() => setOpen(!open)} />
        <button
          type="button"
          onClick={() => choice.onChoose(node.id)}
          onKeyDown={onKeyDown}
          aria-current={choice.chosen === node.id}
          className="min-w-0 flex-1 rounded-control px-1 py-1 text-start text-body hover:bg-sunken focus-visible:-outline-offset-2 pointer-coarse:min-h-11"
        >
          <Name node={node} />
        </button>
        <Marks node={node} />
      </div>
      {open && below()}
    </li>
  );
}

function useMoveByKey({ node, siblings, parentId, isShown, choice }: BranchProps) {
  const move = useStandardMove();
  if (!choice.canMove) return undefined;
  return (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    const position = stepAmong(siblings, node.id, event.key === 'ArrowUp' ? -1 : 1, isShown);
    const from = { parent_id: parentId, position: siblings.indexOf(node) };
    if (position !== undefined) void move(node, from, { position });
  };
}

function Opener({ node, open, onToggle }: { node: StandardNode; open: boolean; onToggle: () => void }) {
  const t = useTranslations('planning-standards');
  if (node.children_count === 0) return <span className="size-8 shrink-0 pointer-coarse:size-11" />;
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-label={t('below', { name: node.code || node.statement })}
      onClick={onToggle}
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
  );
}

function Name({ node }: { node: StandardNode }) {
  return (
    <>
      {node.code && (
        // The gap belongs to the line, whose direction the code may not have.
        <span className="me-1 font-semibold text-board tabular-nums">
          <bdi>{node.code}</bdi>
        </span>
      )}{' '}
      <bdi className="text-ink [overflow-wrap:anywhere]">{node.statement}</bdi>
    </>
  );
}

function Marks({ node }: { node: StandardNode }) {
  const t = useTranslations('planning-standards');
  const isRetired = node.state === 'retired';
  if (!isRetired && node.alignments_count === 0) return null;
  return (
    <span className="flex flex-wrap justify-end gap-1 pt-1 pe-1.5">
      {isRetired && <Badge tone="warn">{t('retired')}</Badge>}
      {node.alignments_count > 0 && <Badge>{t('aligned', { count: node.alignments_count })}</Badge>}
    </span>
  );
}
