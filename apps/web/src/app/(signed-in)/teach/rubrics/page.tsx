import { listRubrics } from '@k12/contracts/teaching/rubrics';
import { RubricsScreen } from '@/features/teaching/rubrics/rubrics-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.teachRubrics);

export default async function Page() {
  const { fallback } = await loadPage(pages.teachRubrics, [[listRubrics, { query: {} }]]);
  return (
    <PageFrame fallback={fallback}>
      <RubricsScreen />
    </PageFrame>
  );
}
