import { getContext } from '@k12/contracts/planning/contexts';
import { ContextScreen } from '@/features/planning/contexts/context-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.planContext);

export default async function Page({ params }: PageProps<'contextId'>) {
  const { contextId: id } = await params;
  const { fallback } = await loadPage(pages.planContext, [[getContext, { params: { id } }]]);
  return (
    <PageFrame fallback={fallback}>
      <ContextScreen id={id} />
    </PageFrame>
  );
}
