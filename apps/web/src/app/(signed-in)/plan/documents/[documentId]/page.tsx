import { listDocumentLinks } from '@k12/contracts/planning/document-links';
import { getPlannerSchema } from '@k12/contracts/planning/packs';
import { getCurriculumDocument } from '@k12/contracts/planning/plans';
import { DocumentScreen } from '@/features/planning/documents/document-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.planDocument);

export default async function Page({ params }: PageProps<'documentId'>) {
  const { documentId: id } = await params;
  const { fallback } = await loadPage(pages.planDocument, [
    [getCurriculumDocument, { params: { id } }],
    [getPlannerSchema, { query: { plan_id: id } }],
    [listDocumentLinks, { params: { id } }],
  ]);
  return (
    <PageFrame fallback={fallback} bare>
      <DocumentScreen id={id} />
    </PageFrame>
  );
}
