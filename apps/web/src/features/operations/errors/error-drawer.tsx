'use client';
import type { ErrorGroup } from '@k12/contracts/operations/errors';
import { Section } from '@k12/ui/card';
import { Drawer } from '@k12/ui/drawer';
import { List, ListRow } from '@k12/ui/list-row';
import { useFormatter, useTranslations } from 'next-intl';
import { useDates } from '@/lib/dates.ts';
import { useTenantName } from '../jobs/all-jobs-table.tsx';
import { FactList, Verbatim } from '../overview/fact-list.tsx';

/** One fault: where it happens, since when, to whom how often. */
export function ErrorDrawer({ group, onClose }: { group: ErrorGroup; onClose: () => void }) {
  const t = useTranslations('operations.errors');
  const format = useFormatter();
  const dates = useDates();
  const tenantName = useTenantName();
  const tenants = Object.entries(group.counts_by_tenant).sort(([, one], [, other]) => other - one);
  return (
    <Drawer
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={<bdi>{group.type}</bdi>}
      description={<bdi dir="ltr">{group.message}</bdi>}
    >
      <div className="grid gap-6">
        <FactList
          facts={[
            [t('count'), format.number(group.count)],
            [t('source'), t(`sources.${group.source}`)],
            [t('route'), group.route],
            [t('code'), group.code],
            [t('first'), dates.instant(group.first_seen_at)],
            [t('last'), dates.instant(group.last_seen_at)],
            [t('requestId'), group.last_request_id],
          ]}
        />
        {tenants.length > 0 && (
          <Section title={t('byTenant')} level={3}>
            <List framed label={t('byTenant')}>
              {tenants.map(([id, count]) => (
                <ListRow key={id} title={<bdi>{tenantName(id)}</bdi>} end={format.number(count)} />
              ))}
            </List>
          </Section>
        )}
        {group.frames.length > 0 && (
          <Section title={t('trace')} level={3}>
            <Verbatim label={t('trace')}>{group.frames.join('\n')}</Verbatim>
          </Section>
        )}
      </div>
    </Drawer>
  );
}
