'use client';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { useTranslations } from 'next-intl';

interface Props {
  title: string;
  onClose: () => void;
  onConfirm: () => void;
}

/** What is planned for days to come is taken off the calendar with it. */
export function BinQuestion({ title, onClose, onConfirm }: Props) {
  const t = useTranslations('planning-editor');
  const tc = useTranslations('common');
  return (
    <Dialog
      open
      size="small"
      title={t('binAsk', { title })}
      description={t('binAskText')}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{tc('cancel')}</Button>
          <Button variant="danger" onClick={onConfirm}>
            {t('toBin')}
          </Button>
        </>
      }
    />
  );
}
