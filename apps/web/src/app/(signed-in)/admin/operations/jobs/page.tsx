import { listJobs } from '@k12/contracts/operations/jobs';
import { JobsScreen } from '@/features/operations/jobs/jobs-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.adminJobs);

export default async function Page() {
  const { fallback } = await loadPage(pages.adminJobs, [[listJobs, { query: {} }]]);
  return (
    <PageFrame fallback={fallback}>
      <JobsScreen />
    </PageFrame>
  );
}
