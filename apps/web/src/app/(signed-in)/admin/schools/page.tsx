import { listSchools } from '@k12/contracts/identity/schools';
import { SchoolsScreen } from '@/features/identity/schools/schools-screen.tsx';
import { readSchoolsView } from '@/features/identity/schools/schools-view.ts';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.adminSchools);

export default async function Page({ searchParams }: PageProps) {
  const view = readSchoolsView(await searchParams);
  const { fallback } = await loadPage(pages.adminSchools, [[listSchools, { query: view.query }]]);
  return (
    <PageFrame fallback={fallback}>
      <SchoolsScreen />
    </PageFrame>
  );
}
