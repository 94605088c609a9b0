'use client';
import {
  confirmBreakGlass,
  listOperatorGrants,
  type OperatorGrant,
} from '@k12/contracts/identity/support-grants';
import { Button } from '@k12/ui/button';
import { EmptyState } from '@k12/ui/empty-state';
import { LinkButton } from '@k12/ui/link-button';
import { List } from '@k12/ui/list-row';
import { PageHeader } from '@k12/ui/page-header';
import { Pagination } from '@k12/ui/pagination';
import { LifeBuoy } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { useList } from '@/lib/api/list.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { paths } from '@/lib/paths.ts';
import { RegionBody } from '@/shell/region.tsx';
import { GrantRow } from './grant-row.tsx';

const UseGrant = dynamic(
  loaded(() => import('./use-grant.tsx').then((module) => module.UseGrant)),
  { loading: nothingYet },
);

/** What operators asked for and were granted in all organisations, newest first. */
export function OperatorGrantsScreen() {
  const t = useTranslations('support');
  const request = useMemo(() => ({ query: {} }), []);
  const grants = useList(listOperatorGrants, request);
  const [used, setUsed] = useState<OperatorGrant | null>(null);
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} />
      <div className="mt-6">
        <RegionBody reply={grants}>
          {({ data, next_cursor }) =>
            data.length === 0 ? (
              <EmptyState
                icon={<LifeBuoy aria-hidden />}
                title={t('emptyTitle')}
                action={<LinkButton href={paths.adminProvisioning()}>{t('toTenants')}</LinkButton>}
              >
                {t('emptyText')}
              </EmptyState>
            ) : (
              <>
                <List framed label={t('title')}>
                  {data.map((grant) => (
                    <GrantRow key={grant.id} grant={grant} tenant={grant.tenant.name}>
                      {grant.state === 'active' && (
                        <Button size="small" onClick={() => setUsed(grant)}>
                          {t('use')}
                        </Button>
                      )}
                      {grant.state === 'requested' && grant.origin === 'break_glass' && (
                        <Confirm grant={grant} />
                      )}
                    </GrantRow>
                  ))}
                </List>
                <Pagination
                  shown={data.length}
                  hasMore={next_cursor !== null}
                  loading={grants.loadingMore}
                  onLoadMore={grants.loadMore}
                />
              </>
            )
          }
        </RegionBody>
      </div>
      {used && <UseGrant grant={used} onClose={() => setUsed(null)} />}
    </>
  );
}

/** The second operator of an emergency; the first one is refused by the server. */
function Confirm({ grant }: { grant: OperatorGrant }) {
  const t = useTranslations('support');
  const attempt = useAttempt();
  const confirm = useChange(confirmBreakGlass);
  const params = { id: grant.tenant.id, grant_id: grant.id };
  return (
    <Button size="small" onClick={() => attempt(() => confirm({ params }), { done: t('confirmed') })}>
      {t('confirm')}
    </Button>
  );
}
