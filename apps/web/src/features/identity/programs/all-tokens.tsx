'use client';
import { type ApiToken, listApiTokens, revokeApiToken } from '@k12/contracts/identity/api-tokens';
import { Badge } from '@k12/ui/badge';
import { Button } from '@k12/ui/button';
import { Section } from '@k12/ui/card';
import { List, ListRow } from '@k12/ui/list-row';
import { Pagination } from '@k12/ui/pagination';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { useList } from '@/lib/api/list.ts';
import { useDates } from '@/lib/dates.ts';
import { RegionBody } from '@/shell/region.tsx';
import { programRefreshes } from './program-refreshes.ts';

const firstPage = { query: { limit: 25 } };

/** Every token of the organisation: whose it is, what it was last used for, and an end to it (IDN-90). */
export function AllTokens() {
  const t = useTranslations('programs.tokens');
  const tokens = useList(listApiTokens, firstPage);
  return (
    <Section title={t('title')} note={t('note')}>
      <RegionBody reply={tokens}>
        {({ data, next_cursor }) =>
          data.length === 0 ? (
            <p className="text-ink-2">{t('none')}</p>
          ) : (
            <>
              <List framed label={t('title')}>
                {data.map((token) => (
                  <TokenRow key={token.id} token={token} />
                ))}
              </List>
              <Pagination
                shown={data.length}
                hasMore={next_cursor !== null}
                loading={tokens.loadingMore}
                onLoadMore={tokens.loadMore}
              />
            </>
          )
        }
      </RegionBody>
    </Section>
  );
}

function TokenRow({ token }: { token: ApiToken }) {
  const t = useTranslations('programs.tokens');
  const ts = useTranslations('security.tokens');
  const dates = useDates();
  const attempt = useAttempt();
  const revoke = useChange(revokeApiToken, programRefreshes);
  const isAlive = token.state === 'active' || token.state === 'orphaned';
  const calls = token.calls_by_day.reduce((sum, day) => sum + day.calls, 0);
  const facts = [
    token.owner.display_name,
    ts('rights', { count: token.scopes.length }),
    token.last_used_at ? ts('used', { date: dates.instant(token.last_used_at) }) : ts('unused'),
    calls > 0 && t('calls', { count: calls }),
    isAlive && ts('until', { date: dates.instant(token.stops_at) }),
  ].filter((fact): fact is string => Boolean(fact));
  return (
    <ListRow
      title={token.name}
      description={
        <>
          <bdi>{token.prefix}…</bdi> · {facts.join(' · ')}
        </>
      }
      end={
        <span className="flex items-center gap-3">
          {token.state !== 'active' && (
            <Badge tone={token.state === 'orphaned' ? 'warn' : 'neutral'}>
              {ts(`states.${token.state}`)}
            </Badge>
          )}
          {isAlive && (
            <Button
              size="small"
              variant="quiet"
              aria-label={t('revokeOf', { name: token.name, owner: token.owner.display_name })}
              onClick={() => attempt(() => revoke({ params: { id: token.id } }), { done: ts('revoked') })}
            >
              {ts('revoke')}
            </Button>
          )}
        </span>
      }
    />
  );
}
