import { listUserSessions } from '@k12/contracts/identity/session';
import { getUserOverview } from '@k12/contracts/identity/users.overview';
import { UserScreen } from '@/features/identity/user-detail/user-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.adminUser);

export default async function Page({ params }: PageProps<'userId'>) {
  const { userId: id } = await params;
  const { fallback } = await loadPage(pages.adminUser, [
    [getUserOverview, { params: { id } }],
    [listUserSessions, { params: { id } }],
  ]);
  return (
    <PageFrame fallback={fallback}>
      <UserScreen id={id} />
    </PageFrame>
  );
}
