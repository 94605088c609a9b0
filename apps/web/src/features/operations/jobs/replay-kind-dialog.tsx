'use client';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useKindName } from './job-words.ts';
import { useReplay } from './use-replay.ts';

/** Asks before everything of a kind runs again: mails may go out and files may be made (OPS-105). */
export function ReplayKindDialog({ kind, onClose }: { kind: string; onClose: () => void }) {
  const t = useTranslations('operations.jobs');
  const tc = useTranslations('common');
  const kindName = useKindName();
  const replay = useReplay();
  const [sending, setSending] = useState(false);
  const start = async () => {
    setSending(true);
    if (await replay({ kind })) onClose();
    setSending(false);
  };
  return (
    <Dialog
      open
      size="small"
      onOpenChange={(open) => !open && onClose()}
      title={t('replayKindTitle', { name: kindName(kind) })}
      description={t('replayKindText')}
      footer={
        <>
          <Button onClick={onClose}>{tc('cancel')}</Button>
          <Button variant="primary" loading={sending} onClick={start}>
            {t('replayKind')}
          </Button>
        </>
      }
    />
  );
}
