import { getTranslations } from 'next-intl/server';
import { ReadingPage, Sections } from '@/features/open/reading-page.tsx';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';

export const generateMetadata = titleOf(pages.accessibility);

export default async function Page() {
  const t = await getTranslations();
  return (
    <ReadingPage title={t('pages.accessibility')} lead={t('legal.accessibilityLead')}>
      <Sections keys={['accessibilityGoal', 'accessibilityGaps', 'accessibilityHelp']} />
    </ReadingPage>
  );
}
