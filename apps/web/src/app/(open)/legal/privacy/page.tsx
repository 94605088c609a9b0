import { getTranslations } from 'next-intl/server';
import { ReadingPage, Sections } from '@/features/open/reading-page.tsx';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';

export const generateMetadata = titleOf(pages.privacy);

export default async function Page() {
  const t = await getTranslations();
  return (
    <ReadingPage title={t('pages.privacy')} lead={t('legal.privacyLead')}>
      <Sections keys={['privacyKept', 'privacyNot', 'privacyCookies', 'privacyRights']} />
    </ReadingPage>
  );
}
