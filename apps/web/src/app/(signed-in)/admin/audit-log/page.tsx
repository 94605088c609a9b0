import { listAuditEvents } from '@k12/contracts/operations/audit-log';
import { AuditScreen } from '@/features/operations/audit-log/audit-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.adminAuditLog);

export default async function Page() {
  const { fallback } = await loadPage(pages.adminAuditLog, [[listAuditEvents, { query: {} }]]);
  return (
    <PageFrame fallback={fallback}>
      <AuditScreen />
    </PageFrame>
  );
}
