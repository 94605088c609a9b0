import { listCurriculumDocuments } from '@k12/contracts/planning/plans';
import { DocumentsScreen } from '@/features/planning/documents/documents-screen.tsx';
import { readDocumentsView } from '@/features/planning/documents/documents-view.ts';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.planDocuments);

export default async function Page({ searchParams }: PageProps) {
  const view = readDocumentsView(await searchParams);
  const { fallback } = await loadPage(pages.planDocuments, [[listCurriculumDocuments, view]]);
  return (
    <PageFrame fallback={fallback}>
      <DocumentsScreen />
    </PageFrame>
  );
}
