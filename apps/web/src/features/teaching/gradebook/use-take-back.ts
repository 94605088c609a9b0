'use client';
import { getGradebook } from '@k12/contracts/teaching/gradebook';
import { revertChangeSet } from '@k12/contracts/teaching/totals';
import { useToast } from '@k12/ui/toast';
import { useTranslations } from 'next-intl';
import { callApi } from '@/lib/api/browser.ts';
import { useChange } from '@/lib/api/hooks.ts';
import type { SheetStore } from './sheet-store.ts';

/** Puts back what a bulk change replaced, and shows the sheet as it is then (TCH-99). */
export function useTakeBack(store: SheetStore): (id: string) => Promise<void> {
  const t = useTranslations('teaching-gradebook');
  const toast = useToast();
  const revert = useChange(revertChangeSet, ['gradebook.']);
  return async (id) => {
    try {
      const { reverted_count, skipped } = await revert({ params: { id } });
      store.forgetSet(id);
      store.load(await callApi(getGradebook, { params: { id: store.book.course.id }, query: {} }), 'own');
      toast.show({ message: t('reverted', { count: reverted_count, skipped: skipped.length }) });
    } catch {
      toast.show({ message: t('failed'), tone: 'bad' });
    }
  };
}
