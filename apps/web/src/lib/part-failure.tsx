'use client';
import { Button } from '@k12/ui/button';
import { useEffect, useRef } from 'react';
import { failureWords } from './failure-words.ts';

interface Props {
  isTrying: boolean;
  onRetry: () => void;
  /** Given to parts that are dialogs or drawers. */
  onClose?: (() => void) | undefined;
}

/** Stands where a part could not be loaded, with words of its own: nothing more can be loaded now. */
export function PartFailure({ isTrying, onRetry, onClose }: Props) {
  const words = failureWords(document.documentElement.lang);
  const again = (
    <Button size="small" loading={isTrying} onClick={onRetry}>
      {words.retry}
    </Button>
  );
  if (onClose) return <FailedDialog again={again} onClose={onClose} />;
  return (
    <span role="alert" className="my-2 inline-flex flex-wrap items-center gap-3 text-small text-ink-2">
      {words.part}
      {again}
    </span>
  );
}

/** The browser's own dialog keeps the focus and gives it back without anything that would have to be loaded. */
function FailedDialog({ again, onClose }: { again: React.ReactNode; onClose: () => void }) {
  const words = failureWords(document.documentElement.lang);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-label={words.part}
      onClose={onClose}
      className="m-auto w-full max-w-md rounded-dialog bg-paper p-5 text-body text-ink shadow-float backdrop:bg-veil"
    >
      <h2 className="text-large font-semibold">{words.part}</h2>
      <p className="mt-2 text-ink-2">{words.partText}</p>
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button size="small" variant="quiet" onClick={onClose}>
          {words.close}
        </Button>
        {again}
      </div>
    </dialog>
  );
}
