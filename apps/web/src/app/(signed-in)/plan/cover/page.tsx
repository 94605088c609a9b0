import { listSubstitutions } from '@k12/contracts/planning/substitutions';
import { dayOf } from '@k12/grading/local-time';
import { getTimeZone } from 'next-intl/server';
import { CoversScreen } from '@/features/planning/substitutes/covers-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.planCovers);

export default async function Page() {
  const { fallback } = await loadPage(pages.planCovers, [[listSubstitutions, {}]]);
  const today = dayOf(await getTimeZone(), new Date().toISOString());
  return (
    <PageFrame fallback={fallback}>
      <CoversScreen today={today} />
    </PageFrame>
  );
}
