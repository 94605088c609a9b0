import { getTranslations } from 'next-intl/server';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { MessagePage } from '@/shell/message-page.tsx';

export const generateMetadata = titleOf(pages.offline);

export default async function Page() {
  const t = await getTranslations();
  return (
    <MessagePage
      product={t('common.product')}
      title={t('pages.offline')}
      text={t('legal.offlineText')}
      home={t('errors.home')}
    />
  );
}
