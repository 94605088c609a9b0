import { ProfileScreen } from '@/features/identity/settings/profile-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.profile);

export default async function Page() {
  const { fallback } = await loadPage(pages.profile);
  return (
    <PageFrame fallback={fallback}>
      <ProfileScreen />
    </PageFrame>
  );
}
