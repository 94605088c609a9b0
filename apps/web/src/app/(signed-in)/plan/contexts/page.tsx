import { listContexts } from '@k12/contracts/planning/contexts';
import { ContextsScreen } from '@/features/planning/contexts/contexts-screen.tsx';
import { readContextsView } from '@/features/planning/contexts/contexts-view.ts';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.planContexts);

export default async function Page({ searchParams }: PageProps) {
  const view = readContextsView(await searchParams);
  const { fallback } = await loadPage(pages.planContexts, [[listContexts, view]]);
  return (
    <PageFrame fallback={fallback}>
      <ContextsScreen />
    </PageFrame>
  );
}
