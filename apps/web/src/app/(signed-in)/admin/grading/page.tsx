import { listAcademicYears } from '@k12/contracts/identity/academic-years';
import { GradingRulesScreen } from '@/features/teaching/grading-rules/grading-rules-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.adminGrading);

export default async function Page() {
  const { fallback } = await loadPage(pages.adminGrading, [[listAcademicYears, { query: { limit: 50 } }]]);
  return (
    <PageFrame fallback={fallback}>
      <GradingRulesScreen />
    </PageFrame>
  );
}
