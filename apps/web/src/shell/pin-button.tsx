'use client';
import { deletePin, type Pin, putPin } from '@k12/contracts/identity/pins';
import { IconButton } from '@k12/ui/icon-button';
import { Pin as PinIcon, PinOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { pinKeys } from './pin-keys.ts';
import { usePins } from './pins.tsx';

/** Puts what the page shows into the navigation, or takes it out again. */
export function PinButton({ subject_type, subject_id, title }: Pin) {
  const t = useTranslations('shell.pins');
  const { pins } = usePins();
  const put = useChange(putPin, pinKeys);
  const remove = useChange(deletePin, pinKeys);
  const attempt = useAttempt();
  const isPinned = pins.some((pin) => pin.subject_id === subject_id);
  const subject = { subject_type, subject_id };
  return (
    <IconButton
      variant="quiet"
      label={t(isPinned ? 'unpin' : 'pin', { name: title })}
      aria-pressed={isPinned}
      icon={isPinned ? <PinOff aria-hidden /> : <PinIcon aria-hidden />}
      onClick={() => attempt(() => (isPinned ? remove({ query: subject }) : put({ body: subject })))}
    />
  );
}
