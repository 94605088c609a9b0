import { listModules } from '@k12/contracts/teaching/modules';
import { ModulesScreen } from '@/features/teaching/modules/modules-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.courseModules);

export default async function Page({ params }: PageProps<'courseId'>) {
  const { courseId } = await params;
  const request = { params: { id: courseId }, query: {} };
  const { fallback } = await loadPage(pages.courseModules, [[listModules, request]]);
  return (
    <PageFrame fallback={fallback}>
      <ModulesScreen courseId={courseId} />
    </PageFrame>
  );
}
