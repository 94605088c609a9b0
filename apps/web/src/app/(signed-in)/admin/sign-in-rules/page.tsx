import { getSignInPolicy } from '@k12/contracts/identity/sign-in-policy';
import { RulesScreen } from '@/features/identity/sign-in-rules/rules-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.adminSignInRules);

export default async function Page() {
  const { fallback } = await loadPage(pages.adminSignInRules, [[getSignInPolicy, {}]]);
  return (
    <PageFrame fallback={fallback}>
      <RulesScreen />
    </PageFrame>
  );
}
