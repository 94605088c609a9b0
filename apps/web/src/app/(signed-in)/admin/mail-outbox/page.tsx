import { listOutboxMails } from '@k12/contracts/operations/mail-outbox';
import { MailScreen } from '@/features/operations/mail-outbox/mail-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.adminMailOutbox);

export default async function Page() {
  const { fallback } = await loadPage(pages.adminMailOutbox, [[listOutboxMails, { query: {} }]]);
  return (
    <PageFrame fallback={fallback}>
      <MailScreen />
    </PageFrame>
  );
}
