import { getInvitation } from '@k12/contracts/identity/invitations';
import { getPasswordReset } from '@k12/contracts/identity/password-resets';
import { LinkButton } from '@k12/ui/link-button';
import { getTranslations } from 'next-intl/server';
import { askCore } from '@/lib/api/server.ts';
import { paths } from '@/lib/paths.ts';
import { InvitationForm, PasswordResetForm, UnknownSignInForm } from './link-forms.tsx';
import { PublicPage } from './public-page.tsx';

interface Props {
  token: string;
}

export async function PasswordResetPage({ token }: Props) {
  const t = await getTranslations('session');
  const link = await askCore(getPasswordReset, { params: { token } });
  if (!link) return <SpentLink again={paths.forgottenPassword()} label={t('linkSpent.newLink')} />;
  return (
    <PublicPage
      title={t('newPassword.title')}
      school={link.tenant.name}
      lead={t('newPassword.for', { name: link.display_name })}
    >
      <PasswordResetForm token={token} minimum={link.minimum_length} tenant={link.tenant.slug} />
    </PublicPage>
  );
}

export async function InvitationPage({ token }: Props) {
  const t = await getTranslations('session');
  const link = await askCore(getInvitation, { params: { token } });
  if (!link) return <SpentLink again={paths.login()} label={t('submit')} />;
  const lead = t(link.password_required ? 'invitation.lead' : 'invitation.leadWithout', {
    identifier: link.identifier,
  });
  return (
    <PublicPage
      title={t('invitation.title', { name: link.display_name })}
      school={link.tenant.name}
      lead={lead}
    >
      <InvitationForm
        token={token}
        identifier={link.identifier}
        minimum={link.minimum_length}
        passwordRequired={link.password_required}
      />
    </PublicPage>
  );
}

export async function SignInNoticePage({ token }: Props) {
  const t = await getTranslations('session.notice');
  return (
    <PublicPage title={t('title')} lead={t('lead')}>
      <UnknownSignInForm token={token} />
    </PublicPage>
  );
}

/** Used, replaced by a newer one, or too old: the page does not say which. */
async function SpentLink({ again, label }: { again: string; label: string }) {
  const t = await getTranslations('session.linkSpent');
  return (
    <PublicPage title={t('title')} lead={t('lead')}>
      <LinkButton href={again} variant="primary" size="large" wide>
        {label}
      </LinkButton>
    </PublicPage>
  );
}
