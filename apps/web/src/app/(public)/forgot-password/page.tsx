import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ForgottenPasswordForm } from '@/features/identity/session/forgotten-password-form.tsx';
import { PublicPage } from '@/features/identity/session/public-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pages'))('forgottenPassword') };
}

export default async function Page({ searchParams }: { searchParams: Promise<{ school?: string }> }) {
  const [{ school }, t] = await Promise.all([searchParams, getTranslations('session.forgottenPassword')]);
  return (
    <PublicPage title={t('title')} lead={t('lead')}>
      <ForgottenPasswordForm tenant={typeof school === 'string' ? school : null} />
    </PublicPage>
  );
}
