import { listAccessibilityRequests } from '@k12/contracts/operations/accessibility-requests';
import { RequestsScreen } from '@/features/operations/accessibility-requests/requests-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.adminAccessibility);

export default async function Page() {
  const { fallback } = await loadPage(pages.adminAccessibility, [[listAccessibilityRequests, { query: {} }]]);
  return (
    <PageFrame fallback={fallback}>
      <RequestsScreen />
    </PageFrame>
  );
}
