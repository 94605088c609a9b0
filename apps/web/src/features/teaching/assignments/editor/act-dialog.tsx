'use client';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  about: string;
  act: string;
  isReady: boolean;
  onAct: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** The frame of everything that is done for single students. */
export function ActDialog({ title, about, act, isReady, onAct, onClose, children }: Props) {
  const common = useTranslations('common');
  return (
    <Dialog
      open
      title={title}
      description={about}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button variant="primary" disabled={!isReady} onClick={onAct}>
            {act}
          </Button>
        </>
      }
    >
      <div className="grid gap-4 pb-2">{children}</div>
    </Dialog>
  );
}
