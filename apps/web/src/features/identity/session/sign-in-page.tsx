import { Logo } from '@k12/ui/logo';
import { getTranslations } from 'next-intl/server';
import { LocaleLinks } from './locale-links.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** One column on paper: the mark, the form, the languages. */
export async function SignInPage({ tenant, next }: { tenant: string | null; next: string | null }) {
  const t = await getTranslations();
  return (
    <main className="grid min-h-dvh place-items-center bg-canvas px-4 py-10">
      <div className="w-full max-w-96">
        <Logo name={t('common.product')} className="mb-6" />
        <div className="rounded-card border border-line bg-paper p-6">
          <h1 className="mb-5 font-serif text-title">{t('session.title')}</h1>
          <SignInForm tenant={tenant} next={next} />
        </div>
        <LocaleLinks />
      </div>
    </main>
  );
}
