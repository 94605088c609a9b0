'use client';
import {
  type ApiToken,
  createMyApiToken,
  listMyApiTokens,
  revokeMyApiToken,
} from '@k12/contracts/identity/api-tokens';
import { Badge } from '@k12/ui/badge';
import { Button } from '@k12/ui/button';
import { Section } from '@k12/ui/card';
import { List, ListRow } from '@k12/ui/list-row';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { RegionBody } from '@/shell/region.tsx';
import { TokenForm } from './token-form.tsx';

const refreshed = ['me.api_tokens'];

export function Tokens() {
  const t = useTranslations('security.tokens');
  const tokens = useApi(listMyApiTokens, {});
  const create = useChange(createMyApiToken, refreshed);
  const [creating, setCreating] = useState(false);
  const add = (
    <Button size="small" variant="quiet" onClick={() => setCreating(true)}>
      {t('create')}
    </Button>
  );
  return (
    <Section title={t('title')} note={t('note')} action={add}>
      <RegionBody reply={tokens}>
        {({ data }) =>
          data.length === 0 ? (
            <p className="text-ink-2">{t('empty')}</p>
          ) : (
            <List framed label={t('title')}>
              {data.map((token) => (
                <TokenRow key={token.id} token={token} />
              ))}
            </List>
          )
        }
      </RegionBody>
      {creating && <TokenForm create={(body) => create({ body })} onClose={() => setCreating(false)} />}
    </Section>
  );
}

function TokenRow({ token }: { token: ApiToken }) {
  const t = useTranslations('security.tokens');
  const dates = useDates();
  const attempt = useAttempt();
  const revoke = useChange(revokeMyApiToken, refreshed);
  const used = token.last_used_at ? t('used', { date: dates.instant(token.last_used_at) }) : t('unused');
  const rights = t('rights', { count: token.scopes.length });
  const isActive = token.state === 'active';
  return (
    <ListRow
      title={token.name}
      description={
        <>
          <bdi>{token.prefix}…</bdi> · {rights} · {used} ·{' '}
          {t('until', { date: dates.instant(token.expires_at) })}
        </>
      }
      end={
        isActive ? (
          <Button
            size="small"
            variant="quiet"
            aria-label={t('revokeOf', { name: token.name })}
            onClick={() => attempt(() => revoke({ params: { id: token.id } }), { done: t('revoked') })}
          >
            {t('revoke')}
          </Button>
        ) : (
          <Badge>{t(`states.${token.state}`)}</Badge>
        )
      }
    />
  );
}
