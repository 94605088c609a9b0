import { listTenants } from '@k12/contracts/identity/tenants';
import { TenantsScreen } from '@/features/operations/tenants/tenants-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.adminProvisioning);

export default async function Page() {
  const { fallback } = await loadPage(pages.adminProvisioning, [[listTenants, { query: {} }]]);
  return (
    <PageFrame fallback={fallback}>
      <TenantsScreen />
    </PageFrame>
  );
}
