import { getPlannerSchema } from '@k12/contracts/planning/packs';
import { NewUnitScreen } from '@/features/planning/library/new-unit-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.planNewUnit);

export default async function Page() {
  const { fallback } = await loadPage(pages.planNewUnit, [[getPlannerSchema, { query: { object: 'unit' } }]]);
  return (
    <PageFrame fallback={fallback}>
      <NewUnitScreen />
    </PageFrame>
  );
}
