'use client';
import { useToast } from '@k12/ui/toast';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { PictureNews } from './pictures.ts';

/** Says which pictures did not come along, and how they are added. */
export function usePictureNews(): PictureNews {
  const t = useTranslations('planning-editor.tools');
  const toast = useToast();
  return useMemo(
    () => ({
      leftOut: (count) => toast.show({ tone: 'bad', message: t('leftOut', { count }) }),
      failed: () => toast.show({ tone: 'bad', message: t('imageFailed') }),
    }),
    [t, toast],
  );
}
