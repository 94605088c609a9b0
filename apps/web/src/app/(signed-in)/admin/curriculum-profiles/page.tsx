import { getPackAssignments, listPlannerPacks } from '@k12/contracts/planning/pack-admin';
import { ApprovalRoutesSettings } from '@/features/planning/approvals/approval-routes-settings.tsx';
import { PacksScreen } from '@/features/planning/packs/packs-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.adminCurriculumProfiles);

export default async function Page() {
  const { fallback } = await loadPage(pages.adminCurriculumProfiles, [
    [listPlannerPacks, { query: { limit: 200 } }],
    [getPackAssignments, {}],
  ]);
  return (
    <PageFrame fallback={fallback}>
      <PacksScreen />
      <div className="mt-12">
        <ApprovalRoutesSettings />
      </div>
    </PageFrame>
  );
}
