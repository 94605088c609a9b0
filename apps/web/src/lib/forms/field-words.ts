'use client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

export interface FieldFault {
  code: string;
  detail: string;
}

/** How the checks of the contract word a fault when the contract has no words of its own for it. */
const unworded = /^(Too small|Too big|Invalid|Expected|Unrecognized)/;

const needed: ReadonlySet<string> = new Set(['required', 'unseen_name', 'scope_school']);

/** What is wrong with a field in the language of the page; an empty one is needed, whatever rule it broke (UXP-29). */
export function useFieldWords() {
  const t = useTranslations('errors');
  return useCallback(
    ({ code, detail }: FieldFault, isEmpty: boolean): string => {
      if (needed.has(code)) return t('required');
      if (code === 'unknown_grade') return t('unknownGrade');
      if (code === 'below_lowest') return t('belowLowest');
      if (code === 'ends_before_start') return t('endsBeforeStart');
      if (!unworded.test(detail)) return detail;
      if (isEmpty) return t('required');
      const count = Number(/[<>]=?\s*(\d+)/.exec(detail)?.[1] ?? Number.NaN);
      const isNumber = detail.includes('number');
      if (code === 'too_small' && count) return t(isNumber ? 'atLeast' : 'tooShort', { count });
      if (code === 'too_big' && count) return t(isNumber ? 'atMost' : 'tooLong', { count });
      return t('invalidValue');
    },
    [t],
  );
}
