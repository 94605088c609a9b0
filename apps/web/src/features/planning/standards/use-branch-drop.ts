'use client';
import type { StandardNode } from '@k12/contracts/planning/standards';
import { type DragEvent, useState } from 'react';
import type { BranchProps } from './standard-branch.tsx';
import { placeBeside, useStandardMove } from './use-standard-move.ts';

type Side = 'before' | 'inside' | 'after';

const carriedType = 'application/x-homeroom-standard';

interface Carried {
  node: Pick<StandardNode, 'id' | 'lock_version' | 'is_unplaced'>;
  from: { parent_id: string | null; position: number };
}

/** A standard is let go above, below or into another one; where, the row shows while it hovers. */
export function useBranchDrop({ node, siblings, parentId, choice }: BranchProps) {
  const move = useStandardMove();
  const [over, setOver] = useState<Side | null>(null);
  if (!choice.canMove) return { over: null, drag: {} };
  const drop = (event: DragEvent) => {
    setOver(null);
    const words = event.dataTransfer.getData(carriedType);
    if (!words) return;
    event.preventDefault();
    const { node: moved, from } = JSON.parse(words) as Carried;
    const side = sideUnder(event);
    if (moved.id === node.id) return;
    const to =
      side === 'inside'
        ? { parent_id: node.id }
        : { parent_id: parentId, position: placeBeside(siblings, node.id, moved.id, side) };
    void move(moved, from, to);
  };
  const drag = {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      const { id, lock_version, is_unplaced } = node;
      const from = { parent_id: parentId, position: siblings.indexOf(node) };
      const carried: Carried = { node: { id, lock_version, is_unplaced }, from };
      event.dataTransfer.setData(carriedType, JSON.stringify(carried));
      event.dataTransfer.effectAllowed = 'move';
    },
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(carriedType)) return;
      event.preventDefault();
      setOver(sideUnder(event));
    },
    onDragLeave: () => setOver(null),
    onDrop: drop,
  };
  return { over, drag };
}

function sideUnder({ currentTarget, clientY }: DragEvent): Side {
  const { top, height } = currentTarget.getBoundingClientRect();
  const at = (clientY - top) / height;
  return at < 0.3 ? 'before' : at > 0.7 ? 'after' : 'inside';
}
