import { getRole } from '@k12/contracts/identity/roles';
import { RoleScreen } from '@/features/identity/roles/role-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.adminRole);

export default async function Page({ params }: PageProps<'roleId'>) {
  const { roleId: id } = await params;
  const { fallback } = await loadPage(pages.adminRole, [[getRole, { params: { id } }]]);
  return (
    <PageFrame fallback={fallback}>
      <RoleScreen id={id} />
    </PageFrame>
  );
}
