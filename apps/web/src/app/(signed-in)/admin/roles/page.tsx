import { listRoles } from '@k12/contracts/identity/roles';
import { RolesScreen } from '@/features/identity/roles/roles-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.adminRoles);

export default async function Page() {
  const { fallback } = await loadPage(pages.adminRoles, [[listRoles, { query: { limit: 200 } }]]);
  return (
    <PageFrame fallback={fallback}>
      <RolesScreen />
    </PageFrame>
  );
}
