import { countInbox, listInbox } from '@k12/contracts/teaching/inbox';
import { InboxScreen } from '@/features/teaching/inbox/inbox-screen.tsx';
import { readInboxView } from '@/features/teaching/inbox/inbox-view.ts';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.courseSubmissions);

export default async function Page({ params, searchParams }: PageProps<'courseId'>) {
  const { courseId } = await params;
  const view = readInboxView(await searchParams, courseId);
  const { fallback } = await loadPage(pages.courseSubmissions, [
    [listInbox, { query: view.list }],
    [countInbox, { query: view.counts }],
  ]);
  return (
    <PageFrame fallback={fallback} wide>
      <InboxScreen courseId={courseId} />
    </PageFrame>
  );
}
