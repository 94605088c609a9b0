'use client';
import { getSignInPolicy } from '@k12/contracts/identity/sign-in-policy';
import { PageHeader } from '@k12/ui/page-header';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { RegionBody } from '@/shell/region.tsx';
import { Programs } from '../programs/programs.tsx';
import { RulesForm } from './rules-form.tsx';

/** How people of the organisation sign in: ways, second step, length of a session, networks of admins. */
export function RulesScreen() {
  const t = useTranslations('signInRules');
  const policy = useApi(getSignInPolicy, {});
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} />
      <div className="mt-8 max-w-document">
        <RegionBody reply={policy}>{(known) => <RulesForm known={known} />}</RegionBody>
        <Programs />
      </div>
    </>
  );
}
