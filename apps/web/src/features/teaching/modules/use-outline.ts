'use client';
import type { CourseModule, Outline } from '@k12/contracts/teaching/module-records';
import { listModules, reorderItems, reorderModules } from '@k12/contracts/teaching/modules';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { stepOf, withItemAt, withModuleAt } from './outline-moves.ts';

/**
 * The outline as it will be, shown at once. Refused, because somebody else moved something meanwhile, the present order
 * comes back (TCH-18).
 */
export function useOutline(courseId: string) {
  const t = useTranslations('teaching-modules');
  const reply = useApi(listModules, { params: { id: courseId }, query: {} });
  const attempt = useAttempt();
  const putItems = useChange(reorderItems, ['modules.']);
  const putModules = useChange(reorderModules, ['modules.']);
  const [expected, setExpected] = useState<CourseModule[] | null>(null);
  const [said, setSaid] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the server says replaces what was expected
  useEffect(() => setExpected(null), [reply.data]);
  const modules = expected ?? reply.data?.data ?? [];
  const list_version = reply.data?.list_version ?? 0;

  const send = async (next: CourseModule[], change: () => Promise<Outline>) => {
    setExpected(next);
    const done = await attempt(change);
    if (done) return;
    setExpected(null);
    void reply.mutate();
  };
  const moveItem = (itemId: string, moduleId: string, place: number) => {
    const source = modules.find(({ items }) => items.some(({ id }) => id === itemId));
    const next = withItemAt(modules, itemId, moduleId, place);
    const target = next.find(({ id }) => id === moduleId);
    if (!source || !target) return;
    const total = target.items.length;
    setSaid(t('movedItem', { position: place + 1, total, module: target.title }));
    const left = next.find(({ id }) => id === source.id);
    const from =
      source.id === moduleId ? {} : { from: { module_id: source.id, item_ids: idsOf(left?.items ?? []) } };
    const body = { list_version, item_ids: idsOf(target.items), ...from };
    void send(next, () => putItems({ params: { id: moduleId }, body }));
  };
  const moveModule = (id: string, place: number) => {
    if (place < 0 || place >= modules.length) return;
    const next = withModuleAt(modules, id, place);
    setSaid(t('movedModule', { position: place + 1, total: next.length }));
    const body = { list_version, module_ids: idsOf(next) };
    void send(next, () => putModules({ params: { id: courseId }, body }));
  };
  const stepItem = (itemId: string, step: -1 | 1) => {
    const goal = stepOf(modules, itemId, step);
    if (goal) moveItem(itemId, goal.module_id, goal.place);
  };
  return { reply, modules, said, moveItem, moveModule, stepItem };
}

export type OutlineMoves = Pick<ReturnType<typeof useOutline>, 'moveItem' | 'moveModule' | 'stepItem'>;

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
