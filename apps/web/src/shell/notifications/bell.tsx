'use client';
import {
  getUnreadCount,
  listNotifications,
  markAllNotificationsRead,
  undoMarkAllRead,
} from '@k12/contracts/communication/notifications';
import { Button } from '@k12/ui/button';
import { TextLink } from '@k12/ui/link';
import { NotificationBell } from '@k12/ui/notification-bell';
import { useToast } from '@k12/ui/toast';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';
import { RegionBody } from '../region.tsx';
import { NotificationList } from './notification-list.tsx';
import { useLiveNews } from './use-live-news.ts';

const inPanel = 12;

/** Unread news at a glance; the list is read when the panel opens (UXP-17). */
export function Bell() {
  const t = useTranslations('notifications');
  const { me } = useSession();
  const [isOpen, setOpen] = useState(false);
  useLiveNews();
  const unread = useApi(getUnreadCount, {});
  const list = useApi(listNotifications, isOpen ? { query: { limit: inPanel } } : null);
  const count = unread.data?.count ?? me.unread_notifications;
  return (
    <NotificationBell
      unread={count}
      open={isOpen}
      onOpenChange={setOpen}
      action={count > 0 && <MarkAllRead />}
      footer={<TextLink href={paths.notifications()}>{t('all')}</TextLink>}
    >
      <RegionBody reply={list}>{({ data }) => <NotificationList items={data} />}</RegionBody>
    </NotificationBell>
  );
}

export function MarkAllRead() {
  const t = useTranslations('notifications');
  const tc = useTranslations('common');
  const toast = useToast();
  const markAll = useChange(markAllNotificationsRead);
  const undo = useChange(undoMarkAllRead);
  const press = async () => {
    const { marked, undo_id } = await markAll({});
    toast.show({
      message: t('marked', { count: marked }),
      action: { label: tc('undo'), onPress: () => undo({ params: { id: undo_id } }) },
    });
  };
  return (
    <Button size="small" variant="quiet" onClick={press}>
      {t('markAll')}
    </Button>
  );
}
