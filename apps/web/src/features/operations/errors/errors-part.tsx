'use client';
import { type ErrorGroup, listErrors } from '@k12/contracts/operations/errors';
import { Section } from '@k12/ui/card';
import { EmptyState } from '@k12/ui/empty-state';
import { List, ListRow } from '@k12/ui/list-row';
import { CircleCheck } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { RegionBody } from '@/shell/region.tsx';

const ErrorDrawer = dynamic(
  loaded(() => import('./error-drawer.tsx').then((module) => module.ErrorDrawer)),
  { loading: nothingYet },
);

/** What nobody foresaw, the same faults together, the latest first (OPS-154). */
export function ErrorsPart() {
  const t = useTranslations('operations.errors');
  const reply = useApi(listErrors, {});
  const [opened, setOpened] = useState<string | null>(null);
  const group = reply.data?.data.find(({ fingerprint }) => fingerprint === opened);
  return (
    <Section title={t('title')} note={t('note')}>
      <RegionBody reply={reply}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState icon={<CircleCheck aria-hidden />} title={t('emptyTitle')}>
              {t('emptyText')}
            </EmptyState>
          ) : (
            <List framed label={t('title')}>
              {[...data]
                .sort((one, other) => other.last_seen_at.localeCompare(one.last_seen_at))
                .map((one) => (
                  <ErrorRow key={one.fingerprint} group={one} onOpen={() => setOpened(one.fingerprint)} />
                ))}
            </List>
          )
        }
      </RegionBody>
      {group && <ErrorDrawer group={group} onClose={() => setOpened(null)} />}
    </Section>
  );
}

function ErrorRow({ group, onOpen }: { group: ErrorGroup; onOpen: () => void }) {
  const t = useTranslations('operations.errors');
  const format = useFormatter();
  const dates = useDates();
  return (
    <ListRow
      title={
        <bdi dir="ltr" className="line-clamp-2">
          {group.type}: {group.message}
        </bdi>
      }
      description={
        <>
          {t(`sources.${group.source}`)}
          {group.route && (
            <>
              {' · '}
              <bdi dir="ltr">{group.route}</bdi>
            </>
          )}
          {` · ${dates.ago(group.last_seen_at)}`}
        </>
      }
      onPress={onOpen}
      end={<span className="font-semibold">{t('times', { count: format.number(group.count) })}</span>}
    />
  );
}
