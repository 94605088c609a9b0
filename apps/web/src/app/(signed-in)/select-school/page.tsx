import { SelectSchoolScreen } from '@/features/identity/select-school/select-school-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.selectSchool);

export default async function Page({ searchParams }: PageProps) {
  await loadPage(pages.selectSchool);
  const { next } = await searchParams;
  return (
    <PageFrame>
      <SelectSchoolScreen next={typeof next === 'string' ? next : null} />
    </PageFrame>
  );
}
