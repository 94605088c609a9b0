'use client';
import { ApiProblem } from '@k12/contracts/client';
import {
  deleteResourceFolder,
  type ResourceFolder,
  restoreResourceFolder,
} from '@k12/contracts/planning/resource-folders';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { IconButton } from '@k12/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@k12/ui/menu';
import { FolderPlus, MoreHorizontal, Pencil, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';

interface Props {
  folder: ResourceFolder;
  onChange: () => void;
  onNewInside: () => void;
  onGone: () => void;
}

/** What can be done with the folder that is shown. */
export function FolderMenu({ folder, onChange, onNewInside, onGone }: Props) {
  const t = useTranslations('planning-resources.folder');
  const tc = useTranslations('common');
  const attempt = useAttempt();
  const refreshes = ['resource_folders.', 'resources.'];
  const remove = useChange(deleteResourceFolder, refreshes);
  const restore = useChange(restoreResourceFolder, refreshes);
  const [used, setUsed] = useState<number | null>(null);
  const params = { id: folder.id };
  const toBin = async (confirm: boolean) => {
    const asked = await remove({ params, query: { confirm } }).then(
      () => null,
      (error: unknown) => error,
    );
    if (asked instanceof ApiProblem && asked.code === 'resource.in_use') {
      setUsed((asked.problem.current as { count: number }).count);
      return;
    }
    setUsed(null);
    const done = t('binned', { name: folder.name });
    const isGone = await attempt(() => (asked ? Promise.reject(asked) : Promise.resolve()), {
      done,
      undo: () => restore({ params }),
    });
    if (isGone) onGone();
  };
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t('more', { name: folder.name })} icon={<MoreHorizontal aria-hidden />} />
        }
      >
        {folder.can.update && (
          <MenuItem icon={<Pencil aria-hidden />} onPress={onChange}>
            {t('change')}
          </MenuItem>
        )}
        <MenuItem icon={<FolderPlus aria-hidden />} onPress={onNewInside}>
          {t('newInside')}
        </MenuItem>
        {folder.can.delete && (
          <>
            <MenuSeparator />
            <MenuItem danger icon={<Trash2 aria-hidden />} onPress={() => void toBin(false)}>
              {t('delete')}
            </MenuItem>
          </>
        )}
      </Menu>
      <Dialog
        open={used !== null}
        size="small"
        onOpenChange={(open) => !open && setUsed(null)}
        title={t('usedTitle', { name: folder.name })}
        description={t('usedText', { count: used ?? 0 })}
        footer={
          <>
            <Button onClick={() => setUsed(null)}>{tc('cancel')}</Button>
            <Button variant="danger" onClick={() => void toBin(true)}>
              {t('delete')}
            </Button>
          </>
        }
      />
    </>
  );
}
