'use client';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { hasUnsavedInput, holdUnsaved, mayDiscardInput } from './unsaved-input.ts';

/** Asks once before unsaved input is left, by closing, reloading or a link inside the app (UXP-32). */
export function useUnsavedGuard(isUnsaved: boolean): void {
  const t = useTranslations('errors');
  const question = t('unsaved');
  useEffect(() => {
    if (!isUnsaved) return;
    const release = holdUnsaved();
    const onLeave = (event: BeforeUnloadEvent) => hasUnsavedInput() && event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      const opensHere = link && !link.getAttribute('target') && !event.ctrlKey && !event.metaKey;
      const isJump = link?.getAttribute('href')?.startsWith('#');
      if (!opensHere || isJump || mayDiscardInput(question)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('beforeunload', onLeave);
    document.addEventListener('click', onClick, { capture: true });
    return () => {
      release();
      window.removeEventListener('beforeunload', onLeave);
      document.removeEventListener('click', onClick, { capture: true });
    };
  }, [isUnsaved, question]);
}

/** For panels that close without leaving the page. */
export function useCloseGuard(isUnsaved: boolean, close: () => void): () => void {
  const t = useTranslations('errors');
  return () => {
    if (!isUnsaved || window.confirm(t('unsaved'))) close();
  };
}
