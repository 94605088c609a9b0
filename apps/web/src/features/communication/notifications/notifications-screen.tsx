'use client';
import { listNotifications } from '@k12/contracts/communication/notifications';
import { Button } from '@k12/ui/button';
import { PageHeader } from '@k12/ui/page-header';
import { SegmentedControl } from '@k12/ui/segmented-control';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useList } from '@/lib/api/list.ts';
import { MarkAllRead } from '@/shell/notifications/bell.tsx';
import { NotificationList } from '@/shell/notifications/notification-list.tsx';
import { RegionBody } from '@/shell/region.tsx';

/** Everything the bell ever said, oldest at the end. */
export function NotificationsScreen() {
  const t = useTranslations('notifications');
  const { read, write } = useAddress();
  const show = read('show') === 'unread' ? 'unread' : 'all';
  const request = useMemo(() => ({ query: { show } as const }), [show]);
  const list = useList(listNotifications, request);
  return (
    <div className="mx-auto max-w-document">
      <PageHeader title={t('title')} actions={list.data && list.data.data.length > 0 && <MarkAllRead />} />
      <SegmentedControl
        className="mt-5 mb-3"
        label={t('title')}
        value={show}
        onValueChange={(value) => write({ show: value === 'unread' ? value : null })}
        options={(['all', 'unread'] as const).map((value) => ({ value, label: t(`show.${value}`) }))}
      />
      <RegionBody reply={list}>{({ data }) => <NotificationList items={data} />}</RegionBody>
      {list.data?.next_cursor && (
        <Button className="mt-4" loading={list.loadingMore} onClick={list.loadMore}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}
