'use client';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';

interface Props {
  endsAt: Date;
  onStay: () => void;
  onEnd: () => void;
}

/** The button to stay has the focus: one key extends (UXP-86). */
export function IdleDialog({ endsAt, onStay, onEnd }: Props) {
  const t = useTranslations('stepUp.idle');
  const stay = useRef<HTMLButtonElement>(null);
  const minutes = useMinutesLeft(endsAt, onEnd);
  return (
    <Dialog
      open
      urgent
      size="small"
      initialFocus={stay}
      onOpenChange={(open) => !open && onStay()}
      title={t('title')}
      description={t('text', { minutes })}
      footer={
        <Button ref={stay} variant="primary" onClick={onStay}>
          {t('stay')}
        </Button>
      }
    />
  );
}

function useMinutesLeft(endsAt: Date, onEnd: () => void): number {
  const left = () => endsAt.getTime() - Date.now();
  const [minutes, setMinutes] = useState(Math.max(1, Math.ceil(left() / 60_000)));
  useEffect(() => {
    const timer = setInterval(() => {
      const milliseconds = endsAt.getTime() - Date.now();
      if (milliseconds <= 0) onEnd();
      else setMinutes(Math.ceil(milliseconds / 60_000));
    }, 1_000);
    return () => clearInterval(timer);
  }, [endsAt, onEnd]);
  return minutes;
}
