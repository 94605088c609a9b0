import { getSubstituteDay } from '@k12/contracts/planning/substitutions';
import { CoverScreen } from '@/features/planning/substitutes/cover-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.planCover);

export default async function Page({ params, searchParams }: PageProps<'coverId'>) {
  const [{ coverId }, { on }] = await Promise.all([params, searchParams]);
  const query = typeof on === 'string' ? { on } : {};
  const { fallback } = await loadPage(pages.planCover, [
    [getSubstituteDay, { params: { id: coverId }, query }],
  ]);
  return (
    <PageFrame fallback={fallback}>
      <CoverScreen coverId={coverId} />
    </PageFrame>
  );
}
