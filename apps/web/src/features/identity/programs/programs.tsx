'use client';
import { Button } from '@k12/ui/button';
import { Section } from '@k12/ui/card';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { useSession } from '@/lib/session-context.tsx';

const ServiceAccounts = dynamic(
  loaded(() => import('./service-accounts.tsx').then((module) => module.ServiceAccounts)),
  { loading: nothingYet },
);
const AllTokens = dynamic(
  loaded(() => import('./all-tokens.tsx').then((module) => module.AllTokens)),
  { loading: nothingYet },
);

/**
 * What works here without a person in front of it: accounts of programs and everybody's tokens (IDN-89, IDN-90). To see
 * them needs a fresh sign-in, so they are asked for by a press and not by opening the page.
 */
export function Programs() {
  const t = useTranslations('programs');
  const { me } = useSession();
  const [shown, setShown] = useState(false);
  const reaches = (capability: 'service_accounts.manage' | 'api_tokens.manage_all') =>
    me.impersonation === null && me.capabilities[capability]?.includes('tenant') === true;
  const hasAccounts = reaches('service_accounts.manage');
  const hasTokens = reaches('api_tokens.manage_all');
  if (!hasAccounts && !hasTokens) return null;
  return (
    <div className="mt-12 grid gap-10 border-line border-t pt-8">
      {shown ? (
        <>
          {hasAccounts && <ServiceAccounts />}
          {hasTokens && <AllTokens />}
        </>
      ) : (
        <Section title={t('title')}>
          <p className="text-ink-2">{t('text')}</p>
          <div>
            <Button onClick={() => setShown(true)}>{t('show')}</Button>
          </div>
        </Section>
      )}
    </div>
  );
}
