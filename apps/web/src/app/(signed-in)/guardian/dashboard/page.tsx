import { listGuardianLinks } from '@k12/contracts/identity/guardian-links';
import { listTerms } from '@k12/contracts/identity/terms';
import { HomeScreen } from '@/features/homes/home-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.guardianHome);

export default async function Page() {
  const { fallback } = await loadPage(pages.guardianHome, [
    [listGuardianLinks, { query: { state: 'active' } }],
    [listTerms, { query: {} }],
  ]);
  return (
    <PageFrame fallback={fallback}>
      <HomeScreen of="guardian" />
    </PageFrame>
  );
}
