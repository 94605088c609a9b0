import { listOperatorGrants } from '@k12/contracts/identity/support-grants';
import { OperatorGrantsScreen } from '@/features/operations/support/operator-grants-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.platformSupport);

export default async function Page() {
  const { fallback } = await loadPage(pages.platformSupport, [[listOperatorGrants, { query: {} }]]);
  return (
    <PageFrame fallback={fallback}>
      <OperatorGrantsScreen />
    </PageFrame>
  );
}
