import { search } from '@k12/contracts/planning/search';
import { SearchScreen } from '@/features/planning/search/search-screen.tsx';
import { readSearchView } from '@/features/planning/search/search-view.ts';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.search);

export default async function Page({ searchParams }: PageProps) {
  const view = readSearchView(await searchParams);
  const { fallback } = await loadPage(pages.search, view.query.q.length >= 2 ? [[search, view]] : undefined);
  return (
    <PageFrame fallback={fallback}>
      <SearchScreen />
    </PageFrame>
  );
}
