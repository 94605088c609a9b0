import { listAuditEvents } from '@k12/contracts/operations/audit-log';
import { auditQuery } from '@/features/operations/audit-log/audit-query.ts';
import { AuditScreen } from '@/features/operations/audit-log/audit-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.adminAuditLog);

export default async function Page({ searchParams }: PageProps) {
  const asked = new URLSearchParams((await searchParams) as Record<string, string>);
  const query = auditQuery((name) => asked.get(name));
  const { fallback } = await loadPage(pages.adminAuditLog, [[listAuditEvents, { query }]]);
  return (
    <PageFrame fallback={fallback}>
      <AuditScreen />
    </PageFrame>
  );
}
