import { useTranslations } from 'next-intl';
import type { SearchFacet } from './search-view.ts';

/** What a value that narrows a search is called. */
export function useFacetLabel() {
  const t = useTranslations('planning-search');
  return (name: SearchFacet, value: string): string => {
    if (name === 'kind' && t.has(`kinds.${value}`)) return t(`kinds.${value}`);
    if (name === 'state' && t.has(`states.${value}`)) return t(`states.${value}`);
    return name === 'grade_level' ? t('grade', { grade: value }) : value;
  };
}
