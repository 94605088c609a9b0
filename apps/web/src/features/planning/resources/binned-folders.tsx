'use client';
import { listResourceFolders, restoreResourceFolder } from '@k12/contracts/planning/resource-folders';
import { Button } from '@k12/ui/button';
import { List, ListRow } from '@k12/ui/list-row';
import { Folder } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { Ago } from '../ago.tsx';

const binned = { query: { state: 'deleted' as const } };

/** Folders come back with all that went into the bin with them (PLN-128). */
export function BinnedFolders() {
  const t = useTranslations('planning-resources');
  const attempt = useAttempt();
  const folders = useApi(listResourceFolders, binned);
  const restore = useChange(restoreResourceFolder, ['resource_folders.', 'resources.']);
  const rows = folders.data?.data ?? [];
  if (rows.length === 0) return null;
  return (
    <section className="mb-5">
      <h3 className="mb-2 text-small font-semibold text-ink-2">{t('folders')}</h3>
      <List framed label={t('folders')}>
        {rows.map(({ id, name, deleted_at }) => (
          <ListRow
            key={id}
            lead={<Folder aria-hidden className="text-ink-3" />}
            title={<bdi>{name}</bdi>}
            description={deleted_at && <Ago at={deleted_at} />}
            end={
              <Button
                size="small"
                onClick={() =>
                  void attempt(() => restore({ params: { id } }), { done: t('restored', { title: name }) })
                }
              >
                {t('bulk.restore')}
              </Button>
            }
          />
        ))}
      </List>
    </section>
  );
}
