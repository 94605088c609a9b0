import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { type CellMark, cellMarks } from './cell-status.ts';

/** What cells say in words: translated once, not in every cell. */
export interface SheetWords {
  marks: Record<CellMark, string>;
  pending: Record<'saving' | 'unsent', string>;
  differs: string;
}

export function useSheetWords(): SheetWords {
  const t = useTranslations('teaching-gradebook');
  return useMemo(() => {
    const marks = Object.fromEntries(cellMarks.map((mark) => [mark, t(`marks.${mark}`)]));
    return {
      marks: marks as SheetWords['marks'],
      pending: { saving: t('pending.saving'), unsent: t('pending.unsent') },
      differs: t('differs'),
    };
  }, [t]);
}
