import { PackagesScreen } from '@/features/planning/packages/packages-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.planPackages);

export default async function Page() {
  const { fallback } = await loadPage(pages.planPackages, []);
  return (
    <PageFrame fallback={fallback}>
      <PackagesScreen />
    </PageFrame>
  );
}
