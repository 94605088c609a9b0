import { listLearnerCourses } from '@k12/contracts/teaching/learning';
import { LearnCoursesScreen } from '@/features/learn/learn-courses-screen.tsx';
import { ownFirst } from '@/features/learn/learn-page.ts';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.learnCourses);

export default async function Page() {
  const first = await ownFirst((id) => [[listLearnerCourses, { params: { id } }]]);
  const { fallback } = await loadPage(pages.learnCourses, first);
  return (
    <PageFrame fallback={fallback}>
      <LearnCoursesScreen />
    </PageFrame>
  );
}
