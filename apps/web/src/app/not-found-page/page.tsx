import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MessagePage } from '@/shell/message-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pages'))('notFound') };
}

export default async function Page() {
  const t = await getTranslations();
  return (
    <MessagePage
      product={t('common.product')}
      title={t('errors.notFoundTitle')}
      text={t('errors.notFoundText')}
      home={t('errors.home')}
    />
  );
}
