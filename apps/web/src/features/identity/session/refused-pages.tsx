import { LinkButton } from '@k12/ui/link-button';
import { getTranslations } from 'next-intl/server';
import { paths } from '@/lib/paths.ts';
import { PublicPage } from './public-page.tsx';

interface FailureProps {
  /** Code of the API; anything else gets the general sentence. */
  code: string;
  reference: string;
}

const reasons: Record<string, string> = {
  'sign_in.failed': 'failed',
  'sign_in.method_not_allowed': 'otherMethod',
  'sign_in.network_not_allowed': 'otherNetwork',
  tenant_suspended: 'suspended',
};
/** The reference comes from the address, so it is shown only when it looks like one of ours. */
const referencePattern = /^[\w-]{8,64}$/;

/** An external sign-in that did not end well: why, and what to do next. */
export async function AuthFailurePage({ code, reference }: FailureProps) {
  const t = await getTranslations('session');
  const reason = t(reasons[code] ?? 'failure.general');
  return (
    <PublicPage title={t('failure.title')} lead={reason}>
      <div className="grid gap-3">
        <LinkButton href={paths.login()} variant="primary" size="large" wide>
          {t('failure.again')}
        </LinkButton>
        {referencePattern.test(reference) && (
          <p className="text-center text-small text-ink-3">{t('failure.reference', { reference })}</p>
        )}
      </div>
    </PublicPage>
  );
}

export async function SuspendedPage() {
  const t = await getTranslations('session');
  return (
    <PublicPage title={t('suspendedPage.title')} lead={t('suspendedPage.lead')}>
      <LinkButton href={paths.login()} size="large" wide>
        {t('suspendedPage.other')}
      </LinkButton>
    </PublicPage>
  );
}
