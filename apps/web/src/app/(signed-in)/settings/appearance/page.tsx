import { getPreferences } from '@k12/contracts/identity/preferences';
import { AppearanceScreen } from '@/features/identity/settings/appearance-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.appearance);

export default async function Page() {
  const { fallback } = await loadPage(pages.appearance, [[getPreferences, {}]]);
  return (
    <PageFrame fallback={fallback}>
      <AppearanceScreen />
    </PageFrame>
  );
}
