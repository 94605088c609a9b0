'use client';
import { listOutboxMails, type OutboxMail, OutboxMailState } from '@k12/contracts/operations/mail-outbox';
import { type DataColumn, DataTable } from '@k12/ui/data-table';
import { Drawer } from '@k12/ui/drawer';
import { EmptyState } from '@k12/ui/empty-state';
import { PageHeader } from '@k12/ui/page-header';
import { Pagination } from '@k12/ui/pagination';
import { type Status, StatusBadge } from '@k12/ui/status-badge';
import { Mail } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useList } from '@/lib/api/list.ts';
import { useDates } from '@/lib/dates.ts';
import { AddressSelect } from '@/shell/address-select.tsx';
import { RegionBody } from '@/shell/region.tsx';

type MailRow = (typeof OutboxMail)['_output'];

const tones: Record<MailRow['state'], Status> = {
  queued: 'planned',
  sending: 'now',
  sent: 'done',
  captured: 'returned',
  failed: 'failed',
};

export function MailScreen() {
  const t = useTranslations('mail');
  const { read, write } = useAddress();
  const state = OutboxMailState.options.find((value) => value === read('state'));
  const request = useMemo(() => ({ query: state ? { state } : {} }), [state]);
  const mails = useList(listOutboxMails, request);
  const columns = useColumns();
  const opened = mails.data?.data.find((mail) => mail.id === read('mail'));
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} />
      <search aria-label={t('filters')} className="my-5 flex">
        <AddressSelect
          name="state"
          label={t('state')}
          all={t('allStates')}
          options={OutboxMailState.options.map((value) => ({ value, label: t(`states.${value}`) }))}
        />
      </search>
      <RegionBody reply={mails}>
        {({ data, next_cursor }) => (
          <>
            <DataTable
              label={t('title')}
              rows={data}
              columns={columns}
              rowKey={(mail) => mail.id}
              rowName={(mail) => mail.address}
              onOpenRow={(mail) => write({ mail: mail.id })}
              empty={
                <EmptyState icon={<Mail aria-hidden />} title={t('emptyTitle')}>
                  {t('emptyText')}
                </EmptyState>
              }
            />
            {data.length > 0 && (
              <Pagination
                shown={data.length}
                hasMore={next_cursor !== null}
                loading={mails.loadingMore}
                onLoadMore={mails.loadMore}
              />
            )}
          </>
        )}
      </RegionBody>
      {opened && <MailDrawer mail={opened} onClose={() => write({ mail: null })} />}
    </>
  );
}

function useColumns(): DataColumn<MailRow>[] {
  const t = useTranslations('mail');
  const dates = useDates();
  return [
    { key: 'address', header: t('to'), primary: true, cell: (mail) => <bdi>{mail.address}</bdi> },
    { key: 'subject', header: t('subject'), cell: (mail) => mail.content?.subject ?? mail.template },
    { key: 'created', header: t('written'), cell: (mail) => dates.instant(mail.created_at) },
    {
      key: 'state',
      header: t('state'),
      cell: (mail) => <StatusBadge status={tones[mail.state]}>{t(`states.${mail.state}`)}</StatusBadge>,
    },
  ];
}

function MailDrawer({ mail, onClose }: { mail: MailRow; onClose: () => void }) {
  const t = useTranslations('mail');
  return (
    <Drawer
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={mail.content?.subject ?? mail.template}
      description={<bdi>{mail.address}</bdi>}
    >
      {mail.error && <p className="mb-4 text-bad">{mail.error}</p>}
      {mail.content ? (
        <p lang={mail.locale} dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
          {mail.content.text}
        </p>
      ) : (
        <p className="text-ink-3">{t('notKept')}</p>
      )}
    </Drawer>
  );
}
