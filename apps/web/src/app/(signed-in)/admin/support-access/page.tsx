import { getSupportAccess, listSupportGrants } from '@k12/contracts/identity/support-grants';
import { SupportAccessScreen } from '@/features/operations/support/support-access-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.adminSupportAccess);

export default async function Page() {
  const { fallback } = await loadPage(pages.adminSupportAccess, [
    [getSupportAccess, {}],
    [listSupportGrants, { query: {} }],
  ]);
  return (
    <PageFrame fallback={fallback}>
      <SupportAccessScreen />
    </PageFrame>
  );
}
