'use client';
import type { Resource } from '@k12/contracts/planning/resource-records';
import { bulkResources, type ResourceBulk, type ResourceBulkResult } from '@k12/contracts/planning/resources';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { MoveDialog } from './move-dialog.tsx';
import { ShareDialog } from './share-dialog.tsx';
import { TagDialog } from './tag-dialog.tsx';
import { resourceViews } from './use-resource-acts.ts';

interface Props {
  resources: readonly Resource[];
  isBin: boolean;
  onDone: () => void;
}

type Act = Omit<ResourceBulk, 'ids'>;

/** One act on all that is selected; what could not be done is listed, the rest is done (PLN-129). */
export function BulkActions({ resources, isBin, onDone }: Props) {
  const t = useTranslations('planning-resources.bulk');
  const attempt = useAttempt();
  const send = useChange(bulkResources, [...resourceViews, 'resource_tags.']);
  const [failed, setFailed] = useState<readonly ResourceBulkResult[]>([]);
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const [asking, setAsking] = useState<'tag' | 'move' | 'share' | null>(null);
  const ids = resources.map(({ id }) => id);
  const count = ids.length;
  const run = async (act: Act, done: string, undo?: Act) => {
    setAsking(null);
    setNames(new Map(resources.map(({ id, title }) => [id, title])));
    await attempt(
      async () => {
        const { data } = await send({ body: { ...act, ids } });
        setFailed(data.filter(({ status }) => status === 'failed'));
      },
      { done, ...(undo && { undo: () => send({ body: { ...undo, ids } }) }) },
    );
    onDone();
  };
  const close = () => setAsking(null);
  if (isBin)
    return (
      <Button size="small" onClick={() => void run({ action: 'restore' }, t('restored', { count }))}>
        {t('restore')}
      </Button>
    );
  return (
    <>
      <Button size="small" onClick={() => setAsking('move')}>
        {t('move')}
      </Button>
      <Button size="small" onClick={() => setAsking('tag')}>
        {t('tag')}
      </Button>
      <Button size="small" onClick={() => setAsking('share')}>
        {t('share')}
      </Button>
      <Button
        size="small"
        onClick={() => void run({ action: 'archive' }, t('archived', { count }), { action: 'unarchive' })}
      >
        {t('archive')}
      </Button>
      <Button
        size="small"
        onClick={() => void run({ action: 'delete' }, t('binned', { count }), { action: 'restore' })}
      >
        {t('toBin')}
      </Button>
      {asking === 'move' && (
        <MoveDialog
          count={count}
          onClose={close}
          onMove={(folder_id) => void run({ action: 'move', folder_id }, t('moved', { count }))}
        />
      )}
      {asking === 'tag' && (
        <TagDialog
          onClose={close}
          onTag={(tags) => void run({ action: 'tag', tags }, t('tagged', { count }))}
        />
      )}
      {asking === 'share' && (
        <ShareDialog
          visibility={resources[0]?.visibility ?? 'private'}
          onClose={close}
          onShare={(visibility) => void run({ action: 'share', visibility }, t('shared', { count }))}
        />
      )}
      {failed.length > 0 && (
        <Dialog
          open
          onOpenChange={(open) => !open && setFailed([])}
          title={t('failed', { count: failed.length })}
        >
          <ul className="grid gap-1.5 pb-4">
            {failed.map(({ resource_id, detail }) => (
              <li key={resource_id}>
                <bdi className="font-medium">{names.get(resource_id)}</bdi>{' '}
                <span className="text-ink-2">{detail}</span>
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  );
}
