'use client';
import type { Resource } from '@k12/contracts/planning/resource-records';
import type { ResourceUsage } from '@k12/contracts/planning/resources';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { useTranslations } from 'next-intl';
import { UsageList } from './usage-list.tsx';

interface Props {
  asked: { resource: Resource; usage: ResourceUsage };
  onClose: () => void;
  onConfirm: () => void;
}

/** Where the resource would be missed. */
export function DeleteQuestion({ asked: { resource, usage }, onClose, onConfirm }: Props) {
  const t = useTranslations('planning-resources');
  const tc = useTranslations('common');
  return (
    <Dialog
      open
      title={t('usedTitle', { title: resource.title })}
      description={t('usedText', { count: usage.count })}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{tc('cancel')}</Button>
          <Button variant="danger" onClick={onConfirm}>
            {t('delete')}
          </Button>
        </>
      }
    >
      <UsageList usage={usage} />
    </Dialog>
  );
}
