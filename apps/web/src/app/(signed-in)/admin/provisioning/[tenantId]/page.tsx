import { getTenant } from '@k12/contracts/identity/tenants';
import { TenantScreen } from '@/features/operations/tenants/tenant-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.adminTenant);

export default async function Page({ params }: PageProps<'tenantId'>) {
  const { tenantId: id } = await params;
  const { fallback } = await loadPage(pages.adminTenant, [[getTenant, { params: { id } }]]);
  return (
    <PageFrame fallback={fallback}>
      <TenantScreen id={id} />
    </PageFrame>
  );
}
