import { getSession } from '@k12/contracts/identity/session';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { askCore } from '@/lib/api/server.ts';
import { paths, safeNext } from '@/lib/paths.ts';
import { EnrolStep } from './enrol-step.tsx';
import { NewPasswordStep } from './new-password-step.tsx';
import { PublicPage } from './public-page.tsx';
import { SecondFactorForm } from './second-factor-form.tsx';

/** What a sign-in still owes: a second factor, setting one up, or a new password. */
export async function SecondStepPage({ next }: { next: string | null }) {
  const t = await getTranslations('session');
  const session = await askCore(getSession, {});
  if (!session) redirect(paths.login(next ?? undefined));
  switch (session.pending_step) {
    case 'second_factor':
      return (
        <PublicPage title={t('secondFactor.title')}>
          <SecondFactorForm methods={session.mfa_methods} next={next} />
        </PublicPage>
      );
    case 'enrol_factor':
      return (
        <PublicPage title={t('enrol.title')} lead={t('enrol.lead')}>
          <EnrolStep next={next} />
        </PublicPage>
      );
    case 'new_password':
      return (
        <PublicPage title={t('newPassword.title')} lead={t('newPassword.forced')}>
          <NewPasswordStep next={next} />
        </PublicPage>
      );
    default:
      redirect(safeNext(next, '/'));
  }
}
