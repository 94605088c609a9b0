'use client';
import { listResourceFolders } from '@k12/contracts/planning/resource-folders';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { SelectField } from '@k12/ui/select-field';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { choicesOf } from './folders.ts';

interface Props {
  count: number;
  onClose: () => void;
  onMove: (folderId: string | null) => void;
}

/** The way without dragging: a folder out of all there are. */
export function MoveDialog({ count, onClose, onMove }: Props) {
  const t = useTranslations('planning-resources.move');
  const tc = useTranslations('common');
  const folders = useApi(listResourceFolders, { query: {} });
  const [folder, setFolder] = useState('');
  return (
    <Dialog
      open
      size="small"
      title={t('title', { count })}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{tc('cancel')}</Button>
          <Button variant="primary" onClick={() => onMove(folder || null)}>
            {t('move')}
          </Button>
        </>
      }
    >
      <div className="pb-2">
        <SelectField
          label={t('folder')}
          placeholder={t('none')}
          value={folder}
          onValueChange={setFolder}
          options={choicesOf(folders.data?.data ?? [])}
        />
      </div>
    </Dialog>
  );
}
