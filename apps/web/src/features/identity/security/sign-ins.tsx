'use client';
import { listMySignInEvents, type SignInEvent } from '@k12/contracts/identity/sign-in-events';
import { Badge } from '@k12/ui/badge';
import { Section } from '@k12/ui/card';
import { SimpleTable } from '@k12/ui/simple-table';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { RegionBody } from '@/shell/region.tsx';
import { deviceName } from './device-name.ts';

const shown = 20;

export function SignIns() {
  const t = useTranslations('security.signIns');
  const events = useApi(listMySignInEvents, { query: { limit: shown } });
  return (
    <Section title={t('title')} note={t('note')}>
      <RegionBody reply={events}>
        {({ data }) =>
          data.length === 0 ? <p className="text-ink-2">{t('empty')}</p> : <EventTable rows={data} />
        }
      </RegionBody>
    </Section>
  );
}

function EventTable({ rows }: { rows: SignInEvent[] }) {
  const t = useTranslations('security.signIns');
  const tm = useTranslations('security.methods');
  const dates = useDates();
  const nameOf = (method: string) => (tm.has(method) ? tm(method) : method);
  return (
    <SimpleTable
      label={t('title')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'when',
          header: t('when'),
          cell: (row) => <span className="whitespace-nowrap">{dates.instant(row.occurred_at)}</span>,
        },
        {
          key: 'outcome',
          header: t('outcome'),
          cell: (row) => (
            <Badge tone={row.outcome === 'success' ? 'ok' : 'warn'}>
              {t(row.outcome === 'success' ? 'success' : 'failure')}
            </Badge>
          ),
        },
        { key: 'method', header: t('method'), cell: (row) => nameOf(row.method) },
        {
          key: 'device',
          header: t('device'),
          cell: (row) => <span className="whitespace-nowrap">{deviceName(row.user_agent)}</span>,
        },
        { key: 'network', header: t('network'), cell: (row) => <bdi>{row.ip}</bdi> },
      ]}
    />
  );
}
