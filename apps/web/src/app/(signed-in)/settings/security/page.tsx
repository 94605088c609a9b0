import { getFactors } from '@k12/contracts/identity/mfa';
import { listMySessions } from '@k12/contracts/identity/session';
import { SecurityScreen } from '@/features/identity/security/security-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.security);

export default async function Page() {
  const { fallback } = await loadPage(pages.security, [
    [getFactors, {}],
    [listMySessions, {}],
  ]);
  return (
    <PageFrame fallback={fallback}>
      <SecurityScreen />
    </PageFrame>
  );
}
