'use client';
import { listSlowQueries, resetSlowQueries, type SlowQuery } from '@k12/contracts/operations/database';
import { Button } from '@k12/ui/button';
import { Section } from '@k12/ui/card';
import { type DataColumn, DataTable } from '@k12/ui/data-table';
import { Dialog } from '@k12/ui/dialog';
import { EmptyState } from '@k12/ui/empty-state';
import { SegmentedControl } from '@k12/ui/segmented-control';
import { Database } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { RegionBody } from '@/shell/region.tsx';
import { useDuration } from '../jobs/queues-section.tsx';

type Statement = (typeof SlowQuery)['_output'];

/** The statements that take longest, without what was asked for. */
export function SlowQueriesSection() {
  const t = useTranslations('operations.statements');
  const { read, write } = useAddress();
  const by = read('by') === 'mean' ? 'mean' : 'total';
  const reply = useApi(listSlowQueries, { query: { by, limit: 20 } });
  const [asking, setAsking] = useState(false);
  const columns = useColumns();
  return (
    <Section
      title={t('title')}
      note={t('note')}
      action={
        reply.data?.available && (
          <Button variant="quiet" onClick={() => setAsking(true)}>
            {t('reset')}
          </Button>
        )
      }
    >
      <RegionBody reply={reply}>
        {({ available, data }) =>
          available ? (
            <>
              <div>
                <SegmentedControl
                  label={t('order')}
                  value={by}
                  onValueChange={(next) => write({ by: next === 'mean' ? next : null })}
                  options={[
                    { value: 'total', label: t('byTotal') },
                    { value: 'mean', label: t('byMean') },
                  ]}
                />
              </div>
              <DataTable
                label={t('title')}
                rows={data}
                columns={columns}
                rowKey={(row) => row.statement}
                rowName={(row) => row.statement}
                empty={<p className="px-3 py-6 text-ink-2">{t('empty')}</p>}
              />
            </>
          ) : (
            <EmptyState icon={<Database aria-hidden />} title={t('unavailable')}>
              {t('unavailableText')}
            </EmptyState>
          )
        }
      </RegionBody>
      {asking && <ResetDialog onClose={() => setAsking(false)} />}
    </Section>
  );
}

function useColumns(): DataColumn<Statement>[] {
  const t = useTranslations('operations.statements');
  const format = useFormatter();
  const duration = useDuration();
  return [
    {
      key: 'statement',
      header: t('statement'),
      primary: true,
      cell: ({ statement }) => (
        <code dir="ltr" className="block max-w-xl font-mono text-small font-regular [overflow-wrap:anywhere]">
          {statement}
        </code>
      ),
    },
    { key: 'total', header: t('total'), align: 'end', cell: (row) => duration(row.total_ms) },
    { key: 'mean', header: t('mean'), align: 'end', cell: (row) => duration(row.mean_ms) },
    { key: 'max', header: t('max'), align: 'end', cell: (row) => duration(row.max_ms) },
    { key: 'calls', header: t('calls'), align: 'end', cell: (row) => format.number(row.calls) },
    { key: 'rows', header: t('rows'), align: 'end', wideOnly: true, cell: (row) => format.number(row.rows) },
  ];
}

function ResetDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('operations.statements');
  const tc = useTranslations('common');
  const attempt = useAttempt();
  const reset = useChange(resetSlowQueries);
  const [sending, setSending] = useState(false);
  const send = async () => {
    setSending(true);
    if (await attempt(() => reset({}), { done: t('wasReset') })) onClose();
    setSending(false);
  };
  return (
    <Dialog
      open
      size="small"
      onOpenChange={(open) => !open && onClose()}
      title={t('resetTitle')}
      description={t('resetText')}
      footer={
        <>
          <Button onClick={onClose}>{tc('cancel')}</Button>
          <Button variant="danger" loading={sending} onClick={send}>
            {t('reset')}
          </Button>
        </>
      }
    />
  );
}
