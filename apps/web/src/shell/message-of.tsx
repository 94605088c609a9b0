import { getTranslations } from 'next-intl/server';
import { MessagePage } from './message-page.tsx';

/** A message page from the words in `errors`. */
export async function MessageOf({ title, text }: { title: string; text: string }) {
  const t = await getTranslations();
  return (
    <MessagePage
      product={t('common.product')}
      title={t(`errors.${title}`)}
      text={t(`errors.${text}`)}
      home={t('errors.home')}
    />
  );
}
