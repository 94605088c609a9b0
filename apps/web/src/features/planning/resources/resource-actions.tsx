'use client';
import type { Resource } from '@k12/contracts/planning/resource-records';
import { shareResource } from '@k12/contracts/planning/resources';
import { Button } from '@k12/ui/button';
import { buttonClass } from '@k12/ui/button-style';
import { IconButton } from '@k12/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@k12/ui/menu';
import {
  Archive,
  ArchiveRestore,
  Download,
  ExternalLink,
  MoreHorizontal,
  Pencil,
  RefreshCw,
  Share2,
  Trash2,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { DeleteQuestion } from './delete-question.tsx';
import { ResourceForm } from './resource-form.tsx';
import { contentOf } from './resource-words.ts';
import { ShareDialog } from './share-dialog.tsx';
import { resourceViews, useResourceActs } from './use-resource-acts.ts';

interface Props {
  resource: Resource;
  onGone: () => void;
}

/** What may be done with it, the one thing most come for first. */
export function ResourceActions({ resource, onGone }: Props) {
  const t = useTranslations('planning-resources');
  const attempt = useAttempt();
  const share = useChange(shareResource, resourceViews);
  const acts = useResourceActs(onGone);
  const [open, setOpen] = useState<'edit' | 'share' | null>(null);
  const { id, can, lock_version, state, kind } = resource;
  const isLink = kind === 'link';
  return (
    <div className="flex flex-wrap items-center gap-2">
      <a
        className={buttonClass({ variant: 'primary' })}
        href={resource.url ?? contentOf(id)}
        {...(isLink ? { target: '_blank', rel: 'noreferrer noopener' } : { download: '' })}
      >
        {isLink ? <ExternalLink aria-hidden /> : <Download aria-hidden />}
        {t(isLink ? 'openLink' : 'download')}
      </a>
      {can.share && (
        <Button icon={<Share2 aria-hidden />} onClick={() => setOpen('share')}>
          {t('share')}
        </Button>
      )}
      {can.update && (
        <Menu
          align="end"
          trigger={
            <IconButton
              label={t('more', { title: resource.title })}
              icon={<MoreHorizontal aria-hidden />}
              variant="secondary"
            />
          }
        >
          <MenuItem icon={<Pencil aria-hidden />} onPress={() => setOpen('edit')}>
            {t('edit')}
          </MenuItem>
          {isLink && (
            <MenuItem icon={<RefreshCw aria-hidden />} onPress={() => void acts.check(resource)}>
              {t('checkNow')}
            </MenuItem>
          )}
          <MenuItem
            icon={state === 'archived' ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
            onPress={() => void acts.setState(resource, state === 'archived' ? 'active' : 'archived')}
          >
            {t(state === 'archived' ? 'unarchive' : 'archive')}
          </MenuItem>
          {can.delete && (
            <>
              <MenuSeparator />
              <MenuItem danger icon={<Trash2 aria-hidden />} onPress={() => void acts.toBin(resource)}>
                {t('delete')}
              </MenuItem>
            </>
          )}
        </Menu>
      )}
      {open === 'edit' && <ResourceForm resource={resource} onClose={() => setOpen(null)} />}
      {open === 'share' && (
        <ShareDialog
          visibility={resource.visibility}
          onClose={() => setOpen(null)}
          onShare={(visibility) => {
            setOpen(null);
            void attempt(() => share({ params: { id }, body: { visibility, lock_version } }));
          }}
        />
      )}
      {acts.asked && (
        <DeleteQuestion
          asked={acts.asked}
          onClose={acts.forget}
          onConfirm={() => void acts.toBin(resource, true)}
        />
      )}
    </div>
  );
}
