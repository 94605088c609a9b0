import { getSignInMethods } from '@k12/contracts/identity/sign-in-policy';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { askCore, glanceAtMe } from '@/lib/api/server.ts';
import { safeNext } from '@/lib/paths.ts';
import { PublicPage } from './public-page.tsx';
import { SignInForm } from './sign-in-form.tsx';

interface Props {
  /** Slug in the address. */
  tenant: string | null;
  next: string | null;
}

/** Shows the methods of the organisation at this address; an unknown one looks like none at all (IDN-57). */
export async function SignInPage({ tenant, next }: Props) {
  const me = await glanceAtMe();
  if (me) redirect(safeNext(next, me.home));
  const t = await getTranslations('session');
  const offer = await askCore(getSignInMethods, { query: tenant ? { tenant } : {} });
  const known = offer?.tenant ?? null;
  return (
    <PublicPage title={t('title')} school={known?.name}>
      <SignInForm tenant={known?.slug ?? null} methods={offer?.methods ?? ['password']} next={next} />
    </PublicPage>
  );
}
