import { getLearnerHome } from '@k12/contracts/teaching/learning';
import { LearnHomeScreen } from '@/features/learn/learn-home-screen.tsx';
import { ownFirst } from '@/features/learn/learn-page.ts';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.studentHome);

export default async function Page() {
  const first = await ownFirst((id) => [[getLearnerHome, { params: { id } }]]);
  const { fallback } = await loadPage(pages.studentHome, first);
  return (
    <PageFrame fallback={fallback}>
      <LearnHomeScreen />
    </PageFrame>
  );
}
