import { UserImportScreen } from '@/features/identity/user-import/user-import-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.adminUserImport);

export default async function Page() {
  const { fallback } = await loadPage(pages.adminUserImport, []);
  return (
    <PageFrame fallback={fallback}>
      <UserImportScreen />
    </PageFrame>
  );
}
