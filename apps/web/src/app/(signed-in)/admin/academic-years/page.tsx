import { listAcademicYears } from '@k12/contracts/identity/academic-years';
import { YearsScreen } from '@/features/identity/academic-years/years-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.adminAcademicYears);

export default async function Page() {
  const { fallback } = await loadPage(pages.adminAcademicYears, [
    [listAcademicYears, { query: { limit: 50 } }],
  ]);
  return (
    <PageFrame fallback={fallback}>
      <YearsScreen />
    </PageFrame>
  );
}
