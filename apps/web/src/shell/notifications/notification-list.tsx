'use client';
import { markNotificationRead, type Notification } from '@k12/contracts/communication/notifications';
import { EmptyState } from '@k12/ui/empty-state';
import { List, ListRow } from '@k12/ui/list-row';
import { useRouter } from 'next/navigation';
import { useFormatter, useNow, useTranslations } from 'next-intl';
import { useChange } from '@/lib/api/hooks.ts';
import { safeNext } from '@/lib/paths.ts';

/** News with the newest first; opening one marks it read. */
export function NotificationList({ items }: { items: readonly Notification[] }) {
  const t = useTranslations('notifications');
  const format = useFormatter();
  const now = useNow();
  const textOf = useNotificationText();
  const open = useOpen();
  if (items.length === 0) return <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>;
  return (
    <List label={t('title')}>
      {items.map((item) => (
        <ListRow
          key={item.id}
          title={<bdi className={item.read_at ? 'text-ink-2' : 'font-semibold'}>{textOf(item)}</bdi>}
          description={format.relativeTime(new Date(item.created_at), now)}
          end={!item.read_at && <span className="text-mini font-semibold text-board">{t('new')}</span>}
          onPress={() => open(item)}
        />
      ))}
    </List>
  );
}

function useOpen() {
  const router = useRouter();
  const markRead = useChange(markNotificationRead, {
    expect: (item) => ({ ...item, read_at: new Date().toISOString() }),
  });
  return (item: Notification) => {
    if (!item.read_at) void markRead({ params: { id: item.id } });
    if (item.link) router.push(safeNext(item.link, '/'));
  };
}

/** A kind without words of its own still says something true. */
function useNotificationText() {
  const t = useTranslations('notifications');
  return ({ kind, details }: Notification) => {
    const key = `kinds.${kind}`;
    const values = Object.fromEntries(
      Object.entries(details).map(([name, value]) => [name, String(value ?? '')]),
    );
    if (t.has(key)) return t(key, values);
    return values.title || values.name || t('something');
  };
}
