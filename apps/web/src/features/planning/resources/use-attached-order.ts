'use client';
import type { ResourceAttachment } from '@k12/contracts/planning/resource-attachments';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useEditor } from '../editor/editor-context.tsx';
import type { useAttachments } from './use-attachments.ts';

/** The order as it will be, shown at once; refused, the present one comes back. */
export function useAttachedOrder({
  reply,
  change,
}: Pick<ReturnType<typeof useAttachments>, 'reply' | 'change'>) {
  const t = useTranslations('planning-editor');
  const { announce } = useEditor();
  const [expected, setExpected] = useState<readonly ResourceAttachment[] | null>(null);
  const known = reply.data?.data;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the server says replaces what was expected
  useEffect(() => setExpected(null), [known]);
  const shown = expected ?? known ?? [];

  const moveTo = async (id: string, position: number) => {
    const moved = shown.find((attachment) => attachment.id === id);
    if (!moved) return;
    const next = shown.filter((attachment) => attachment !== moved);
    next.splice(position, 0, moved);
    setExpected(next);
    announce(t('moved', { position: position + 1, total: next.length }));
    if (!(await change(id, { position }))) setExpected(null);
  };
  const move = (id: string, step: -1 | 1) => {
    const goal = shown.findIndex((attachment) => attachment.id === id) + step;
    if (goal >= 0 && goal < shown.length) void moveTo(id, goal);
  };
  return { shown, move, moveTo: (id: string, position: number) => void moveTo(id, position) };
}
