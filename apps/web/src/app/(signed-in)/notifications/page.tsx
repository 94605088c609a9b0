import { listNotifications } from '@k12/contracts/communication/notifications';
import { NotificationsScreen } from '@/features/communication/notifications/notifications-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.notifications);

export default async function Page({ searchParams }: PageProps) {
  const show = (await searchParams).show === 'unread' ? 'unread' : 'all';
  const { fallback } = await loadPage(pages.notifications, [[listNotifications, { query: { show } }]]);
  return (
    <PageFrame fallback={fallback}>
      <NotificationsScreen />
    </PageFrame>
  );
}
