import { listFeatureFlags } from '@k12/contracts/operations/feature-flags';
import { FlagsScreen } from '@/features/operations/feature-flags/flags-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.adminFeatureFlags);

export default async function Page() {
  const { fallback } = await loadPage(pages.adminFeatureFlags, [[listFeatureFlags, {}]]);
  return (
    <PageFrame fallback={fallback}>
      <FlagsScreen />
    </PageFrame>
  );
}
