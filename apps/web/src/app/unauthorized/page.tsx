import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MessagePage } from '@/shell/message-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pages'))('unauthorized') };
}

export default async function Page() {
  const t = await getTranslations();
  return (
    <MessagePage
      product={t('common.product')}
      title={t('errors.forbiddenTitle')}
      text={t('errors.forbiddenText')}
      home={t('errors.home')}
    />
  );
}
