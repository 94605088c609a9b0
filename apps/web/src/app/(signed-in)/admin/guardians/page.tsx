import { listGuardianLinks } from '@k12/contracts/identity/guardian-links';
import { GuardiansScreen } from '@/features/identity/guardians/guardians-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.adminGuardians);

export default async function Page() {
  const { fallback } = await loadPage(pages.adminGuardians, [[listGuardianLinks, { query: {} }]]);
  return (
    <PageFrame fallback={fallback}>
      <GuardiansScreen />
    </PageFrame>
  );
}
