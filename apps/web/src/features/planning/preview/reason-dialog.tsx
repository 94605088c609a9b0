'use client';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { TextArea } from '@k12/ui/text-area';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';

interface Props {
  title: string;
  text: string;
  label: string;
  confirm: string;
  onClose: () => void;
  onConfirm: (reason: string) => Promise<unknown>;
}

/** Asks for the words that a decision needs. */
export function ReasonDialog({ title, text, label, confirm, onClose, onConfirm }: Props) {
  const tc = useTranslations('common');
  const [reason, setReason] = useState('');
  const [isBusy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const send = async () => {
    setBusy(true);
    await onConfirm(reason.trim());
    setBusy(false);
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={text}
      size="small"
      initialFocus={field}
      footer={
        <>
          <Button onClick={onClose}>{tc('cancel')}</Button>
          <Button
            variant="primary"
            loading={isBusy}
            disabled={reason.trim() === ''}
            onClick={() => void send()}
          >
            {confirm}
          </Button>
        </>
      }
    >
      <TextArea
        ref={field}
        label={label}
        rows={4}
        maxLength={2_000}
        required
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  );
}
