import { listSchools } from '@k12/contracts/identity/schools';
import { listTerms } from '@k12/contracts/identity/terms';
import { HomeScreen } from '@/features/homes/home-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.adminHome);

export default async function Page() {
  const { fallback } = await loadPage(pages.adminHome, [
    [listSchools, { query: {} }],
    [listSchools, { query: { state: 'active' } }],
    [listTerms, { query: {} }],
  ]);
  return (
    <PageFrame fallback={fallback}>
      <HomeScreen of="admin" />
    </PageFrame>
  );
}
