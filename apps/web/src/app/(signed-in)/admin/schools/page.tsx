import { listSchools } from '@k12/contracts/identity/schools';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SchoolsScreen } from '@/features/identity/schools/schools-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pages'))(pages.adminSchools.title) };
}

export default async function Page() {
  const { me, fallback } = await loadPage(pages.adminSchools, [[listSchools, { query: {} }]]);
  return (
    <PageFrame me={me} fallback={fallback}>
      <SchoolsScreen />
    </PageFrame>
  );
}
