import { listSchools } from '@k12/contracts/identity/schools';
import { listTerms } from '@k12/contracts/identity/terms';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HomeScreen } from '@/features/homes/home-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pages'))(pages.districtHome.title) };
}

export default async function Page() {
  const { me, fallback } = await loadPage(pages.districtHome, [
    [listSchools, { query: {} }],
    [listTerms, { query: {} }],
  ]);
  return (
    <PageFrame me={me} fallback={fallback}>
      <HomeScreen />
    </PageFrame>
  );
}
