import { countInbox, listInbox } from '@k12/contracts/teaching/inbox';
import { InboxScreen } from '@/features/teaching/inbox/inbox-screen.tsx';
import { readInboxView } from '@/features/teaching/inbox/inbox-view.ts';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.teachSubmissions);

export default async function Page({ searchParams }: PageProps) {
  const view = readInboxView(await searchParams);
  const { fallback } = await loadPage(pages.teachSubmissions, [
    [listInbox, { query: view.list }],
    [countInbox, { query: view.counts }],
  ]);
  return (
    <PageFrame fallback={fallback} wide>
      <InboxScreen />
    </PageFrame>
  );
}
