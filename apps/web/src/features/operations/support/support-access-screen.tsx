'use client';
import {
  approveSupportGrant,
  getSupportAccess,
  listSupportGrants,
  revokeSupportGrant,
  type SupportGrant,
  setSupportAccess,
} from '@k12/contracts/identity/support-grants';
import { Button } from '@k12/ui/button';
import { List } from '@k12/ui/list-row';
import { PageHeader } from '@k12/ui/page-header';
import { RadioGroup } from '@k12/ui/radio-group';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useList } from '@/lib/api/list.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { Region } from '@/shell/region.tsx';
import { GrantRow } from './grant-row.tsx';

const GrantOffer = dynamic(
  loaded(() => import('./grant-offer.tsx').then((module) => module.GrantOffer)),
  { loading: nothingYet },
);

const choices = ['never', 'ask', 'allow'] as const;
type Choice = (typeof choices)[number];
/** The setting and the permissions are two resources that both begin with `support_`. */
const refreshed = ['support_'];

/** Whether the operators of the installation may look in, who asks, and until when somebody may (IDN-99). */
export function SupportAccessScreen() {
  const t = useTranslations('support');
  const [offering, setOffering] = useState(false);
  return (
    <>
      <PageHeader
        title={t('accessTitle')}
        description={t('accessLead')}
        actions={<Button onClick={() => setOffering(true)}>{t('offer')}</Button>}
      />
      <div className="mt-8 grid gap-10">
        <Consent />
        <Grants />
      </div>
      {offering && <GrantOffer onClose={() => setOffering(false)} />}
    </>
  );
}

function Consent() {
  const t = useTranslations('support');
  const access = useApi(getSupportAccess, {});
  const set = useChange(setSupportAccess, refreshed);
  const attempt = useAttempt();
  return (
    <Region title={t('consentTitle')} reply={access}>
      {({ support_access }) => {
        const choose = (next: Choice) => set({ body: { support_access: next } });
        return (
          <RadioGroup
            label={t('consentTitle')}
            hideLabel
            look="cards"
            value={support_access}
            onValueChange={(value) =>
              attempt(() => choose(value as Choice), {
                done: t('consentSaved'),
                undo: () => choose(support_access),
              })
            }
            options={choices.map((value) => ({
              value,
              label: t(`consent.${value}`),
              hint: t(`consentHint.${value}`),
            }))}
          />
        );
      }}
    </Region>
  );
}

function Grants() {
  const t = useTranslations('support');
  const request = useMemo(() => ({ query: {} }), []);
  const grants = useList(listSupportGrants, request);
  return (
    <Region title={t('grants')} reply={grants}>
      {({ data }) =>
        data.length === 0 ? (
          <p className="text-ink-2">{t('noGrants')}</p>
        ) : (
          <List framed label={t('grants')}>
            {data.map((grant) => (
              <GrantRow key={grant.id} grant={grant}>
                <Decision grant={grant} />
              </GrantRow>
            ))}
          </List>
        )
      }
    </Region>
  );
}

function Decision({ grant }: { grant: SupportGrant }) {
  const t = useTranslations('support');
  const attempt = useAttempt();
  const approve = useChange(approveSupportGrant, refreshed);
  const revoke = useChange(revokeSupportGrant, refreshed);
  const request = { params: { id: grant.id } };
  if (grant.state !== 'requested' && grant.state !== 'active') return null;
  const isAsked = grant.state === 'requested' && grant.origin === 'operator';
  return (
    <>
      {isAsked && (
        <Button
          size="small"
          variant="primary"
          onClick={() => attempt(() => approve(request), { done: t('approved', { count: grant.hours }) })}
        >
          {t('approve')}
        </Button>
      )}
      <Button
        size="small"
        onClick={() => attempt(() => revoke(request), { done: t(isAsked ? 'declined' : 'revoked') })}
      >
        {t(isAsked ? 'decline' : 'revoke')}
      </Button>
    </>
  );
}
